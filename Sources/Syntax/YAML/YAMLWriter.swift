// Nodes → YAML as people write it in data files: short mappings and lists on one line, texts in quotes.

package enum YAMLWriter {
  /// Longest line that a mapping or a list is put on.
  private static let lineLength = 120

  /// A list of records: each begins with a hyphen, each of its fields stands on a line.
  package static func records(_ records: [YAMLNode]) -> String {
    var text = ""
    for record in records {
      let lines = (record.entries ?? []).flatMap { field($0, indent: 2) }
      for (index, line) in lines.enumerated() {
        text += (index == 0 ? "- " + line.dropFirst(2) : line[...]) + "\n"
      }
    }
    return text
  }

  /// One record: each of its fields stands on a line.
  package static func record(_ record: YAMLNode) -> String {
    (record.entries ?? []).flatMap { field($0, indent: 0) }.map { $0 + "\n" }.joined()
  }

  /// A value on one line: `{ min: 3, max: 5 }`.
  package static func line(_ node: YAMLNode) -> String { flow(node) }

  /// The lines of one field of a mapping that is indented so far.
  package static func field(_ entry: YAMLNode.Entry, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let start = margin + key(entry.key) + ":"
    if let text = entry.value.scalarText {
      guard let block = block(text, indent: indent + 2) else { return [start + " " + scalar(text)] }
      return [start + " |-"] + block
    }
    let line = start + " " + flow(entry.value)
    if line.unicodeScalars.count <= lineLength, !holdsLines(entry.value) { return [line] }
    if let entries = entry.value.entries { return [start] + entries.flatMap { field($0, indent: indent + 2) } }
    return [start] + (entry.value.elements ?? []).map { margin + "  - " + flow($0) }
  }

  private static func flow(_ node: YAMLNode) -> String {
    if let entries = node.entries {
      let parts = entries.map { "\(key($0.key)): \(flow($0.value))" }.joined(separator: ", ")
      return parts.isEmpty ? "{}" : "{ \(parts) }"
    }
    if let elements = node.elements { return "[" + elements.map(flow).joined(separator: ", ") + "]" }
    return scalar(node.scalarText ?? "")
  }

  private static func holdsLines(_ node: YAMLNode) -> Bool {
    if let text = node.scalarText { return block(text, indent: 0) != nil }
    return (node.entries ?? []).contains { holdsLines($0.value) }
  }

  private static func key(_ key: String) -> String {
    isPlain(key) || key.utf8.allSatisfy { $0 < 0x80 && (isLetter($0) || isDigitOrMark($0)) } ? key : quoted(key)
  }

  private static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  /// Ids, numbers, days and codes stand without quotes; words that other readers of YAML take for something else and
  /// all that people write stand in quotes.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 64, !misread.contains(text) else { return false }
    if bytes.count <= 3, bytes.allSatisfy({ (0x41...0x5A).contains($0) }) { return true }
    let sign = first == UInt8(ascii: "-") ? bytes.dropFirst().first ?? 0 : first
    guard (0x61...0x7A).contains(first) || (0x30...0x39).contains(sign) else { return false }
    return bytes.last != UInt8(ascii: ".") && bytes.allSatisfy { (0x61...0x7A).contains($0) || isDigitOrMark($0) }
  }

  private static let misread: Set<String> = ["null", "yes", "no", "on", "off", "y", "n", "Y", "N", "NO", "ON"]

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isDigitOrMark(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func quoted(_ text: String) -> String {
    var quoted = String.UnicodeScalarView()
    quoted.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted.append(contentsOf: ["\\", scalar])
      case "\n": quoted.append(contentsOf: "\\n".unicodeScalars)
      case "\t": quoted.append(contentsOf: "\\t".unicodeScalars)
      // Line ends for YAML, and a mark that a reader may take for the beginning of a file.
      case "\u{2028}": quoted.append(contentsOf: "\\L".unicodeScalars)
      case "\u{2029}": quoted.append(contentsOf: "\\P".unicodeScalars)
      case "\u{FEFF}": quoted.append(contentsOf: "\\uFEFF".unicodeScalars)
      default: quoted.append(scalar)
      }
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// The lines of a text of several, where YAML gives them back exactly; nil where quotes are safer.
  private static func block(_ text: String, indent: Int) -> [String]? {
    let special: [Unicode.Scalar] = ["\u{2028}", "\u{2029}", "\u{FEFF}", "\t"]
    guard text.unicodeScalars.contains("\n"), !text.unicodeScalars.contains(where: special.contains) else { return nil }
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let first = lines.first, let last = lines.last, !first.isEmpty, !last.isEmpty,
      first.first != 0x20, !lines.contains(where: { $0.last == 0x20 })
    else { return nil }
    let margin = String(repeating: " ", count: indent)
    return lines.map { $0.isEmpty ? "" : margin + String(decoding: Array($0), as: UTF8.self) }
  }
}

extension YAMLNode {
  /// A scalar's text, also where it stands for nothing.
  fileprivate var scalarText: String? { if case .scalar(let text, _) = value { text } else { nil } }
}
