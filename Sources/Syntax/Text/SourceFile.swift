// A text file of the site as the parsers see it: its path, its checked bytes, and positions in it.

internal import Synchronization

/// A file of the site's folder, decoded and checked: valid UTF-8, no byte order mark, lines ended by LF.
///
/// Positions are byte offsets; line and column are computed only when a diagnostic is printed.
package final class SourceFile: Sendable {
  /// Path below the site's folder, with `/`, for messages: `content/steps/risks.it.md`.
  package let path: String
  package let bytes: [UInt8]
  /// Where the lines begin; found for the first message about the file, since a broken table can have one in each row.
  private let lineStarts = Mutex<[Int32]>([])

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A file from text that is known to be sound: tests and texts the program carries.
  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The bytes of a span as text.
  package func text(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// Where the line lies that holds a byte offset, without its end.
  package func lineRange(around offset: Int) -> Range<Int> {
    let (newline, place) = (UInt8(ascii: "\n"), min(offset, bytes.count))
    let start = bytes[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
    return start..<(bytes[place...].firstIndex(of: newline) ?? bytes.count)
  }

  /// The bytes of that line.
  package func line(around offset: Int) -> [UInt8] { Array(bytes[lineRange(around: offset)]) }

  /// Line and column of a byte offset, both from 1; the column counts Unicode scalars.
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let end = min(offset, bytes.count)
    let (line, lineStart) = lineStarts.withLock { starts in
      if starts.isEmpty { starts = Self.lineStarts(bytes) }
      let next = starts.partitioningIndex { Int($0) > end }
      return (next, Int(starts[next - 1]))
    }
    var column = 1
    for byte in bytes[lineStart..<end] where byte & 0xC0 != 0x80 { column += 1 }
    return (line, column)
  }

  private static func lineStarts(_ bytes: [UInt8]) -> [Int32] {
    var starts: [Int32] = [0]
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") { starts.append(Int32(index + 1)) }
    return starts
  }

  /// The line that holds an offset, without its end, for the excerpt of a message.
  package func line(at offset: Int) -> String {
    String(decoding: bytes[lineRange(around: offset)], as: UTF8.self)
  }
}

/// A run of bytes in a source file, half open. Four-byte offsets: a file has a few MiB at most.
package struct SourceSpan: Sendable, Hashable {
  package var start: Int32
  package var end: Int32

  package init(_ range: Range<Int>) {
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
  }

  package init(at offset: Int) { self.init(offset..<offset) }

  package var range: Range<Int> { Int(start)..<Int(end) }
}

/// A place that a message can point at: a file, and a span in it when there is one.
package struct Place: Sendable {
  package let path: String
  package let file: SourceFile?
  package let span: SourceSpan

  package init(_ file: SourceFile, _ span: SourceSpan) {
    path = file.path
    self.file = file
    self.span = span
  }

  /// A file or folder as a whole, which has no text: a symbolic link, a clash of names.
  package init(path: String) {
    self.path = path
    file = nil
    span = SourceSpan(at: 0)
  }
}
