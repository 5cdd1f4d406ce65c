// The disclosure report for machines: every item by itself, with keys that stay the same from version to version.

import Site
import Syntax
import Transition

package struct DisclosureJSON: Encodable {
  private let asOf: String
  private let site: String
  /// Null where nothing was compared.
  private let since: Since?
  private let editions: [Part]

  package init(_ disclosure: Disclosure) {
    asOf = disclosure.asOf.iso
    site = disclosure.site
    since = disclosure.baseline.map {
      Since(asOf: $0.asOf.iso, commit: $0.commit, isWhole: !$0.hasErrors, revision: $0.revision)
    }
    editions = disclosure.parts.map(Part.init)
  }

  /// The report as text.
  package var text: String { DiagnosticFormat.encode(self) }

  private enum CodingKeys: CodingKey { case asOf, site, since, editions }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(asOf, forKey: .asOf)
    try container.encode(site, forKey: .site)
    try container.encode(since, forKey: .since)
    try container.encode(editions, forKey: .editions)
  }

  private struct Since: Encodable {
    let asOf: String
    let commit: String
    /// False when something could not be read at the revision, and counts as new.
    let isWhole: Bool
    let revision: String
  }

  private struct Part: Encodable {
    let name: String
    let readers: Readers
    let items: [Item]

    init(_ part: Disclosure.Part) {
      name = part.edition.name
      readers = Readers(part.edition.readers)
      items = part.items.map(Item.init)
    }
  }

  private struct Readers: Encodable {
    let audience: String
    let provider: String?

    init(_ readers: Readership) { (audience, provider) = (readers.audience.rawValue, readers.partner) }
  }

  private struct Item: Encodable {
    let kind: String
    let key: String
    let text: String
    let path: String
    let line: Int
    let column: Int
    /// Who read it at the revision, where that were fewer.
    let before: Readers?

    init(_ item: DisclosureItem) {
      (kind, key, text, path) = (item.key.kind.rawValue, item.key.text, item.text, item.place.path)
      (line, column) = item.place.file?.position(of: Int(item.place.span.start)) ?? (1, 1)
      before = item.before.map(Readers.init)
    }
  }
}
