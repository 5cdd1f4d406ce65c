// The one linear scan before cmark: finds every mark of ours, hides it behind a token, and stops inputs cmark is slow on.

internal import Glibc

/// What the scan hands to cmark and to the builder of the tree. Offsets are those of the source throughout.
struct MarkedText {
  /// The source with every mark hidden; same length, same lines.
  var bytes: [UInt8]
  var body: Range<Int>
  var marks: [Mark] = []
  /// The numbers of the marks that have a short token.
  var shortMarks: [Int] = []
  /// Mark number by line (from 0, counted from the body's start) for the lines that are directives.
  var directiveLines: [Int: Int] = [:]
  /// Where each line of the body begins.
  var lineStarts: [Int] = []
  var diagnostics: [Diagnostic] = []

  func lineStart(_ line: Int) -> Int {
    line < lineStarts.count ? lineStarts[line] : body.upperBound
  }
}

enum MarkScanner {
  /// Container markers at the start of one line, and brackets in one paragraph, above which cmark 0.30 needs quadratic
  /// time. No text written by a person comes near.
  static let maximumMarkers = 100
  static let maximumBrackets = 2000

  /// Scans the body of a file. Without extensions only lines are counted and slow inputs refused.
  static func scan(_ file: SourceFile, body: Range<Int>, extensions: Bool) -> MarkedText {
    var text = MarkedText(bytes: file.bytes, body: body)
    text.lineStarts.reserveCapacity(body.count / 48 + 8)
    file.bytes.withUnsafeBufferPointer { bytes in
      var start = body.lowerBound
      var brackets = 0
      while start < body.upperBound {
        let line = text.lineStarts.count
        text.lineStarts.append(start)
        let end = lineEnd(bytes, start, body.upperBound)
        let (content, markers) = containerPrefix(bytes, start..<end)
        if markers > maximumMarkers { text.diagnostics.append(tooManyMarkers(file, start..<content)) }
        if content == end { brackets = 0 }
        brackets += scanLine(file, bytes, line, content..<end, extensions && text.diagnostics.isEmpty, &text)
        if brackets > maximumBrackets {
          text.diagnostics.append(tooManyBrackets(file, start..<end))
          brackets = 0
        }
        start = end + 1
      }
    }
    return text
  }

  private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
    guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, limit - start) else { return limit }
    return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
  }

  /// Hides the marks of one line; returns how many brackets open in it.
  private static func scanLine(
    _ file: SourceFile, _ bytes: UnsafeBufferPointer<UInt8>, _ line: Int, _ range: Range<Int>, _ extensions: Bool,
    _ text: inout MarkedText
  ) -> Int {
    if extensions, !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: ":"),
      let mark = DirectiveLine.match(file, range)
    {
      text.directiveLines[line] = text.marks.count
      text.marks.append(mark)
      // A comment that ends on the line must end for cmark, too; outside of one the rest makes the line an error.
      for index in range.lowerBound..<(commentEnd(file.bytes, range) ?? range.upperBound) { text.bytes[index] = 0x20 }
      for index in range.prefix(3) { text.bytes[index] = UInt8(ascii: "_") }
      return 0
    }
    var brackets = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      // Of the bytes that matter only the colon and the ampersand lie below the letters.
      if byte < UInt8(ascii: "["), byte != UInt8(ascii: ":"), byte != UInt8(ascii: "&") {
        index += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: "&"):
        if byte == UInt8(ascii: "[") { brackets += 1 }
        index = extensions ? scanMark(file, at: index, lineEnd: range.upperBound, &text) : index + 1
      default: index += 1
      }
    }
    return brackets
  }

  /// Tries each inline mark at a byte that may begin one; returns where the scan goes on.
  private static func scanMark(_ file: SourceFile, at index: Int, lineEnd: Int, _ text: inout MarkedText) -> Int {
    // A byte that an earlier mark already covers: the end of a text directive, hidden when its start was found.
    guard text.bytes[index] == file.bytes[index] else { return index + 1 }
    guard text.marks.count + 2 <= MarkToken.maximumCount else {
      if !text.diagnostics.hasErrors { text.diagnostics.append(tooManyMarks(file, index..<index + 1)) }
      return index + 1
    }
    for markType in inlineMarks {
      guard let found = markType.match(file, at: index, lineEnd: lineEnd, body: text.body),
        found.allSatisfy({ commentEnd(file.bytes, $0.range) == nil })
      else { continue }
      for (offset, mark) in found.enumerated() { hide(file, mark, fillerFirst: offset > 0, &text) }
      return found[0].range.upperBound
    }
    return index + 1
  }

  private static func hide(_ file: SourceFile, _ mark: Mark, fillerFirst: Bool, _ text: inout MarkedText) {
    if mark.range.count >= MarkToken.minimumLength {
      MarkToken.write(text.marks.count, over: mark.range, in: &text.bytes, fillerFirst: fillerFirst)
    } else if text.shortMarks.count < MarkToken.maximumShortCount {
      MarkToken.writeShort(text.shortMarks.count, at: mark.range.lowerBound, in: &text.bytes)
      text.shortMarks.append(text.marks.count)
    } else {
      if !text.diagnostics.hasErrors { text.diagnostics.append(tooManyMarks(file, mark.range)) }
      return
    }
    text.marks.append(mark)
  }

  /// Where `-->` stands in a range that is to be hidden.
  private static func commentEnd(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    range.dropLast(2).first { at in bytes[at...].starts(with: "-->".utf8) }
  }

  /// The end of a line's container prefix (indentation, `>`, list markers), and how many markers it has.
  static func containerPrefix(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> (
    end: Int, markers: Int
  ) {
    var at = line.lowerBound
    var markers = 0
    while at < line.upperBound {
      let byte = bytes[at]
      if byte == 0x20 || byte == 0x09 {
        at += 1
      } else if byte == UInt8(ascii: ">") {
        markers += 1
        at += 1
      } else if let end = listMarkerEnd(bytes, at, line.upperBound) {
        markers += 1
        at = end
      } else {
        break
      }
    }
    return (at, markers)
  }

  private static func listMarkerEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ lineEnd: Int) -> Int? {
    var end = at
    switch bytes[at] {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): end += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while end < lineEnd, end - at < 9, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end]) { end += 1 }
      guard end < lineEnd, bytes[end] == UInt8(ascii: ".") || bytes[end] == UInt8(ascii: ")") else { return nil }
      end += 1
    default: return nil
    }
    guard end < lineEnd, bytes[end] == 0x20 || bytes[end] == 0x09 else { return nil }
    return end
  }

  private static func tooManyMarks(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "too-complex", at: Place(file, SourceSpan(range)), "more than \(MarkToken.maximumCount) marks in one file",
      rule: "a text has a few hundred references, links and directives at most", help: "split the file")
  }

  private static func tooManyMarkers(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "too-complex", at: Place(file, SourceSpan(range)),
      "more than \(maximumMarkers) quote or list markers on one line",
      rule: "nesting this deep is never meant and takes minutes to read", help: "delete the line or put it into code")
  }

  private static func tooManyBrackets(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
    Diagnostic(
      "too-complex", at: Place(file, SourceSpan(range)),
      "more than \(maximumBrackets) opening brackets in one paragraph",
      rule: "a paragraph with so many brackets takes minutes to read", help: "split the paragraph")
  }
}
