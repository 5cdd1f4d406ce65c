// Changes to a data file in place: what does not change keeps its lines, its comments and its order.

import Syntax
import Transition

/// A YAML file of records, and what is to be different in it.
struct DataFileEdit {
  private let file: SourceFile
  private let root: YAMLNode
  /// Pieces of the file and what takes their place.
  private var changes: [(range: Range<Int>, text: String)] = []
  private var ending = ""

  init(_ file: SourceFile) throws {
    let (node, problems) = YAMLReader.read(file)
    guard let node, !problems.hasErrors else { throw Findings(diagnostics: problems) }
    (self.file, root) = (file, node)
  }

  /// The file with all changes.
  var text: String {
    var bytes = file.bytes
    for change in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(change.range, with: change.text.utf8)
    }
    while bytes.last == UInt8(ascii: "\n") && bytes.dropLast().last == UInt8(ascii: "\n") { bytes.removeLast() }
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    return String(decoding: bytes, as: UTF8.self) + ending
  }

  // MARK: Records

  private func record(_ id: String) -> YAMLNode? {
    root.elements.map { $0.first { $0["id"]?.text == id } } ?? root
  }

  mutating func add(_ node: YAMLNode) {
    let indent = root.elements?.first.map { column(of: marker(of: $0)) } ?? 0
    let margin = String(repeating: " ", count: indent)
    let lines = YAMLWriter.records([node]).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    ending += (hasEmptyLines ? "\n" : "") + lines.map { $0.isEmpty ? "\n" : margin + $0 + "\n" }.joined()
  }

  mutating func remove(_ id: String) {
    guard let node = record(id) else { return }
    let start = lineStart(marker(of: node))
    changes.append((start..<lineEnd(contentEnd(node.span)), ""))
  }

  /// Puts fields of the workbook's record in the place of the file's; a field that it does not have is taken out.
  mutating func change(_ id: String, _ fields: [String], to new: YAMLNode) {
    guard let old = record(id), let entries = old.entries else { return }
    guard isBlock(old) else { return replace(old, entries, fields, new) }
    let indent = entries.first.map { column(of: Int($0.keySpan.start)) } ?? 0
    for field in fields {
      let written = new.entries?.first { $0.key == field }.map { lines($0, indent) }
      if let index = entries.firstIndex(where: { $0.key == field }) {
        let range =
          Int(entries[index].keySpan.start)..<contentEnd(entries[index].value.span, after: entries[index].keySpan)
        if let written {
          changes.append((range, written))
        } else if index > 0 {
          changes.append((lineStart(range.lowerBound)..<lineEnd(range.upperBound), ""))
        }
      } else if let written {
        let end = contentEnd(old.span)
        changes.append((end..<end, "\n" + String(repeating: " ", count: indent) + written))
      }
    }
  }

  /// A record on one line is written anew.
  private mutating func replace(_ old: YAMLNode, _ entries: [YAMLNode.Entry], _ fields: [String], _ new: YAMLNode) {
    let kept = entries.compactMap { entry in
      fields.contains(entry.key) ? new.entries?.first { $0.key == entry.key } : entry
    }
    let added = (new.entries ?? []).filter { entry in
      fields.contains(entry.key) && !entries.contains { $0.key == entry.key }
    }
    let node = YAMLNode(.mapping(kept + added), old.span)
    changes.append((Int(old.span.start)..<contentEnd(old.span), YAMLWriter.line(node)))
  }

  // MARK: Places

  /// A field's lines without the margin of the first.
  private func lines(_ entry: YAMLNode.Entry, _ indent: Int) -> String {
    String(YAMLWriter.field(entry, indent: indent).joined(separator: "\n").dropFirst(indent))
  }

  /// Whether each field begins a line.
  private func isBlock(_ node: YAMLNode) -> Bool {
    (node.entries ?? []).allSatisfy { entry in
      let start = Int(entry.keySpan.start)
      return file.bytes[lineStart(start)..<start].allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    }
  }

  /// The hyphen before a record, or its first key where it has none.
  private func marker(of node: YAMLNode) -> Int {
    let start = Int(node.span.start)
    return file.bytes[lineStart(start)..<start].firstIndex(of: UInt8(ascii: "-")) ?? start
  }

  private func column(of offset: Int) -> Int { offset - lineStart(offset) }

  private func lineStart(_ offset: Int) -> Int { file.lineRange(around: offset).lowerBound }

  /// Behind the line's end.
  private func lineEnd(_ offset: Int) -> Int {
    min(file.lineRange(around: offset).upperBound + 1, file.bytes.count)
  }

  /// Where something ends, without the space and the comments behind it.
  private func contentEnd(_ span: SourceSpan, after key: SourceSpan? = nil) -> Int {
    let start = Int(key?.end ?? span.start)
    var end = max(Int(span.end), start)
    while end > start {
      while end > start, file.bytes[end - 1] <= 0x20 { end -= 1 }
      let line = lineStart(end)
      guard line > start, file.bytes[line..<end].first(where: { $0 != 0x20 }) == UInt8(ascii: "#") else { break }
      end = line
    }
    // `key:` of an empty value ends behind its colon.
    return max(end, start)
  }

  private var hasEmptyLines: Bool {
    guard let elements = root.elements, elements.count > 1 else { return false }
    let between = file.bytes[contentEnd(elements[0].span)..<marker(of: elements[1])]
    return ByteSearch.first("\n\n", in: Array(between)) != nil
  }
}
