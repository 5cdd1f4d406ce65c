// The last look at an edition's bytes, as they pass to the staged tree: names of files and what is in them.

import Languages
package import Site
package import Syntax
package import Transition

/// What may not leave with one edition. Used from several threads; it keeps nothing of what it looked at.
package struct EditionVerifier: Sendable {
  private let edition: Edition
  private var withheld: Withheld
  /// Contacts that a public edition may show; nil in other editions, which may show any.
  private let contacts: Set<Contact>?
  private let pages: [SourceFile]

  /// `selected` is what the edition's readers may see of the site on the day.
  private init(
    _ edition: Edition, _ parsed: ParsedSite, selected: ParsedContent, _ shown: ShownRecords, _ book: SecretBook,
    jobs: Int
  ) {
    self.edition = edition
    withheld = Withheld(book, shown, selected: selected, edition, common: parsed.commonTexts, jobs: jobs)
    let isPublic = edition.readers.audience == .public
    contacts = isPublic ? Self.contacts(of: selected) : nil
    pages = isPublic ? selected.pages.map(\.document.source) : []
  }

  /// For some editions of a site, each with what its readers may see of it, in the same order.
  package static func all(
    _ editions: [(edition: Edition, selected: ParsedContent)], _ parsed: ParsedSite, asOf: AsOf, jobs: Int
  ) -> [EditionVerifier] {
    let shown = editions.map { ShownRecords($0.selected) }
    let book = SecretBook(parsed.content, shown: shown, asOf: asOf, jobs: jobs)
    return parallelMap(editions.count, jobs: jobs, chunk: 1) { range in
      range.map {
        EditionVerifier(editions[$0].edition, parsed, selected: editions[$0].selected, shown[$0], book, jobs: jobs)
      }
    }
  }

  /// Something that may not leave, and the file it was found in.
  package struct Leak: Sendable {
    enum Kind: Hashable, Sendable {
      case phrase(Int)
      case name(Int)
      case amount(Int)
      case contact(Contact, text: String)
    }
    let kind: Kind
    let path: String
  }

  /// What an output holds that may not leave; `isText` where people read it.
  package func leaks(in bytes: [UInt8], _ output: (path: String, isText: Bool)) -> [Leak] {
    // Digits of a file that is not text, such as the offsets in a PDF, are no amounts; `verify` reads what it says.
    withheldThings(in: [bytes[...]], output.isText ? [.words, .amounts] : .words, output.path)
      + withheldThings(in: [Array(output.path.utf8)[...]], [.words, .amounts], output.path)
      + (output.isText ? contacts(in: bytes, .contacts, output.path) : [])
  }

  /// What a text holds of the kinds that are looked for.
  func leaks(in text: [UInt8], _ look: LeakLook, path: String) -> [Leak] {
    withheldThings(in: [text[...]], look, path) + contacts(in: text, look, path)
  }

  private func withheldThings(in texts: [ArraySlice<UInt8>], _ look: LeakLook, _ path: String) -> [Leak] {
    guard !withheld.scan.isEmpty else { return [] }
    let found = withheld.scan.findings(in: texts)
    var kinds: [Leak.Kind] = []
    if look.contains(.words) {
      kinds += found.phrases.sorted().map { .phrase($0) } + found.names.sorted().map { .name($0) }
    }
    if look.contains(.amounts), !found.amounts.isEmpty {
      // Marks of axes are round numbers that equal some amount by chance; the table beside a drawing has its data.
      let outside = withheld.scan.findings(in: texts.flatMap(DrawnParts.without)).amounts
      kinds += found.amounts.intersection(outside).sorted().map { .amount($0) }
    }
    return kinds.map { Leak(kind: $0, path: path) }
  }

  private func contacts(in bytes: [UInt8], _ look: LeakLook, _ path: String) -> [Leak] {
    guard let contacts, !look.isDisjoint(with: .contacts) else { return [] }
    return bytes.withUnsafeBytes { text in
      ContactReader.contacts(in: text).filter { look.contains($0.contact.kind.look) && !contacts.contains($0.contact) }
        .map { contact, range in
          let written = String(decoding: UnsafeRawBufferPointer(rebasing: text[range]), as: UTF8.self)
          return Leak(kind: .contact(contact, text: written), path: path)
        }
    }
  }

  /// The same, for texts in another form: what stands in the given ones is no leak either.
  func exempting(_ texts: (Edition) -> [[UInt8]]) -> EditionVerifier {
    guard !withheld.scan.isEmpty else { return self }
    var verifier = self
    verifier.withheld.exempt(texts(edition).map { $0[...] })
    return verifier
  }

  /// The contacts that customers are given: those of channels and what `site.yaml` says by law.
  private static func contacts(of selected: ParsedContent) -> Set<Contact> {
    var harvest = TextHarvest()
    for channel in selected.projects.flatMap({ $0[Channel.schema] }) { harvest.add(channel) }
    harvest.add(selected.configuration.record)
    return Set(
      harvest.texts.flatMap { text in
        Array(text.text.utf8).withUnsafeBytes { ContactReader.contacts(in: $0).map(\.contact) }
      })
  }

  // MARK: Words

  /// One finding for each thing that leaks, in the order of the files.
  package func diagnostics(_ leaks: [Leak]) -> [Diagnostic] {
    var paths: [Leak.Kind: [String]] = [:]
    var order: [Leak.Kind] = []
    for leak in leaks {
      if paths[leak.kind] == nil { order.append(leak.kind) }
      if paths[leak.kind]?.last != leak.path { paths[leak.kind, default: []].append(leak.path) }
    }
    return order.map { diagnostic($0, paths[$0] ?? []) }
  }

  private func diagnostic(_ kind: Leak.Kind, _ paths: [String]) -> Diagnostic {
    var values = ["path": paths.first ?? "", "edition": edition.name, "count": String(paths.count)]
    let (message, source): (String, TextSource)
    switch kind {
    case .phrase(let index): (message, source) = ("text", withheld.source(ofPhrase: index))
    case .name(let index): (message, source) = ("name", withheld.source(ofName: index))
    case .amount(let index): (message, source) = ("amount", withheld.source(ofAmount: index))
    case .contact(let contact, let text): return self.contact(contact.kind.rawValue, text, values)
    }
    values["audience"] = source.audience.rawValue
    return Rules.diagnostic(
      Transition.Finding(message, at: source.place, values), of: WithheldText.self, isAgreed: true)
  }

  /// At the place in the pages where it is written, where it is found there as it stands.
  private func contact(_ message: String, _ text: String, _ values: [String: String]) -> Diagnostic {
    let wanted = Array(text.utf8)
    let place = pages.lazy.compactMap { page in
      ByteSearch.first(wanted, in: page.bytes).map { Place(page, SourceSpan($0..<$0 + wanted.count)) }
    }.first
    let finding = Transition.Finding(
      message, at: place ?? Place(path: edition.name + "/" + (values["path"] ?? "")), values)
    return Rules.diagnostic(finding, of: ContactInPublic.self, isAgreed: true)
  }
}
