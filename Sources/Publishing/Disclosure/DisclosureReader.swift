// What one edition shows, thing by thing: pages, fields of records, files, and the names, contacts and amounts in them.

import Languages
import Rendering
import Site
import Syntax
import Transition

/// Walks what selection left for an edition's readers; what they may not see is not in its input.
struct DisclosureReader {
  private(set) var items: [DisclosureItem.Key: DisclosureItem] = [:]
  private let readers: Readership
  /// Whether lines and texts are items too: for a comparison.
  private let readsTexts: Bool

  /// What pages name: project, collection, record and field, each empty for all.
  private let named: Set<[String]>

  /// All that an edition shows, by key; `uses` are the places where pages show the data.
  static func items(of site: Site, _ selected: ParsedContent, uses: [FieldUse] = [], texts: Bool)
    -> [DisclosureItem.Key: DisclosureItem]
  {
    var reader = DisclosureReader(site, selected.glossary, uses, texts: texts)
    // Pages that nobody wrote show records, which are listed themselves.
    let written = Set(selected.pages.lazy.map(\.identity.key))
    for page in site.pages where !page.isFallback && written.contains(page.source.identity.key) { reader.add(page) }
    for project in selected.projects { reader.add(project) }
    reader.add(selected.glossary.terms, in: ["", GlossaryTerm.schema.collection])
    reader.addSettings(selected.configuration.record)
    for file in site.files {
      let path = "content/" + file.path
      reader.add(.init(kind: .attachment, holder: [], name: path), path, Place(path: path))
    }
    return reader.items
  }

  private init(_ site: Site, _ glossary: Glossary, _ uses: [FieldUse], texts: Bool) {
    (readers, readsTexts) = (site.edition.readers, texts)
    let terms = site.pages.flatMap { $0.destinations.terms.compactMap(\.self) }.map { glossary.terms[$0].id }
    let shown = [GlossaryTerm.term.spec.name, GlossaryTerm.definition.spec.name]
    named = Set(
      uses.flatMap { use in
        (use.fields.isEmpty ? [""] : use.fields).map { [use.project, use.collection, use.record ?? "", $0] }
      } + terms.flatMap { id in shown.map { ["", GlossaryTerm.schema.collection, id, $0] } })
  }

  private func isNamed(_ holder: [String], _ field: String) -> Bool {
    let collection = Array(holder.dropLast())
    return [holder, collection + [""]].contains { named.contains($0 + [field]) || named.contains($0 + [""]) }
  }

  /// The first place of a thing is the one that is named.
  private mutating func add(_ key: DisclosureItem.Key, _ text: String, _ place: Place) {
    if items[key] == nil { items[key] = DisclosureItem(key: key, text: text, place: place) }
  }

  // MARK: Pages

  private mutating func add(_ page: SitePage) {
    let source = page.source
    let language = source.identity.language.code
    let key = source.identity.key.isEmpty ? "index" : source.identity.key
    add(.init(kind: .page, holder: [key], name: language), page.title, source.frontMatter.place(of: "title"))
    let parts = zip(source.document.directives, source.directiveAudiences).count {
      $0.name == "audience" && $1 > source.widestReaders
    }
    if parts > 0 {
      add(.init(kind: .part, holder: [key], name: language), String(parts), Place(path: source.file.path))
    }
    addText(page.title, at: source.frontMatter.place(of: "title"), in: [key, language], holding: [key])
    if let description = source.frontMatter[PageFields.description] {
      addText(description, at: source.frontMatter.place(of: "description"), in: [key, language], holding: [key])
    }
    addBody(of: source.document, in: [key, language], holding: [key])
  }

