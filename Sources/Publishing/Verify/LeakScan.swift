// One pass over bytes for phrases, names of people and amounts.

/// What may not stand in an edition's bytes; pure, and used from several threads.
struct LeakScan: Sendable {
  /// Names of fewer bytes are words.
  static let shortestName = 4

  private let phrases: PhraseMatcher
  private let names: PhraseMatcher
  /// From the sorted order of the names to that in which they were given.
  private let order: [Int]
  private let amounts: [UInt64: Int]
  /// What is looked for no more.
  private var exempt = Found()

  var isEmpty: Bool { phrases.isEmpty && names.isEmpty && amounts.isEmpty }

  init(phrases: PhraseList, names: [[UInt8]], amounts: [UInt64]) {
    self.phrases = PhraseMatcher(phrases, key: PhraseCutter.shortest)
    order = names.indices.sorted { names[$0].lexicographicallyPrecedes(names[$1]) }
    self.names = PhraseMatcher(
      PhraseList(sorted: order.map { names[$0][...] }), key: Self.shortestName, mustEndWord: true)
    self.amounts = Dictionary(zip(amounts, amounts.indices), uniquingKeysWith: { first, _ in first })
  }

  /// What was found, by the order in which it was given.
  struct Found: Sendable {
    var phrases: Set<Int> = []
    var names: Set<Int> = []
    var amounts: Set<Int> = []
    var isEmpty: Bool { phrases.isEmpty && names.isEmpty && amounts.isEmpty }

    mutating func formUnion(_ other: Found) {
      phrases.formUnion(other.phrases)
      names.formUnion(other.names)
      amounts.formUnion(other.amounts)
    }
  }

  /// The same scan, for all but some.
  func without(_ found: Found) -> LeakScan {
    var scan = self
    scan.exempt.formUnion(found)
    return scan
  }

  func findings(in texts: [ArraySlice<UInt8>]) -> Found {
    var found = Found()
    for text in texts { find(in: text, &found) }
    return found
  }

  private func find(in text: ArraySlice<UInt8>, _ found: inout Found) {
    text.withUnsafeBytes { bytes in
      WordBytes.table.withUnsafeBufferPointer { kinds in walk(bytes, kinds, &found) }
    }
  }

  private func walk(_ text: UnsafeRawBufferPointer, _ kinds: UnsafeBufferPointer<UInt8>, _ found: inout Found) {
    let (looksForNames, looksForAmounts) = (!names.isEmpty, !amounts.isEmpty)
    var last = WordBytes.other
    var endOfNumber = 0
    for at in 0..<text.count {
      let kind = kinds[Int(text[at])]
      // A continuation byte is what its lead byte was.
      if kind == WordBytes.inherited { continue }
      if kind != WordBytes.other, last == WordBytes.other {
        phrases.match(text, at: at) { if !exempt.phrases.contains($0) { found.phrases.insert($0) } }
        if looksForNames { names.match(text, at: at) { addName(order[$0], &found) } }
      }
      if looksForAmounts, kind == WordBytes.digit, last != WordBytes.digit, at >= endOfNumber {
        endOfNumber = AmountReader.read(text, at: at) { addAmount($0, &found) }
      }
      last = kind
    }
  }

  private func addName(_ name: Int, _ found: inout Found) {
    if !exempt.names.contains(name) { found.names.insert(name) }
  }

  private func addAmount(_ amount: UInt64, _ found: inout Found) {
    if let index = amounts[amount], !exempt.amounts.contains(index) { found.amounts.insert(index) }
  }
}
