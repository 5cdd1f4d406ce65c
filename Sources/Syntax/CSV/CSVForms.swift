// How days and numbers are written in a table: what is certain is read, what has two meanings must be declared.

/// The forms of one column: what it, its file or the command says about them.
package struct CSVForms: Sendable, Equatable {
  /// What `18/11/2026` means. The other forms have one meaning only.
  package enum SlashDays: String, Sendable {
    case dayFirst = "dd/mm/yyyy"
    case monthFirst = "mm/dd/yyyy"
  }
  package enum Decimals: String, Sendable { case comma, point }

  package var slashDays: SlashDays?
  package var decimals: Decimals?
  /// The cells are texts as they stand, whatever they look like.
  package var isText = false
  /// A comma between two cells cannot be a decimal comma; behind another separator it most likely is one.
  package var isCommaSeparated = false
  /// The cells are those of a sheet: its numbers have a point, and a comma is what somebody typed.
  package var isSheet = false

  package init(slashDays: SlashDays? = nil, decimals: Decimals? = nil) {
    (self.slashDays, self.decimals) = (slashDays, decimals)
  }

  /// These forms, with what `declared` says in their place.
  func overridden(by declared: CSVForms) -> CSVForms {
    var forms = self
    forms.slashDays = declared.slashDays ?? slashDays
    forms.decimals = declared.decimals ?? decimals
    forms.isText = declared.isText || isText
    return forms
  }
}

/// A value that cannot be read without knowing how it is meant.
package struct CSVValueProblem: Error, Sendable, Equatable {
  package let message: Message
  package let rule: Message
  package let help: Message

  package init(message: Message, rule: Message, help: Message) {
    (self.message, self.rule, self.help) = (message, rule, help)
  }
}

extension CSVForms {
  /// A day as `YYYY-MM-DD`. What is no day in any of the forms comes back as it was, for the field to judge.
  package func day(_ text: String) throws(CSVValueProblem) -> String {
    let bytes = Array(text.utf8)
    guard let sign = bytes.first(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }) else { return text }
    let parts = bytes.split(separator: sign, omittingEmptySubsequences: false)
    guard parts.count == 3, (1...2).contains(parts[0].count), (1...2).contains(parts[1].count), parts[2].count == 4,
      parts.allSatisfy({ $0.allSatisfy(Self.isDigit) })
    else { return text }
    var (day, month) = (parts[0], parts[1])
    if sign == UInt8(ascii: "/") {
      guard let slashDays else { throw Self.undeclaredDay(text) }
      if slashDays == .monthFirst { (day, month) = (month, day) }
    }
    let digits = [parts[2], Self.twoDigits(month), Self.twoDigits(day)].map { String(decoding: $0, as: UTF8.self) }
    return digits.joined(separator: "-")
  }

  private static func twoDigits(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    digits.count == 1 ? [UInt8(ascii: "0")] + digits : digits
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func undeclaredDay(_ text: String) -> CSVValueProblem {
    CSVValueProblem(
      message: "\"\(text)\" has day and month in an order that nothing declares",
      rule: "2026-11-18 and 18.11.2026 are certain; days with / are read as the table says",
      help: "write [dd/mm/yyyy] or [mm/dd/yyyy] behind the column's name, or # dates: dd/mm/yyyy as the first line")
  }
}

extension CSVForms {
  /// A truth value as spreadsheets write it in the four languages; anything else comes back as it was.
  package func boolean(_ text: String) -> String {
    switch text.lowercased() {
    case "true", "wahr", "vero", "sant": "true"
    case "false", "falsch", "falso", "falskt": "false"
    default: text
    }
  }
}
