// Texts cut into phrases: distinct, in the order of their bytes, all in one piece of memory.

import Glibc

/// Phrases by number, from 0; the numbers follow the order of the bytes.
struct PhraseList: Sendable {
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = []

  var count: Int { ranges.count }

  subscript(phrase: Int) -> ArraySlice<UInt8> { bytes[ranges[phrase]] }

  init() {}

  /// Some of them, by their numbers in order.
  func only(_ numbers: some Sequence<Int>) -> PhraseList {
    var list = self
    list.ranges = numbers.map { ranges[$0] }
    return list
  }

  /// Calls with each phrase, in order; its bytes are only there during the call of `visit`.
  func visit(_ body: (Int, UnsafeRawBufferPointer) -> Void) {
    bytes.withUnsafeBytes { all in
      for (index, range) in ranges.enumerated() { body(index, UnsafeRawBufferPointer(rebasing: all[range])) }
    }
  }

  /// Some phrases, each once and in order.
  init(sorted phrases: some Sequence<ArraySlice<UInt8>>) {
    for phrase in phrases { append(phrase) }
  }

  private mutating func append(_ phrase: some Sequence<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: phrase)
    ranges.append(start..<bytes.count)
  }

  /// Takes in texts; once it is sorted, `found` are the phrases.
  struct Builder {
    private(set) var found = PhraseList()

    /// Takes in the phrases of a text. Returns their numbers until the next `sort`.
    mutating func add(_ text: String) -> Range<Int> {
      let first = found.count
      var text = text
      text.withUTF8 { PhraseCutter.cut($0) { phrase in found.append(phrase) } }
      return first..<found.count
    }

    /// Makes room for what others have.
    mutating func reserve(_ others: some Sequence<Builder>) {
      found.bytes.reserveCapacity(others.reduce(found.bytes.count) { $0 + $1.found.bytes.count })
      found.ranges.reserveCapacity(others.reduce(found.count) { $0 + $1.found.count })
    }

    /// Takes in what another one has; returns by how much the numbers of its phrases are to be raised.
    mutating func add(_ other: Builder) -> Int {
      let (first, offset) = (found.count, found.bytes.count)
      found.bytes += other.found.bytes
      found.ranges += other.found.ranges.map { $0.lowerBound + offset..<$0.upperBound + offset }
      return first
    }

    /// Puts what was taken in into order, each phrase once. Returns for each that was there its number now. What is
    /// made of parts that are in order takes little time.
    mutating func sort() -> [Int] {
      let (ranges, numbers) = found.bytes.withUnsafeBufferPointer { bytes in
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(found.count)
        var numbers = [Int](repeating: 0, count: found.count)
        for index in order(bytes) {
          let range = found.ranges[index]
          if ranges.last.map({ PhraseList.compare(bytes, $0, range) != 0 }) ?? true { ranges.append(range) }
          numbers[index] = ranges.count - 1
        }
        return (ranges, numbers)
      }
      found.ranges = ranges
      return numbers
    }

    /// By the first eight bytes as one number; few phrases share them and need a second look.
    private func order(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
      let keys = found.ranges.enumerated().map { index, range in
        (first: bytes[range].prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }, index: index)
      }
      return keys.sorted { a, b in
        if a.first != b.first { return a.first < b.first }
        return PhraseList.compare(bytes, found.ranges[a.index], found.ranges[b.index]) < 0
      }.map(\.index)
    }
  }

  private static func compare(_ bytes: UnsafeBufferPointer<UInt8>, _ a: Range<Int>, _ b: Range<Int>) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let order = memcmp(base + a.lowerBound, base + b.lowerBound, min(a.count, b.count))
    return order != 0 ? Int(order) : a.count - b.count
  }
}

/// A text cut where a page may print it differently: at markup, at what HTML escapes, at typography.
enum PhraseCutter {
  /// Shorter pieces are said by chance.
  static let shortest = 12

