// Finds where a literal that cmark returned stands in the source: forward from the cursor, undoing escapes and entities.

extension TreeBuilder {
  /// How far ahead a literal is searched: markup between two literals is short, and the search stays linear.
  private static let window = 4096

  /// The source range of a literal, or nil when it differs too much (an entity of many characters).
  func locate(_ literal: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    guard let first = literal.first else { return nil }
    let limit = min(blockEnd, cursor + Self.window)
    // A long text stands close by: a few starts find it, and more would cost its length each.
    var attempts = 16 + 1_000_000 / literal.count
    return text.bytes.withUnsafeBufferPointer { bytes in
      var at = cursor
      while at < limit {
        let byte = bytes[at]
        if byte == first || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") {
          if let end = align(literal, in: bytes, from: at) { return at..<end }
          attempts -= 1
          if attempts == 0 { return nil }
        }
        at += 1
      }
      return nil
    }
  }

  /// The end of the literal when it stands at `start`, reading `\*` as `*` and `&amp;` as whatever it became.
  private func align(_ literal: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int)
    -> Int?
  {
    var (source, wanted) = (start, 0)
    while wanted < literal.count {
      guard source < blockEnd else { return nil }
      let byte = bytes[source]
      if byte == UInt8(ascii: "\\"), source + 1 < blockEnd, isPunctuation(bytes[source + 1]),
        literal[wanted] == bytes[source + 1]
      {
        source += 2
        wanted += 1
      } else if byte == UInt8(ascii: "&"), let end = entityEnd(bytes, source),
        let next = resync(literal, wanted, bytes, end)
      {
        source = end
        wanted = next
      } else if byte == literal[wanted] {
        source += 1
        wanted += 1
      } else {
        return nil
      }
    }
    return source
  }

  private func entityEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    var end = at + 1
    while end < min(blockEnd, at + 34) {
      if bytes[end] == UInt8(ascii: ";") { return end > at + 1 ? end + 1 : nil }
      guard bytes[end] == UInt8(ascii: "#") || DirectiveLine.isNameByte(bytes[end]) else { return nil }
      end += 1
    }
    return nil
  }

  /// After an entity the literal goes on with what follows it in the source: one to eight bytes later. Nil when the
  /// entity was none and stands in the literal as it is.
  private func resync(
    _ literal: UnsafeBufferPointer<UInt8>, _ wanted: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int
  ) -> Int? {
    if literal[wanted] == UInt8(ascii: "&"), wanted + 1 < literal.count, literal[wanted + 1] == bytes[end - 2] {
      // `&x;` kept as text, unless it is `&amp;` before a letter p.
      let verbatim = end - 1 - (wanted + 1)
      if verbatim >= 0, wanted + 2 < literal.count, literal[wanted + 2] == UInt8(ascii: ";") { return nil }
    }
    for length in 1...8 where wanted + length <= literal.count {
      let next = wanted + length
      if next == literal.count { return next }
      if literal[next] & 0xC0 == 0x80 { continue }
      if end < blockEnd, literal[next] == bytes[end] || bytes[end] == UInt8(ascii: "&") || bytes[end] == 0x5C {
        return next
      }
    }
    return nil
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// The next place of a byte in the block.
  func search(_ byte: UInt8) -> Int? {
    var at = cursor
    while at < blockEnd {
      if text.bytes[at] == byte { return at }
      at += 1
    }
    return nil
  }

  /// Where the next link begins: `[`, `<` for an autolink, `![` for an image. Brackets that are text lie behind the cursor.
  func linkStart(isImage: Bool) -> Int {
    var at = cursor
    while at < blockEnd {
      let byte = text.bytes[at]
      if isImage {
        if byte == UInt8(ascii: "!"), at + 1 < blockEnd, text.bytes[at + 1] == UInt8(ascii: "[") { return at }
      } else if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<") {
        return at
      }
      at += 1
    }
    return min(cursor, blockEnd)
  }

  /// Moves the cursor behind `](target "title")`, `][label]`, `]` or `>`.
  mutating func skipLinkTail(isAutolink: Bool) {
    guard let close = search(isAutolink ? UInt8(ascii: ">") : UInt8(ascii: "]")) else { return }
    cursor = close + 1
    guard !isAutolink, cursor < blockEnd else { return }
    if text.bytes[cursor] == UInt8(ascii: "(") {
      skipParentheses()
    } else if text.bytes[cursor] == UInt8(ascii: "["), let end = search(UInt8(ascii: "]")) {
      cursor = end + 1
    }
  }

  /// `(<target> "title")`: the cursor stands on the parenthesis and moves behind the one that closes it.
  private mutating func skipParentheses() {
    var at = spacesEnd(cursor + 1)
    at = at < blockEnd && text.bytes[at] == UInt8(ascii: "<") ? end(of: UInt8(ascii: ">"), from: at + 1) : targetEnd(at)
    at = spacesEnd(at)
    guard at < blockEnd else { return }
    switch text.bytes[at] {
    case UInt8(ascii: "("): at = spacesEnd(end(of: UInt8(ascii: ")"), from: at + 1))
    case UInt8(ascii: "\""), UInt8(ascii: "'"): at = spacesEnd(end(of: text.bytes[at], from: at + 1))
    default: break
    }
    if at < blockEnd, text.bytes[at] == UInt8(ascii: ")") { cursor = at + 1 }
  }

  /// A paragraph's range without the link definitions it begins with: cmark takes them out but lets it begin there.
  mutating func skippingDefinitions(_ range: Range<Int>) -> Range<Int> {
    blockEnd = range.upperBound
    var start = range.lowerBound
    while start < blockEnd, let end = definitionEnd(start) {
      start = end
      while start < blockEnd, isSpace(text.bytes[start]) || text.bytes[start] == UInt8(ascii: ">") { start += 1 }
    }
    return start < blockEnd ? start..<range.upperBound : range
  }

  /// Behind the line on which the definition `[label]: target "title"` at `start` ends; nil when there is none.
  private func definitionEnd(_ start: Int) -> Int? {
    guard text.bytes[start] == UInt8(ascii: "[") else { return nil }
    guard let colon = labelEnd(start + 1), colon < blockEnd, text.bytes[colon] == UInt8(ascii: ":") else { return nil }
    let target = spacesEnd(colon + 1)
    guard target < blockEnd else { return nil }
    let isPointed = text.bytes[target] == UInt8(ascii: "<")
    let targetEnd = isPointed ? end(of: UInt8(ascii: ">"), from: target + 1) : targetEnd(target)
    guard targetEnd > target else { return nil }
    let title = spacesEnd(targetEnd)
    if title > targetEnd, title < blockEnd, let close = titleClose(text.bytes[title]),
      let end = lineEnd(end(of: close, from: title + 1))
    {
      return end
    }
    return lineEnd(targetEnd)
  }

  /// Behind the bracket that closes a label: it holds none that opens, and something else than white space.
  private func labelEnd(_ start: Int) -> Int? {
    var at = start
    while at < min(blockEnd, start + 1000), text.bytes[at] != UInt8(ascii: "]") {
      if text.bytes[at] == UInt8(ascii: "[") { return nil }
      at += text.bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard at < blockEnd, text.bytes[at] == UInt8(ascii: "]"), spacesEnd(start) < at else { return nil }
    return at + 1
  }

  private func titleClose(_ open: UInt8) -> UInt8? {
    switch open {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): open
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  /// Behind the end of the line when nothing but white space stands before it.
  private func lineEnd(_ start: Int) -> Int? {
    var at = start
    while at < blockEnd, text.bytes[at] == 0x20 || text.bytes[at] == 0x09 { at += 1 }
    if at >= blockEnd { return blockEnd }
    return text.bytes[at] == UInt8(ascii: "\n") ? at + 1 : nil
  }

  /// The end of a target without `<>`: a space or the parenthesis that closes the link.
  private func targetEnd(_ start: Int) -> Int {
    var depth = 0
    var at = start
    while at < blockEnd, !isSpace(text.bytes[at]) {
      switch text.bytes[at] {
      case UInt8(ascii: "\\") where at + 1 < blockEnd && isPunctuation(text.bytes[at + 1]): at += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        if depth == 0 { return at }
        depth -= 1
      default: break
      }
      at += 1
    }
    return at
  }

  /// Behind the next `byte` that no backslash escapes.
  private func end(of byte: UInt8, from start: Int) -> Int {
    var at = start
    while at < blockEnd, text.bytes[at] != byte { at += text.bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(at + 1, blockEnd)
  }

  /// The end of white space, the quote markers of a further line included.
  private func spacesEnd(_ start: Int) -> Int {
    var at = start
    var newLine = false
    while at < blockEnd, isSpace(text.bytes[at]) || newLine && text.bytes[at] == UInt8(ascii: ">") {
      if text.bytes[at] == UInt8(ascii: "\n") { newLine = true }
      at += 1
    }
    return at
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "\n") }
}
