// A cell's text → the text that a field takes: days, numbers and truth values in the one form that data has.

import Syntax

extension CSVForms {
  /// The text as it would stand in YAML; what does not fit comes back as it was, for the reader of records to judge.
  func scalar(_ text: String, _ kind: FieldKind) throws(CSVValueProblem) -> String {
    switch kind {
    case .day, .period: return try day(text)
    case .moment: return try moment(text)
    case .number, .integer, .money: return try number(text)
    case .boolean: return boolean(text)
    case .either(let first, let second): return try firstForm(text, [first, second])
    case .anyOf(let kinds): return try firstForm(text, kinds)
    default: return text
    }
  }

  /// `18.11.2026 08:00`: a day and a time, as spreadsheets write them.
  private func moment(_ text: String) throws(CSVValueProblem) -> String {
    let parts = text.split(separator: " ")
    guard parts.count == 2 else { return text }
    let time = parts[1].utf8.count == 4 ? "0" + parts[1] : String(parts[1])
    return try day(String(parts[0])) + "T" + time
  }

  /// Of several kinds, the first in whose form the text is written.
  private func firstForm(_ text: String, _ kinds: [FieldKind]) throws(CSVValueProblem) -> String {
    var problem: CSVValueProblem?
    for kind in kinds {
      do throws(CSVValueProblem) {
        let value = try scalar(text, kind)
        if value != text { return value }
      } catch {
        problem = problem ?? error
      }
    }
    if let problem, !kinds.contains(where: \.takesAnyText) { throw problem }
    return text
  }
}

extension FieldKind {
  fileprivate var takesAnyText: Bool { if case .text = self { true } else { false } }
}

/// Lists in one cell: `first | second`. A stroke or a backslash of the text itself has a backslash before it.
enum TableList {
  static let separator = " | "

  static func elements(_ text: String) -> [String] {
    var elements: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in text.utf8 {
      let isMark = byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\\")
      if isEscaped, !isMark { elements[elements.count - 1].append(UInt8(ascii: "\\")) }
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
        continue
      }
      if byte == UInt8(ascii: "|"), !isEscaped {
        elements.append([])
      } else {
        elements[elements.count - 1].append(byte)
      }
      isEscaped = false
    }
    if isEscaped { elements[elements.count - 1].append(UInt8(ascii: "\\")) }
    return elements.map(trimmed)
  }

  static func joined(_ elements: [String]) -> String { elements.map(escaped).joined(separator: separator) }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func trimmed(_ bytes: [UInt8]) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A }
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.count
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