  private mutating func addBody(of document: MarkdownDocument, in holder: [String], holding: [String]) {
    let source = document.source
    let start = FrontMatter.split(source).0.body
    let bytes = document.sourceWithoutComments
    addValues(in: bytes[start...], holding) { Place(source, SourceSpan(at: start + $0)) }
    guard readsTexts else { return }
    var at = start
    for line in bytes[start...].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let text = line.drop { $0 == 0x20 }
      if !text.isEmpty, !text.starts(with: ":::".utf8) {
        let span = SourceSpan(at: at + line.count - text.count)
        addLine(String(decoding: text, as: UTF8.self), Place(source, span), holder)
      }
      at += line.count + 1
    }
  }

  // MARK: Records

  private mutating func add(_ project: TransitionProject) {
    if let record = project.record { add([record], in: [project.id, Project.schema.collection]) }
    for schema in Entities.all where schema !== Project.schema {
      add(project[schema], in: [project.id, schema.collection])
    }
    for table in project.tables { add(table.records, in: [project.id, DataTable.path(table.name)]) }
    for person in project[Person.schema] {
      guard let name = person[Person.name] else { continue }
      add(.init(kind: .person, holder: [], name: name), name, person.place(of: Person.name.spec.name))
    }
    var computed = TextHarvest()
    computed.addDerived(of: project)
    for number in computed.numbers where number.source.audience <= readers.audience {
      addAmount(number.value, at: number.source.place, [project.id, "computed"])
    }
  }

  /// What has no id is counted.
  private mutating func add(_ records: [Record], in collection: [String]) {
    var unnamed = 0
    for record in records {
      unnamed += record.id.isEmpty ? 1 : 0
      let holder = collection + [record.id.isEmpty ? "#\(unnamed)" : record.id]
      addFields(of: record, in: holder)
      var harvest = TextHarvest()
      harvest.add(record, withExtras: false)
      for text in harvest.texts { addText(text.text, at: text.source.place, in: holder, holding: holder) }
      for number in harvest.numbers { addAmount(number.value, at: number.source.place, holder) }
    }
  }

  /// Fields of a mapping inside a record by their path: `gate.decision`.
  private mutating func addFields(of record: Record, in holder: [String], below path: String = "") {
    for (spec, located) in record.writtenFields {
      let name = path + spec.name
      let key = DisclosureItem.Key(kind: .field, holder: holder, name: name)
      add(key, name, Place(record.file, located.span))
      let isOnPages = path.isEmpty && isNamed(holder, name)
      items[key]?.isOnPages = isOnPages
      for inner in located.value.innerRecords { addFields(of: inner, in: holder, below: name + ".") }
    }
  }

  /// The texts of `site.yaml` that stand on pages: the notes that the law wants, on those of public editions.
  private mutating func addSettings(_ settings: Record) {
    let shown = [SiteFields.name.spec, SiteFields.verify.spec, SiteFields.accessibleAlternative.spec].map(\.name)
    let legal = readers.audience == .public ? [SiteFields.legal.spec.name] : []
    let holder = ["", settings.schema.collection, "site.yaml"]
    for name in shown + legal {
      guard let located = settings.located(name) else { continue }
      let place = Place(settings.file, located.span)
      add(.init(kind: .field, holder: holder, name: name), name, place)
      var harvest = TextHarvest()
      harvest.add(name, of: settings)
      for text in harvest.texts { addText(text.text, at: place, in: holder, holding: holder) }
    }
  }

  // MARK: Texts and values

  private mutating func addText(_ text: String, at place: Place, in holder: [String], holding: [String]) {
    addValues(in: Array(text.utf8)[...], holding) { _ in place }
    if readsTexts { addLine(text, place, holder) }
  }

  private mutating func addLine(_ line: String, _ place: Place, _ holder: [String]) {
    add(.init(kind: .text, holder: holder, name: line), line, place)
  }

  private mutating func addValues(in text: ArraySlice<UInt8>, _ holder: [String], _ place: (Int) -> Place) {
    for value in DisclosedValue.all(in: text) {
      let holder = value.kind == .amount ? holder : []
      add(.init(kind: value.kind, holder: holder, name: value.name), value.text, place(value.offset))
    }
  }

  private mutating func addAmount(_ value: UInt64, at place: Place, _ holder: [String]) {
    let amount = DisclosedValue.amount(value, at: 0)
    add(.init(kind: .amount, holder: holder, name: amount.name), amount.text, place)
  }
}

extension Value {
  fileprivate var innerRecords: [Record] {
    switch self {
    case .record(let record): [record]
    case .list(let elements): elements.flatMap(\.value.innerRecords)
    case .map(let entries): entries.flatMap(\.value.value.innerRecords)
    default: []
    }
  }
}