  /// Calls `found` with the pieces of at least twelve characters, each from its first word on.
  static func cut(_ text: UnsafeBufferPointer<UInt8>, _ found: (UnsafeBufferPointer<UInt8>) -> Void) {
    kinds.withUnsafeBufferPointer { kinds in
      cut(text, kinds) { piece, hasDigits in
        found(piece)
        // Beside a number a space may become one at which no line ends.
        if hasDigits { cutAtDigits(piece, kinds, found) }
      }
    }
  }

  private typealias Table = UnsafeBufferPointer<UInt8>

  /// A piece while it is read.
  private struct Piece {
    var start = -1
    /// After its last byte that is no space, and how many characters it has up to there.
    var end = 0
    var characters = 0
    var hasDigits = false
    /// Ids and keys of pages are no secrets: they stand in addresses and references.
    var isIdentifier = true
    private var spaces = 0
    private var words = 0
    private var isInWord = false

    @inline(__always)
    mutating func take(_ byte: UInt8, at: Int, kind: UInt8) {
      if byte == 0x20 {
        spaces += 1
        isInWord = false
        return
      }
      end = at + 1
      if kind == WordBytes.inherited {
        isIdentifier = false
        return
      }
      characters += spaces + 1
      if spaces > 0 {
        isIdentifier = false
        spaces = 0
      }
      let isLetter = kind == WordBytes.letter
      if isLetter, !isInWord { words += 1 }
      isInWord = isLetter
      if kind == WordBytes.digit {
        hasDigits = true
      } else if byte < UInt8(ascii: "a") && byte != UInt8(ascii: "-") || byte > UInt8(ascii: "z") {
        isIdentifier = false
      }
    }

    /// A phrase already, whatever follows.
    var isSettled: Bool { characters >= PhraseCutter.shortest && words >= 2 && !isIdentifier }

    /// Takes what is left up to the next border, and returns where that is: most bytes of a text pass here.
    mutating func takeRest(_ text: UnsafeBufferPointer<UInt8>, from start: Int, _ kinds: Table) -> Int {
      var at = start
      while at < text.count {
        let kind = kinds[Int(text[at])]
        if kind == border { break }
        if kind == WordBytes.digit { hasDigits = true }
        at += 1
      }
      end = at
      while text[end - 1] == 0x20 { end -= 1 }
      return at
    }

    /// One word with numbers is a date or a measure, which every page may print.
    var isPhrase: Bool {
      start >= 0 && characters >= PhraseCutter.shortest && !isIdentifier && !(hasDigits && words < 2)
    }
  }

  private static func cut(
    _ text: UnsafeBufferPointer<UInt8>, _ kinds: Table, _ found: (UnsafeBufferPointer<UInt8>, Bool) -> Void
  ) {
    var piece = Piece()
    var lead = WordBytes.other
    var at = 0
    while at < text.count {
      defer { at += 1 }
      let byte = text[at]
      let kind = kinds[Int(byte)]
      if kind == border {
        if piece.isPhrase { found(UnsafeBufferPointer(rebasing: text[piece.start..<piece.end]), piece.hasDigits) }
        (piece, lead) = (Piece(), WordBytes.other)
        continue
      }
      if kind != WordBytes.inherited { lead = kind }
      if piece.start < 0 {
        guard lead != WordBytes.other else { continue }
        piece.start = at
      }
      piece.take(byte, at: at, kind: kind)
      if piece.isSettled { at = piece.takeRest(text, from: at + 1, kinds) - 1 }
    }
    if piece.isPhrase { found(UnsafeBufferPointer(rebasing: text[piece.start..<piece.end]), piece.hasDigits) }
  }

  private static func cutAtDigits(
    _ piece: UnsafeBufferPointer<UInt8>, _ kinds: Table, _ found: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for end in 0...piece.count where end == piece.count || kinds[Int(piece[end])] == WordBytes.digit {
      if end - start >= shortest {
        cut(UnsafeBufferPointer(rebasing: piece[start..<end]), kinds) { part, _ in found(part) }
      }
      start = end + 1
    }
  }

  private static let border: UInt8 = 4
  /// What each byte is, borders of phrases among them.
  private static let kinds: [UInt8] = {
    var table = WordBytes.table
    for byte in "&<>\"'\n\r\t*_`[]()\\#|~{}!".utf8 { table[Int(byte)] = border }
    return table
  }()
}
