// All that at least one edition withholds, cut into phrases once; each edition then picks what it withholds itself.

import Languages
import Site
import Syntax
import Transition

/// Where something stands that is withheld, and who may read it there.
struct SecretSource: Sendable {
  let place: Place
  let audience: Audience
}

/// Phrases, amounts and names of a site by the record or the part of a page that they stand in.
struct SecretBook: Sendable {
  /// A record, or a part of a page: seen or withheld as a whole.
  struct Unit: Sendable {
    /// By the numbers of phrases.
    var phrases: [(phrase: Int, source: SecretSource)] = []
    var amounts: [(value: UInt64, source: SecretSource)] = []
    var names: [(bytes: [UInt8], source: SecretSource)] = []
  }

  /// A part of a page that is not for all its readers.
  struct Part: Sendable {
    /// Where it begins in the page's file; blanked where the part is withheld.
    let start: Int
    let unit: Unit
  }

  let phrases: PhraseList
  let records: [ObjectIdentifier: Unit]
  /// By the path of the page's file.
  let parts: [String: [Part]]
  /// Amounts that are computed, with the narrowest audience of what they rest on.
  let derived: [(value: UInt64, source: SecretSource)]

  /// `selections` are what the editions show; what all of them show is no secret here.
  init(_ whole: ParsedContent, selections: [ParsedContent], asOf: AsOf, jobs: Int) {
    let hidden = Self.hiddenRecords(whole, selections)
    let collectors = parallelMap(hidden.count, jobs: jobs, chunk: 256) { range -> [Collector] in
      var collector = Collector()
      for record in hidden[range] { collector.add(record) }
      return [collector]
    }
    var collector = Collector()
    for other in collectors { collector.add(other) }
    for page in whole.pages where !page.directiveAudiences.isEmpty { collector.add(partsOf: page) }
    (phrases, records, parts) = collector.finished()
    derived = Self.derived(whole.projects.map { $0.selected(for: Readership(.restricted), asOf: asOf) })
  }

  /// The records that at least one edition does not show, or not whole.
  private static func hiddenRecords(_ whole: ParsedContent, _ selections: [ParsedContent]) -> [Record] {
    let shown = selections.map { Set($0.shownRecords.map(ObjectIdentifier.init)) }
    return whole.shownRecords.filter { record in !shown.allSatisfy { $0.contains(ObjectIdentifier(record)) } }
  }

  private static func derived(_ projects: [TransitionProject]) -> [(value: UInt64, source: SecretSource)] {
    var harvest = TextHarvest()
    for project in projects { harvest.addDerived(of: project) }
    return harvest.numbers.map { ($0.value, SecretSource(place: $0.place, audience: $0.audience)) }
  }

  /// Gathers units; phrases get their order at the end.
  private struct Collector {
    private var phrases = PhraseList.Builder()
    private var records: [ObjectIdentifier: Unit] = [:]
    private var parts: [String: [Part]] = [:]

    mutating func add(_ record: Record) {
      var harvest = TextHarvest()
      harvest.add(record)
      let names = record.schema === Person.schema ? Self.names(record) : []
      var unit = unit(harvest, except: names.map { String(decoding: $0.bytes, as: UTF8.self) })
      unit.names = names
      records[ObjectIdentifier(record)] = unit
    }

    mutating func add(_ other: Collector) {
      let raised = phrases.add(other.phrases)
      records.merge(
        other.records.mapValues { unit in
          var unit = unit
          for index in unit.phrases.indices { unit.phrases[index].phrase += raised }
          return unit
        }, uniquingKeysWith: { first, _ in first })
    }

    mutating func add(partsOf page: ParsedPage) {
      let document = page.document
      for node in document.nodes where node.kind == .containerDirective || node.kind == .textDirective {
        guard node.value >= 0, page.directiveAudiences[Int(node.value)] > .public else { continue }
        let audience = max(page.audience, page.directiveAudiences[Int(node.value)])
        var harvest = TextHarvest()
        harvest.add(document.source.text(node.span), at: Place(document.source, node.span), audience)
        parts[page.file.path, default: []].append(Part(start: Int(node.span.start), unit: unit(harvest)))
      }
    }

    private mutating func unit(_ harvest: TextHarvest, except names: [String] = []) -> Unit {
      var unit = Unit()
      for text in harvest.texts where names.isEmpty || !names.contains(text.text) {
        let source = SecretSource(place: text.place, audience: text.audience)
        for phrase in phrases.add(text.text) { unit.phrases.append((phrase, source)) }
      }
      unit.amounts = harvest.numbers.map { ($0.value, SecretSource(place: $0.place, audience: $0.audience)) }
      return unit
    }

    /// Names of people count at any length.
    private static func names(_ person: Record) -> [(bytes: [UInt8], source: SecretSource)] {
      [Person.name, Person.phone, Person.email].compactMap { field in
        guard let text = person[field] else { return nil }
        let bytes = Array(text.utf8)
        let word = Array(bytes[WordBytes.start(of: bytes[...])...])
        let source = SecretSource(place: person.place(of: field.spec.name), audience: person.audience)
        return word.count >= LeakScan.shortestName ? (word, source) : nil
      }
    }

    func finished() -> (PhraseList, [ObjectIdentifier: Unit], [String: [Part]]) {
      let (list, numbers) = phrases.finished()
      func numbered(_ unit: Unit) -> Unit {
        var unit = unit
        for index in unit.phrases.indices { unit.phrases[index].phrase = numbers[unit.phrases[index].phrase] }
        return unit
      }
      return (
        list, records.mapValues(numbered),
        parts.mapValues { $0.map { Part(start: $0.start, unit: numbered($0.unit)) } }
      )
    }
  }
}

extension ParsedContent {
  /// Everything of it that is a record: of projects, their tables, the glossary, the heads of pages.
  var shownRecords: [Record] {
    projects.flatMap { $0.everyRecord + $0.tables.flatMap(\.records) } + glossary.terms + pages.map(\.frontMatter)
  }
}
