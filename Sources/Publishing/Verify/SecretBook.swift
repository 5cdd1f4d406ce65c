// All that at least one edition withholds, cut into phrases once; each edition then picks what it withholds itself.

import Languages
import Site
import Syntax
import Transition

/// Phrases, amounts and names of a site by the record or the part of a page that they stand in.
struct SecretBook: Sendable {
  /// A record, or a part of a page: seen or withheld as a whole. Its ranges are those of the lists of the book.
  struct Unit: Sendable {
    let phrases, amounts, names: Range<Int>
  }

  /// A part of a page that is not for all its readers.
  struct Part: Sendable {
    /// Where it begins in the page's file; blanked where the part is withheld.
    let start: Int
    let unit: Unit
  }

  /// A phrase by its number, at one of the places where it stands.
  struct Phrase: Sendable {
    fileprivate(set) var number: Int
    let source: TextSource
  }

  /// A person's name, number or address.
  struct Name: Sendable {
    let bytes: [UInt8]
    let source: TextSource
  }

  /// What the units hold, one after the other.
  struct Lists: Sendable {
    fileprivate(set) var phrases: [Phrase] = []
    fileprivate(set) var amounts: [SourceAmount] = []
    fileprivate(set) var names: [Name] = []
  }

  let phrases: PhraseList
  let lists: Lists
  /// The records that at least one edition does not show, or not whole.
  let records: [(record: Record, unit: Unit)]
  /// By the path of the page's file.
  let parts: [String: [Part]]
  /// Amounts that are computed, with the narrowest audience of what they rest on.
  let derived: [SourceAmount]

  /// `shown` is what the editions show; what all of them show is no secret here.
  init(_ whole: ParsedContent, shown: [ShownRecords], asOf: AsOf, jobs: Int) {
    let hidden = whole.shownRecords.filter { record in !shown.allSatisfy { $0.contains(record) } }
    let projects = whole.projects
    let count = projects.count + hidden.count
    let collectors = parallelMap(count, jobs: jobs, chunk: max(64, count / (4 * jobs))) { range -> [SecretCollector] in
      var collector = SecretCollector()
      for index in range {
        if index < projects.count {
          collector.addDerived(of: projects[index].withoutHidden(from: Readership(.restricted), asOf: asOf))
        } else {
          collector.add(hidden[index - projects.count])
        }
      }
      collector.sort()
      return [collector]
    }
    var collector = SecretCollector(joining: collectors)
    for page in whole.pages where !page.directiveAudiences.isEmpty { collector.add(partsOf: page) }
    collector.sort()
    (phrases, lists) = (collector.phrases.found, collector.lists)
    records = Array(zip(hidden, collector.units))
    parts = collector.parts
    derived = collector.derived
  }
}

/// Gathers what a book holds.
private struct SecretCollector {
  private(set) var phrases = PhraseList.Builder()
  private(set) var lists = SecretBook.Lists()
  private(set) var derived: [SourceAmount] = []
  /// Of records, in the order in which they were taken in.
  private(set) var units: [SecretBook.Unit] = []
  private(set) var parts: [String: [SecretBook.Part]] = [:]

  mutating func add(_ record: Record) {
    var harvest = TextHarvest()
    harvest.add(record)
    units.append(unit(harvest, names: record.schema === Person.schema ? Self.names(record) : []))
  }

  init() {}

  mutating func addDerived(of project: TransitionProject) {
    var harvest = TextHarvest()
    harvest.addDerived(of: project)
    derived += harvest.numbers
  }

  /// What several have of records, one after the other.
  init(joining others: [SecretCollector]) {
    phrases.reserve(others.lazy.map(\.phrases))
    lists.phrases.reserveCapacity(others.reduce(0) { $0 + $1.lists.phrases.count })
    for other in others { add(other) }
  }

  private mutating func add(_ other: SecretCollector) {
    let raised = phrases.add(other.phrases)
    let (first, amounts, names) = (lists.phrases.count, lists.amounts.count, lists.names.count)
    units += other.units.map {
      SecretBook.Unit(
        phrases: $0.phrases.raised(by: first), amounts: $0.amounts.raised(by: amounts),
        names: $0.names.raised(by: names))
    }
    lists.phrases += other.lists.phrases.lazy.map { SecretBook.Phrase(number: $0.number + raised, source: $0.source) }
    lists.amounts += other.lists.amounts
    lists.names += other.lists.names
    derived += other.derived
  }

  mutating func add(partsOf page: ParsedPage) {
    let document = page.document
    for node in document.nodes where node.kind == .containerDirective || node.kind == .textDirective {
      guard node.value >= 0, page.directiveAudiences[Int(node.value)] > .public else { continue }
      let audience = max(page.audience, page.directiveAudiences[Int(node.value)])
      var harvest = TextHarvest()
      let source = TextSource(file: document.source, span: node.span, audience: audience)
      harvest.add(document.source.text(node.span), at: source)
      parts[page.file.path, default: []].append(
        SecretBook.Part(start: Int(node.span.start), unit: unit(harvest, names: [])))
    }
  }

  private mutating func unit(_ harvest: TextHarvest, names: [SecretBook.Name]) -> SecretBook.Unit {
    let (first, firstAmount, firstName) = (lists.phrases.count, lists.amounts.count, lists.names.count)
    let whole = names.map { String(decoding: $0.bytes, as: UTF8.self) }
    for said in harvest.texts where whole.isEmpty || !whole.contains(said.text) {
      for number in phrases.add(said.text) {
        lists.phrases.append(SecretBook.Phrase(number: number, source: said.source))
      }
    }
    lists.amounts += harvest.numbers
    lists.names += names
    return SecretBook.Unit(
      phrases: first..<lists.phrases.count, amounts: firstAmount..<lists.amounts.count,
      names: firstName..<lists.names.count)
  }

  /// Names of people count at any length.
  private static func names(_ person: Record) -> [SecretBook.Name] {
    [Person.name, Person.phone, Person.email].compactMap { field in
      guard let text = person[field] else { return nil }
      let bytes = Array(text.utf8)
      let word = Array(bytes[WordBytes.start(of: bytes[...])...])
      let span = person.place(of: field.spec.name).span
      let source = TextSource(file: person.file, span: span, audience: person.audience)
      return word.count >= LeakScan.shortestName ? SecretBook.Name(bytes: word, source: source) : nil
    }
  }

  /// Puts the phrases in the order of their bytes.
  mutating func sort() {
    let numbers = phrases.sort()
    for index in lists.phrases.indices { lists.phrases[index].number = numbers[lists.phrases[index].number] }
  }
}

extension Range<Int> {
  fileprivate func raised(by count: Int) -> Range<Int> { lowerBound + count..<upperBound + count }
}

/// The records that an edition shows whole.
struct ShownRecords: Sendable {
  private let records: Set<ObjectIdentifier>

  init(_ selected: ParsedContent) { records = Set(selected.shownRecords.map(ObjectIdentifier.init)) }

  func contains(_ record: Record) -> Bool { records.contains(ObjectIdentifier(record)) }
}

extension ParsedContent {
  /// Everything of it that is a record: of projects, their tables, the glossary, the heads of pages.
  var shownRecords: [Record] {
    projects.flatMap { $0.everyRecord + $0.proposals + $0.tables.flatMap(\.records) } + glossary.terms
      + pages.map(\.frontMatter)
  }
}
