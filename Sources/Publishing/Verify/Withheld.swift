// What one edition's readers may not see, as phrases, names and amounts that can be looked for in its bytes.

import Languages
import Site
import Syntax
import Transition

/// What the book of secrets holds and this edition does not show anyway.
struct Withheld: Sendable {
  private(set) var scan: LeakScan
  /// In the order in which the scan counts them.
  let phrases: [SecretSource]
  let names: [SecretSource]
  let amounts: [SecretSource]

  /// `common` are texts that every edition shows: templates, words of the languages.
  init(_ book: SecretBook, _ whole: ParsedContent, selected: ParsedContent, _ edition: Edition, common: [[UInt8]]) {
    let hidden = Self.hidden(book, whole, selected, edition)
    let numbers = hidden.phrases.indices.filter { hidden.phrases[$0] != nil }
    let values = hidden.amounts.keys.sorted()
    let all = LeakScan(
      phrases: PhraseList(sorted: numbers.lazy.map { book.phrases[$0] }), names: hidden.names.map(\.bytes),
      amounts: values)
    guard !all.isEmpty else {
      (scan, phrases, names, amounts) = (all, [], [], [])
      return
    }
    // What the readers see anyway is no leak: the same scan finds it in their own texts.
    let shown = all.findings(in: Self.shown(selected, edition) + common.map { $0[...] } + [Self.declarations[...]])
    scan = all.without(shown)
    phrases = numbers.compactMap { hidden.phrases[$0] }
    names = hidden.names.map(\.source)
    amounts = values.compactMap { hidden.amounts[$0] }
  }

  /// Looks no more for what stands in these texts, too.
  mutating func exempt(_ texts: [ArraySlice<UInt8>]) {
    if !scan.isEmpty { scan = scan.without(scan.findings(in: texts)) }
  }

  // MARK: What is hidden

  private struct Hidden {
    /// By the numbers of phrases.
    var phrases: [SecretSource?]
    var names: [(bytes: [UInt8], source: SecretSource)] = []
    var amounts: [UInt64: SecretSource] = [:]

    mutating func add(_ unit: SecretBook.Unit) {
      for (phrase, source) in unit.phrases where phrases[phrase] == nil { phrases[phrase] = source }
      for (value, source) in unit.amounts where amounts[value] == nil { amounts[value] = source }
      names += unit.names
    }
  }

  private static func hidden(
    _ book: SecretBook, _ whole: ParsedContent, _ selected: ParsedContent, _ edition: Edition
  ) -> Hidden {
    var hidden = Hidden(phrases: Array(repeating: nil, count: book.phrases.count))
    let shown = Set(selected.shownRecords.map(ObjectIdentifier.init))
    let keepsExtras = edition.readers.audience >= .internal
    for record in whole.shownRecords {
      let isShown = shown.contains(ObjectIdentifier(record)) && (keepsExtras || record.extras.isEmpty)
      if !isShown, let unit = book.records[ObjectIdentifier(record)] { hidden.add(unit) }
    }
    for page in selected.pages {
      let bytes = page.document.source.bytes
      for part in book.parts[page.file.path] ?? [] where bytes[part.start] == 0x20 { hidden.add(part.unit) }
    }
    for (value, source) in book.derived where source.audience > edition.readers.audience {
      if hidden.amounts[value] == nil { hidden.amounts[value] = source }
    }
    return hidden
  }

  // MARK: What is shown

  /// The texts of the selected part, as they were written.
  static func shown(_ selected: ParsedContent, _ edition: Edition) -> [ArraySlice<UInt8>] {
    var harvest = TextHarvest()
    let keepsExtras = edition.readers.audience >= .internal
    for record in selected.shownRecords { harvest.add(record, withExtras: keepsExtras) }
    for project in selected.projects { harvest.addDerived(of: project) }
    harvest.add(selected.configuration.record)
    // Numbers stand for themselves; a text that holds them is scanned like any other.
    let values = harvest.texts.map(\.text) + harvest.numbers.map { String($0.value) }
    let bodies = selected.pages.map { page in
      let source = page.document.source
      return source.bytes[FrontMatter.split(source).0.body...]
    }
    return [Array(values.joined(separator: "\n").utf8)[...]] + bodies
  }

  /// What the pages about the data format say of every field.
  private static let declarations: [UInt8] = {
    let specs = (Entities.all + [GlossaryTerm.schema]).flatMap(\.fields)
    return Array(specs.map { "\($0.kind.form)\n\($0.summary)" }.joined(separator: "\n").utf8)
  }()
}
