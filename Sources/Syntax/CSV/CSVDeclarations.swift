// What a table says about itself: the line before the header, and the brackets behind a column's name.

/// How a table is to be read, as far as somebody has said so.
package struct CSVDialect: Sendable, Equatable {
  /// What separates cells; found in the header when nothing is said.
  package var separator: UInt8?
  package var forms: CSVForms

  package init(separator: UInt8? = nil, forms: CSVForms = CSVForms()) {
    (self.separator, self.forms) = (separator, forms)
  }

  /// What may separate cells, the likeliest first.
  package static let separators = [UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: ",")]
}

enum CSVDeclarations {
  /// The names of forms, with what spreadsheets call the Italian one; those that are certain anyway may be named, too.
  static let dayForms: [(name: String, days: CSVForms.SlashDays?)] = [
    ("dd/mm/yyyy", .dayFirst), ("mm/dd/yyyy", .monthFirst), ("yyyy-mm-dd", nil), ("dd.mm.yyyy", nil),
    ("gg/mm/aaaa", .dayFirst),
  ]
  static let decimalForms: [(name: String, decimals: CSVForms.Decimals)] = [("comma", .comma), ("point", .point)]

  static let textForm = "text"

  enum Outcome { case isNone, taken, unknown }

  /// Takes one declaration: `dates: dd/mm/yyyy`, `decimals: comma`, or, in brackets, the form alone.
  static func take(_ piece: some Sequence<UInt8>, into forms: inout CSVForms) -> Outcome {
    let text = trimmed(String(decoding: Array(piece), as: UTF8.self).lowercased())
    let (days, decimals) = (value(of: "dates:", in: text), value(of: "decimals:", in: text))
    if let form = dayForms.first(where: { $0.name == days ?? text }) {
      forms.slashDays = form.days ?? forms.slashDays
      return .taken
    }
    if let form = decimalForms.first(where: { $0.name == decimals ?? text }) {
      forms.decimals = form.decimals
      return .taken
    }
    if text == textForm {
      forms.isText = true
      return .taken
    }
    return days != nil || decimals != nil || looksLikeDayForm(text) ? .unknown : .isNone
  }

  private static func value(of key: String, in text: String) -> String? {
    text.utf8.starts(with: key.utf8) ? trimmed(String(text.dropFirst(key.utf8.count))) : nil
  }

  private static func trimmed(_ text: String) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let bytes = Array(text.utf8).drop(while: isSpace).reversed().drop(while: isSpace).reversed()
    return String(decoding: Array(bytes), as: UTF8.self)
  }

  /// `dd/mm/yy`, `d.m.yyyy`: meant as a declaration, although there is no such form.
  private static func looksLikeDayForm(_ text: String) -> Bool {
    text.utf8.contains { ".-/".utf8.contains($0) } && text.utf8.allSatisfy { "dmyga.-/".utf8.contains($0) }
  }
}

extension CSVDeclarations {
  /// What stands before the header: `# dates: dd/mm/yyyy; decimals: comma`, and `sep=;` as Excel reads it.
  struct Preface {
    /// Where the header begins.
    var end = 0
    var lines = 0
    var separator: UInt8?
    var forms = CSVForms()
    var diagnostics: [Diagnostic] = []
  }

  static func preface(_ file: SourceFile) -> Preface {
    var preface = Preface()
    while preface.end < file.bytes.count {
      let end = file.bytes[preface.end...].firstIndex(of: UInt8(ascii: "\n")) ?? file.bytes.count
      let line = preface.end..<end
      guard takeSeparator(file, line, &preface) || takeForms(file, line, &preface) else { break }
      preface.lines += 1
      preface.end = min(end + 1, file.bytes.count)
    }
    return preface
  }

  /// `sep=;`; a spreadsheet that saves the table again may have put separators behind it.
  private static func takeSeparator(_ file: SourceFile, _ line: Range<Int>, _ preface: inout Preface) -> Bool {
    let bytes = file.bytes[line]
    guard preface.separator == nil, bytes.starts(with: "sep=".utf8), let separator = bytes.dropFirst(4).first,
      CSVDialect.separators.contains(separator), bytes.dropFirst(5).allSatisfy(CSVDialect.separators.contains)
    else { return false }
    preface.separator = separator
    return true
  }

  /// A line `# key: …`. A header may begin with `#` as well; it has no colon in its first cell.
  private static func takeForms(_ file: SourceFile, _ line: Range<Int>, _ preface: inout Preface) -> Bool {
    guard file.bytes[line].first == UInt8(ascii: "#") else { return false }
    let rest = file.bytes[line.dropFirst()]
    let pieces = rest.split(omittingEmptySubsequences: false, whereSeparator: CSVDialect.separators.contains)
    guard let first = pieces.first, first.contains(UInt8(ascii: ":")) else { return false }
    for piece in pieces where !piece.allSatisfy({ $0 == 0x20 }) {
      if take(piece, into: &preface.forms) != .taken {
        preface.diagnostics.append(CSVReader.unknownDeclaration(file, SourceSpan(piece.startIndex..<piece.endIndex)))
      }
    }
    return true
  }

  /// The separator that occurs most in the header, outside of quotes; a semicolon for a table of one column.
  static func separator(_ file: SourceFile, from start: Int) -> UInt8 {
    var counts = Array(repeating: 0, count: CSVDialect.separators.count)
    var isQuoted = false
    for byte in file.bytes[start...] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") { break }
      if let index = CSVDialect.separators.firstIndex(of: byte) { counts[index] += 1 }
    }
    guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else { return UInt8(ascii: ";") }
    return CSVDialect.separators[index]
  }

  /// Splits a header's text into the column's name and the forms in brackets behind it.
  static func column(_ text: String, _ forms: CSVForms) -> (name: String, forms: CSVForms, outcome: Outcome) {
    let bytes = Array(text.utf8)
    guard bytes.last == UInt8(ascii: "]"), let open = bytes.lastIndex(of: UInt8(ascii: "[")) else {
      return (text, forms, .isNone)
    }
    var declared = CSVForms()
    var outcome = Outcome.isNone
    for piece in bytes[(open + 1)..<(bytes.count - 1)].split(whereSeparator: { $0 == 0x3B || $0 == 0x2C }) {
      let next = take(piece, into: &declared)
      if outcome != .unknown { outcome = next }
      if next == .unknown { break }
    }
    guard outcome != .isNone else { return (text, forms, .isNone) }
    let name = trimmed(String(decoding: bytes[..<open], as: UTF8.self))
    return (name, forms.overridden(by: declared), outcome)
  }
}
