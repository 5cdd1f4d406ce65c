// The disclosure report for machines: every item by itself, with keys that stay the same from version to version.

import Site
import Syntax
import Transition

package struct DisclosureJSON: Encodable {
  private let asOf: String
  private let site: String
  /// Null where nothing was compared.
  private let since: Nullable<Since>
  private let editions: [Part]

  package init(_ disclosure: Disclosure) {
    asOf = disclosure.asOf.iso
    site = disclosure.site
    since = Nullable(
      disclosure.baseline.map {
        Since(asOf: $0.asOf.iso, commit: $0.commit, isWhole: !$0.hasErrors, revision: $0.revision)
      })
    editions = disclosure.parts.map(Part.init)
  }

  /// The report as text.
  package var text: String { DiagnosticFormat.encode(self) }

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
    let provider: Nullable<String>

    init(_ readers: Readership) {
      (audience, provider) = (readers.audience.rawValue, Nullable(readers.partner))
    }
  }

  private struct Item: Encodable {
    let kind: String
    let key: String
    let text: String
    let path: String
    let line: Int
    let column: Int
    /// Who read it at the revision, where that were fewer.
    let before: Nullable<Readers>
    /// Of a field: whether a page names it.
    let onPages: Nullable<Bool>

    init(_ item: DisclosureItem) {
      (kind, key, text, path) = (item.key.kind.rawValue, item.key.text, item.text, item.place.path)
      (line, column) = item.place.file?.position(of: Int(item.place.span.start)) ?? (1, 1)
      before = Nullable(item.before.map(Readers.init))
      onPages = Nullable(item.key.kind == .field ? item.isOnPages : nil)
    }
  }
}

/// A value that is written as null where there is none: readers of the report find every key.
private struct Nullable<Value: Encodable>: Encodable {
  let value: Value?

  init(_ value: Value?) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}
