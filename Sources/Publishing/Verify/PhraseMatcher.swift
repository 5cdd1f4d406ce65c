// Finds any of many phrases in bytes, in one pass, where they begin at a word. Hundreds of megabytes pass through it.

/// A set of phrases, each at least `key` bytes long.
///
/// A phrase is looked up by the hash of its first bytes: a bit table answers for most places in the text. Phrases are
/// sorted, and each knows the longest other one that it begins with; so one binary search finds all that begin at a place.
struct PhraseMatcher: Sendable {
  /// How many bytes the hash is of: 4 or 12.
  let key: Int
  private let phrases: PhraseList
  /// The longest phrase that another begins with, or -1.
  private let parents: [Int32]
  private let filter: [UInt64]
  private let ranges: [UInt64: Range<Int>]
  private let mustEndWord: Bool

  var isEmpty: Bool { phrases.count == 0 }

  /// `mustEndWord`: a phrase counts only where a word ends with it.
  init(_ phrases: PhraseList, key: Int, mustEndWord: Bool = false) {
    self.key = key
    self.mustEndWord = mustEndWord
    self.phrases = phrases
    parents = Self.parents(phrases)
    var filter = [UInt64](repeating: 0, count: Self.filterSize(phrases.count) / 64)
    var ranges: [UInt64: Range<Int>] = [:]
    ranges.reserveCapacity(phrases.count)
    // Phrases that begin alike are neighbours; two that do not may still have one hash.
    var (run, first) = (UInt64(0), 0)
    func close(_ end: Int) {
      if end > first { ranges[run] = (ranges[run]?.lowerBound ?? first)..<end }
    }
    phrases.visit { position, bytes in
      guard let base = bytes.baseAddress else { return }
      let hash = Self.hash(base, key)
      if hash != run || position == 0 {
        close(position)
        (run, first) = (hash, position)
        let bit = Int(truncatingIfNeeded: hash >> 32) & (filter.count * 64 - 1)
        filter[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
    close(phrases.count)
    self.filter = filter
    self.ranges = ranges
  }

  private static func parents(_ sorted: PhraseList) -> [Int32] {
    var open: [(position: Int, bytes: UnsafeRawBufferPointer)] = []
    var parents: [Int32] = []
    parents.reserveCapacity(sorted.count)
    sorted.visit { position, bytes in
      while let last = open.last, !bytes.starts(with: last.bytes) { open.removeLast() }
      parents.append(open.last.map { Int32($0.position) } ?? -1)
      open.append((position, bytes))
    }
    return parents
  }

  /// Sixteen bits a phrase: few places in a text pass by chance.
  private static func filterSize(_ count: Int) -> Int {
    var size = 1024
    while size < count * 16, size < 1 << 23 { size *= 2 }
    return size
  }

  private static func hash(_ at: UnsafeRawPointer, _ key: Int) -> UInt64 {
    let first = key == 12 ? at.loadUnaligned(as: UInt64.self) : 0
    let rest = UInt64(at.loadUnaligned(fromByteOffset: key - 4, as: UInt32.self))
    var mixed = (first ^ (rest &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD
    mixed ^= mixed >> 32
    return mixed &* 0xC4CE_B9FE_1A85_EC53
  }

  /// Calls `found` with the index of every phrase that begins at a place where a word begins.
  @inline(__always)
  func match(_ text: UnsafeRawBufferPointer, at place: Int, _ found: (Int) -> Void) {
    guard place + key <= text.count else { return }
    let hash = Self.hash(text.baseAddress! + place, key)
    let bit = Int(truncatingIfNeeded: hash >> 32) & (filter.count * 64 - 1)
    guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0, let range = ranges[hash] else { return }
    search(text, place, range, found)
  }

  private func search(_ text: UnsafeRawBufferPointer, _ place: Int, _ range: Range<Int>, _ found: (Int) -> Void) {
    // The last phrase that does not come after the text.
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if compare(middle, text, place) <= 0 { low = middle + 1 } else { high = middle }
    }
    var candidate = low - 1
    while candidate >= range.lowerBound {
      if begins(candidate, text, place), !mustEndWord || endsWord(text, place + length(candidate)) {
        found(candidate)
      }
      candidate = Int(parents[candidate])
    }
  }

  private func length(_ phrase: Int) -> Int { phrases[phrase].count }

  private func begins(_ phrase: Int, _ text: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    length(phrase) <= text.count - place && compare(phrase, text, place) == 0
  }

  /// The order of a phrase and as many bytes of the text; a text that ends within the phrase comes before it.
  private func compare(_ phrase: Int, _ text: UnsafeRawBufferPointer, _ place: Int) -> Int {
    var at = place
    for own in phrases[phrase] {
      guard at < text.count else { return 1 }
      if own != text[at] { return own < text[at] ? -1 : 1 }
      at += 1
    }
    return 0
  }

  /// Also before the s of a genitive: "Annas", "Svenssons".
  private func endsWord(_ text: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    let end = place < text.count && text[place] == UInt8(ascii: "s") ? place + 1 : place
    guard end < text.count else { return true }
    let kind = WordBytes.table[Int(text[end])]
    return kind == WordBytes.other || kind == WordBytes.inherited
  }
}
