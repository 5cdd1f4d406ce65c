// Enumerations, quotations, names of languages, and the order of words in a language.

internal import Foundation

extension Language {
  /// The items as an enumeration: "a, b e c", "a, b och c", "a, b und c"; empty for none.
  package func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    switch items.count {
    case 1: return last
    case 2: return joined(patterns.pair, items[0], last)
    default: return longList(items)
    }
  }

  /// Joins from the end, as CLDR defines its patterns.
  private func longList(_ items: [String]) -> String {
    var list = joined(patterns.listEnd, items[items.count - 2], items[items.count - 1])
    for item in items[1..<(items.count - 2)].reversed() { list = joined(patterns.listMiddle, item, list) }
    return joined(patterns.listStart, items[0], list)
  }

  private func joined(_ pattern: MessagePattern, _ first: String, _ second: String) -> String {
    pattern.filled(with: ["0": first, "1": second])
  }

  /// The text in the language's quotation marks, or in those for a quotation inside another.
  package func quoted(_ text: String, inner: Bool = false) -> String {
    let quotes = data.quotes
    return inner ? quotes.innerOpen + text + quotes.innerClose : quotes.open + text + quotes.close
  }

  /// What this language calls another, as in running text: Italian says "svedese", German "Schwedisch".
  package func displayName(of other: LanguageTag) -> String {
    locale.localizedString(forIdentifier: other.code) ?? other.code
  }

  /// The name of a country by its code of ISO 3166-1: "Germania", "Tyskland", "Deutschland" for DE.
  package func regionName(_ code: String) -> String {
    locale.localizedString(forRegionCode: code) ?? code
  }

  /// The items in the order of a dictionary of the language; equal keys keep their order.
  ///
  /// A comparison costs microseconds, since Foundation offers no sort keys: sort a list once, not once per page.
  package func sorted<Item>(_ items: some Sequence<Item>, by key: (Item) -> String) -> [Item] {
    let keyed = items.enumerated().map { SortItem(item: $0.element, key: key($0.element), position: $0.offset) }
    // The order of code points is nearly the right one and cheap. The standard library's sort is quick on what is
    // nearly sorted, so that it asks ICU a fraction of the questions.
    let nearly = keyed.sorted { ($0.folded, $0.position) < ($1.folded, $1.position) }
    return nearly.sorted { left, right in
      switch order(left.key, right.key) {
      case .orderedAscending: true
      case .orderedDescending: false
      case .orderedSame: left.position < right.position
      }
    }.map(\.item)
  }

  package func sorted(_ words: some Sequence<String>) -> [String] {
    sorted(words) { $0 }
  }

  /// ICU's order; words that it holds equal (such as those that differ in a control character) go by their bytes.
  private func order(_ left: String, _ right: String) -> ComparisonResult {
    if left.utf8.elementsEqual(right.utf8) { return .orderedSame }
    let order = left.compare(right, options: [], range: nil, locale: collation)
    guard order == .orderedSame else { return order }
    return left.utf8.lexicographicallyPrecedes(right.utf8) ? .orderedAscending : .orderedDescending
  }
}

/// An item on its way through sorting, with what it is sorted by.
private struct SortItem<Item> {
  let item: Item
  let key, folded: String
  let position: Int

  init(item: Item, key: String, position: Int) {
    (self.item, self.key, self.position) = (item, key, position)
    folded = key.lowercased()
  }
}
