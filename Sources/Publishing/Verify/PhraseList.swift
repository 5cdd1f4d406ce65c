// Texts cut into phrases: distinct, in the order of their bytes, all in one piece of memory.

import Glibc

/// Phrases by number, from 0; the numbers follow the order of the bytes.
struct PhraseList: Sendable {
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = []

  var count: Int { ranges.count }

  subscript(phrase: Int) -> ArraySlice<UInt8> { bytes[ranges[phrase]] }

  init() {}

  /// Some phrases, each once and in order.
  init(sorted phrases: some Sequence<ArraySlice<UInt8>>) {
    for phrase in phrases { append(phrase) }
  }

  private mutating func append(_ phrase: some Sequence<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: phrase)
    ranges.append(start..<bytes.count)
  }

  /// Takes in texts; `finished` gives the phrases, and for each that was taken in its number among them.
  struct Builder {
    private var found = PhraseList()

    /// Takes in the phrases of a text. Returns which they are, for `finished`.
    mutating func add(_ text: String) -> Range<Int> {
      let first = found.count
      var text = text
      text.withUTF8 { PhraseCutter.cut($0) { phrase in found.append(phrase) } }
      return first..<found.count
    }

    /// Takes in what another one has; returns by how much the numbers of its phrases are to be raised.
    mutating func add(_ other: Builder) -> Int {
      let (first, offset) = (found.count, found.bytes.count)
      found.bytes += other.found.bytes
      found.ranges += other.found.ranges.map { $0.lowerBound + offset..<$0.upperBound + offset }
      return first
    }

    func finished() -> (list: PhraseList, numbers: [Int]) {
      found.bytes.withUnsafeBufferPointer { bytes in
        var list = PhraseList()
        var numbers = [Int](repeating: 0, count: found.count)
        var last: Range<Int>?
        for index in order(bytes) {
          let range = found.ranges[index]
          if last.map({ PhraseList.compare(bytes, $0, range) != 0 }) ?? true { list.append(bytes[range]) }
          numbers[index] = list.count - 1
          last = range
        }
        return (list, numbers)
      }
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
    isBorder.withUnsafeBufferPointer { borders in
      WordBytes.table.withUnsafeBufferPointer { kinds in
        cut(text, borders, kinds) { piece, hasDigits in
          found(piece)
          // Beside a number a space may become one at which no line ends.
          if hasDigits { cutAtDigits(piece, borders, kinds, found) }
        }
      }
    }
  }

  private typealias Table<Element> = UnsafeBufferPointer<Element>

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

    mutating func take(_ byte: UInt8, at: Int, isDigit: Bool, isLetter: Bool) {
      if byte == 0x20 {
        spaces += 1
        isInWord = false
        return
      }
      if byte & 0xC0 != 0x80 { characters += spaces + 1 }
      if spaces > 0 { isIdentifier = false }
      spaces = 0
      end = at + 1
      if isLetter, !isInWord { words += 1 }
      isInWord = isLetter || isInWord && byte & 0xC0 == 0x80
      if isDigit {
        hasDigits = true
      } else if byte != UInt8(ascii: "-"), !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) {
        isIdentifier = false
      }
    }

    /// One word with numbers is a date or a measure, which every page may print.
    var isPhrase: Bool {
      start >= 0 && characters >= PhraseCutter.shortest && !isIdentifier && !(hasDigits && words < 2)
    }
  }

  private static func cut(
    _ text: UnsafeBufferPointer<UInt8>, _ borders: Table<Bool>, _ kinds: Table<UInt8>,
    _ found: (UnsafeBufferPointer<UInt8>, Bool) -> Void
  ) {
    var piece = Piece()
    var lead = WordBytes.other
    for at in 0..<text.count {
      let byte = text[at]
      guard !borders[Int(byte)] else {
        if piece.isPhrase { found(UnsafeBufferPointer(rebasing: text[piece.start..<piece.end]), piece.hasDigits) }
        (piece, lead) = (Piece(), WordBytes.other)
        continue
      }
      let kind = kinds[Int(byte)]
      if kind != WordBytes.inherited { lead = kind }
      if piece.start < 0 {
        guard lead != WordBytes.other else { continue }
        piece.start = at
      }
      piece.take(byte, at: at, isDigit: kind == WordBytes.digit, isLetter: kind == WordBytes.letter)
    }
    if piece.isPhrase { found(UnsafeBufferPointer(rebasing: text[piece.start..<piece.end]), piece.hasDigits) }
  }

  private static func cutAtDigits(
    _ piece: UnsafeBufferPointer<UInt8>, _ borders: Table<Bool>, _ kinds: Table<UInt8>,
    _ found: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var start = 0
    for end in 0...piece.count where end == piece.count || kinds[Int(piece[end])] == WordBytes.digit {
      if end - start >= shortest {
        cut(UnsafeBufferPointer(rebasing: piece[start..<end]), borders, kinds) { part, _ in found(part) }
      }
      start = end + 1
    }
  }

  private static let isBorder: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "&<>\"'\n\r\t*_`[]()\\#|~{}!".utf8 { table[Int(byte)] = true }
    return table
  }()
}
