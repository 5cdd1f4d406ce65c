// What one edition's readers may not see, as phrases, names and amounts that can be looked for in its bytes.

import Languages
import Site
import Syntax
import Transition

/// What the book of secrets holds and this edition does not show anyway.
struct Withheld: Sendable {
  private(set) var scan: LeakScan
  private let book: SecretBook
  private let hidden: Hidden

  /// `common` are texts that every edition shows: templates, words of the languages.
  init(
    _ book: SecretBook, _ shown: ShownRecords, selected: ParsedContent, _ edition: Edition, common: [[UInt8]],
    jobs: Int
  ) {
    self.book = book
    hidden = Hidden(book, shown, selected, edition.readers.audience)
    let all = LeakScan(
      phrases: book.phrases.only(hidden.phrases.lazy.map(\.phrase)),
      names: hidden.names.map { book.lists.names[$0].bytes }, amounts: hidden.amounts.map(\.value))
    guard !all.isEmpty else {
      scan = all
      return
    }
    // What the readers see anyway is no leak: the same scan finds it in their own texts.
    let found = parallelMap(2, jobs: jobs, chunk: 1) { range in
      range.map { part in
        all.findings(in: part == 0 ? Self.shown(selected, edition) : common.map { $0[...] } + [Self.declarations[...]])
      }
    }
    scan = found.reduce(all) { $0.without($1) }
  }

  /// Where what the scan found stands, by its number there.
  func source(ofPhrase index: Int) -> TextSource { book.lists.phrases[hidden.phrases[index].entry].source }
  func source(ofName index: Int) -> TextSource { book.lists.names[hidden.names[index]].source }
  func source(ofAmount index: Int) -> TextSource { hidden.amounts[index].source }

  /// Looks no more for what stands in these texts, too.
  mutating func exempt(_ texts: [ArraySlice<UInt8>]) {
    if !scan.isEmpty { scan = scan.without(scan.findings(in: texts)) }
  }

  // MARK: What is hidden

  /// By its place in the book; each phrase and each amount at the first place where it is hidden.
  private struct Hidden: Sendable {
    private(set) var phrases: [(phrase: Int, entry: Int)] = []
    private(set) var names: [Int] = []
    private(set) var amounts: [SourceAmount] = []

    init(_ book: SecretBook, _ shown: ShownRecords, _ selected: ParsedContent, _ audience: Audience) {
      let units = Self.units(book, shown, selected, audience)
      var entries = [Int32](repeating: -1, count: book.phrases.count)
      for entry in units.lazy.flatMap(\.phrases) {
        let phrase = book.lists.phrases[entry].number
        if entries[phrase] < 0 { entries[phrase] = Int32(entry) }
      }
      phrases = entries.indices.lazy.filter { entries[$0] >= 0 }.map { ($0, Int(entries[$0])) }
      names = units.flatMap(\.names)
      let computed = book.derived.lazy.filter { $0.source.audience > audience }
      let found = units.lazy.flatMap(\.amounts).map { book.lists.amounts[$0] } + computed
      amounts = Dictionary(found.map { ($0.value, $0) }) { first, _ in first }.values.sorted { $0.value < $1.value }
    }

    private static func units(
      _ book: SecretBook, _ shown: ShownRecords, _ selected: ParsedContent, _ audience: Audience
    ) -> [SecretBook.Unit] {
      let keepsExtras = audience >= .internal
      let records = book.records.lazy.filter { record, _ in
        !shown.contains(record) || !keepsExtras && !record.extras.isEmpty
      }
      let parts = selected.pages.lazy.flatMap { page in
        let bytes = page.document.source.bytes
        return (book.parts[page.file.path] ?? []).lazy.filter { bytes[$0.start] == 0x20 }
      }
      return records.map(\.unit) + parts.map(\.unit)
    }
  }

  // MARK: What is shown

  /// The texts of the selected part, as they were written.
  static func shown(_ selected: ParsedContent, _ edition: Edition) -> [ArraySlice<UInt8>] {
    var harvest = TextHarvest()
    let keepsExtras = edition.readers.audience >= .internal
    for record in selected.shownRecords { harvest.add(record, withExtras: keepsExtras) }
    for project in selected.projects { harvest.addDerived(of: project, onlyMoney: false) }
    harvest.add(selected.configuration.record)
    // Numbers stand for themselves; a text that holds them is scanned like any other.
    let values = harvest.texts.map(\.text) + harvest.numbers.map { String($0.value) } + addresses(selected, edition)
    let bodies = selected.pages.map { page in
      let source = page.document.source
      return source.bytes[FrontMatter.split(source).0.body...]
    }
    return [Array(values.joined(separator: "\n").utf8)[...]] + bodies
  }

  /// Where the pages lie that projects have without a writer; a withheld text may name them, too.
  private static func addresses(_ selected: ParsedContent, _ edition: Edition) -> [String] {
    guard edition.readers.audience > .public else { return [] }
    return selected.projects.map { "projects/\($0.id)/index" }
  }

  /// What the pages about the data format say of every field.
  private static let declarations: [UInt8] = {
    let specs = (Entities.all + [GlossaryTerm.schema]).flatMap(\.fields)
    return Array(specs.map { "\($0.kind.form)\n\($0.summary)" }.joined(separator: "\n").utf8)
  }()
}
