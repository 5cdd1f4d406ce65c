// How a language sets its text: quotation marks, apostrophes, and spaces at which no line ends.

/// Turns the straight quotes and plain spaces that people type into those of print. Works on bytes, piece by piece.
package struct Typography: Sendable {
  private let open, close, innerOpen, innerClose: [UInt8]
  private let beforeNumber, afterNumber: Set<[UInt8]>

  private static let apostrophe = Array("\u{2019}".utf8)
  private static let noBreakSpace = Array("\u{A0}".utf8)
  private static let quote = UInt8(ascii: "\"")
  private static let tick = UInt8(ascii: "'")
  private static let space: UInt8 = 0x20

  /// What came before, within one block of text.
  package struct State: Sendable {
    fileprivate var isQuoted = false
    fileprivate var isInner = false
    /// The byte before the piece; a space at the start of a block.
    package var last: UInt8 = 0x20

    package init() {}
  }

  init(_ data: LanguageData) {
    open = Array(data.quotes.open.utf8)
    close = Array(data.quotes.close.utf8)
    innerOpen = Array(data.quotes.innerOpen.utf8)
    innerClose = Array(data.quotes.innerClose.utf8)
    beforeNumber = Set(data.noBreakBeforeNumber.utf8.split(separator: Self.space).map(Array.init))
    afterNumber = Set(data.noBreakAfterNumber.utf8.split(separator: Self.space).map(Array.init))
  }

  /// A whole text.
  package func typeset(_ text: String) -> String {
    var state = State()
    var text = text
    return text.withUTF8 { typeset($0, &state).map { String(decoding: $0, as: UTF8.self) } } ?? text
  }

  /// A piece of a text; nil when it stays as it is, which most pieces do.
  package func typeset(_ text: UnsafeBufferPointer<UInt8>, _ state: inout State) -> [UInt8]? {
    var output: [UInt8]?
    var from = 0
    for at in 0..<text.count {
      guard text[at] == Self.space || text[at] == Self.quote || text[at] == Self.tick,
        let replacement = replacement(text, at, &state)
      else { continue }
      var new = output ?? []
      new.append(contentsOf: text[from..<at])
      new.append(contentsOf: replacement)
      output = new
      from = at + 1
    }
    if let last = text.last { state.last = last }
    output?.append(contentsOf: text[from...])
    return output
  }

  private func replacement(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ state: inout State) -> [UInt8]? {
    switch text[at] {
    case Self.space: isUnbreakable(text, at) ? Self.noBreakSpace : nil
    case Self.quote: doubleQuote(text, at, &state)
    default: singleQuote(text, at, &state)
    }
  }

  // MARK: Quotes

  /// Opens at the start of a word, closes what is open; otherwise it is left: a sign for inches.
  private func doubleQuote(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ state: inout State) -> [UInt8]? {
    if state.isQuoted {
      state.isQuoted = false
      return close
    }
    guard beginsWord(text, at, state) else { return nil }
    state.isQuoted = true
    return open
  }

  private func singleQuote(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ state: inout State) -> [UInt8] {
    let next = at + 1 < text.count ? text[at + 1] : Self.space
    if beginsWord(text, at, state) {
      guard !Self.isDigit(next), closesLater(text, at) else { return Self.apostrophe }
      state.isInner = true
      return innerOpen
    }
    guard state.isInner, !Self.isWord(next) else { return Self.apostrophe }
    state.isInner = false
    return innerClose
  }

  private func beginsWord(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ state: State) -> Bool {
    let before = at > 0 ? text[at - 1] : state.last
    let isDash =
      at >= 3 && text[at - 3] == 0xE2 && text[at - 2] == 0x80 && (text[at - 1] == 0x93 || text[at - 1] == 0x94)
    return isDash || " \t\n([{/".utf8.contains(before) || before == Self.quote || before == Self.tick
  }

  /// Whether a later tick ends a word.
  private func closesLater(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    (at + 1..<text.count).contains { later in
      text[later] == Self.tick && later > at + 1 && text[later - 1] != Self.space
        && (later + 1 == text.count || !Self.isWord(text[later + 1]))
    }
  }

  // MARK: Spaces

  private func isUnbreakable(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at > 0, at + 1 < text.count else { return false }
    let (before, next) = (text[at - 1], text[at + 1])
    if Self.isDigit(next) { return beforeNumber.contains(wordBefore(text, at)) || isDigitGroup(text, at) }
    if Self.isDigit(before) { return afterNumber.contains(wordAfter(text, at)) || isSpacedDash(text, at) }
    return before == UInt8(ascii: ".") && isAbbreviation(text, at) || next == 0xE2 && isSpacedDash(text, at)
  }

  /// A dash between spaces stays with the word before it.
  private func isSpacedDash(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at + 4 < text.count && text[at + 1] == 0xE2 && text[at + 2] == 0x80 && text[at + 3] == 0x93
      && text[at + 4] == Self.space
  }

  /// `z. B.`: single letters with full stops.
  private func isAbbreviation(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at >= 2 && Self.isWord(text[at - 2]) && (at == 2 || !Self.isWord(text[at - 3])) && at + 2 < text.count
      && Self.isWord(text[at + 1]) && text[at + 2] == UInt8(ascii: ".")
  }

  /// `600 000`: up to three digits before, exactly three behind.
  private func isDigitGroup(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    var (start, end) = (at, at + 1)
    while start > 0, Self.isDigit(text[start - 1]) { start -= 1 }
    while end < text.count, Self.isDigit(text[end]) { end += 1 }
    let startsWord = start == 0 || !Self.isWord(text[start - 1])
    return startsWord && (1...3).contains(at - start) && end - at == 4 && (end == text.count || !Self.isWord(text[end]))
  }

  private func wordBefore(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> [UInt8] {
    var start = at
    while start > 0, text[start - 1] > Self.space, text[start - 1] != UInt8(ascii: "(") { start -= 1 }
    return Array(text[start..<at])
  }

  private func wordAfter(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> [UInt8] {
    var end = at + 1
    while end < text.count, text[end] > Self.space, !".,;:!?)".utf8.contains(text[end]) { end += 1 }
    return Array(text[at + 1..<end])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
  }
}
