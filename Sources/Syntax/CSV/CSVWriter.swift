// Cells → bytes of a CSV file that spreadsheets open as it is meant: nothing in it runs, numbers stay numbers.

package struct CSVWriter {
  package enum Cell: Sendable, Equatable {
    /// Anything that people write.
    case text(String)
    /// A number with a point before its decimals, as `FixedDecimal` prints it.
    case number(String)
    case empty
  }

  package let separator: UInt8
  /// How decimals are written; spreadsheets that separate with semicolons want a comma.
  package let decimals: CSVForms.Decimals
  package private(set) var bytes: [UInt8] = []

  /// `hasMark`: with a byte order mark, without which Excel takes a file for Windows-1252.
  package init(
    separator: UInt8 = UInt8(ascii: ";"), decimals: CSVForms.Decimals = .comma, hasMark: Bool = true
  ) {
    self.separator = separator
    // Between commas a decimal comma would have to be quoted, and would be read as a text.
    self.decimals = separator == UInt8(ascii: ",") ? .point : decimals
    if hasMark { bytes = [0xEF, 0xBB, 0xBF] }
  }

  package mutating func row(_ cells: [Cell]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(separator) }
      switch cell {
      case .empty: continue
      case .number(let text) where Self.isNumber(text): number(text)
      case .number(let text), .text(let text): write(text)
      }
    }
    bytes += [0x0D, 0x0A]
  }

  private mutating func number(_ text: String) {
    for byte in text.utf8 {
      bytes.append(byte == UInt8(ascii: ".") && decimals == .comma ? UInt8(ascii: ",") : byte)
    }
  }

  private mutating func write(_ text: String) {
    let needsEscape = CSVFormula.needsEscape(text.utf8)
    guard needsQuotes(text) else {
      if needsEscape { bytes.append(CSVFormula.apostrophe) }
      return bytes.append(contentsOf: text.utf8)
    }
    bytes.append(UInt8(ascii: "\""))
    if needsEscape { bytes.append(CSVFormula.apostrophe) }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Also where another program's reading would differ: every separator there is, spaces at the ends, and `#` or
  /// `sep=` at the beginning of the file, which would be read as a declaration.
  private func needsQuotes(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    let isMarked = first == UInt8(ascii: "#") || last == UInt8(ascii: "#") || first == 0x20 || last == 0x20
    return isMarked || text.utf8.starts(with: "sep=".utf8)
      || text.utf8.contains { byte in
        byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D || CSVDialect.separators.contains(byte)
      }
  }

  /// Digits with a sign before and a point among them; anything else is a text, whatever the caller says.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    return !digits.isEmpty && digits.allSatisfy { CSVForms.isDigit($0) || $0 == UInt8(ascii: ".") }
  }
}
