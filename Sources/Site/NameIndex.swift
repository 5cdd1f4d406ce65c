// The names of everything there is, hidden or not, so that "hidden" and "unknown" are told apart. No content.

package import Transition

/// An index over the unselected content. It answers questions about names and audiences and hands out nothing else.
package struct NameIndex: Sendable {
  private let pageAudience: [String: Audience]
  private let projects: [TransitionProject]
  private let files: [String: Audience]
  private let unread: Set<String>

  /// `unread` are keys of pages that could not be read: links to them are not reported on top.
  package init(_ content: ParsedContent, unread: [String] = []) {
    var audiences: [String: Audience] = [:]
    audiences.reserveCapacity(content.pages.count / 2)
    for page in content.pages { audiences[page.identity.key] = page.widestReaders }
    pageAudience = audiences
    projects = content.projects
    self.unread = Set(unread)
    files = Dictionary(uniqueKeysWithValues: content.files.map { ($0.path, content.audience(ofFile: $0.path)) })
  }

  /// The audience of a page by its full key.
  package func audience(ofPage key: String) -> Audience? { pageAudience[key] }

  /// Whether a key, whole or short, means a page that could not be read.
  package func isUnread(_ key: String) -> Bool {
    unread.contains { PageIdentity.isMeant(by: key, $0) }
  }

  package func audience(ofFile path: String) -> Audience? { files[path] }

  /// All keys that end in the given one, for `[[key]]`.
  package func pages(endingIn key: String) -> [String] {
    pageAudience.keys.filter { PageIdentity.isMeant(by: key, $0) }.sorted()
  }

  /// The collections and tables that a component may name.
  package func sources(inProject id: String) -> [String] {
    let tables = projects.first { $0.id == id }?.tables.map(\.name) ?? []
    return Entities.all.filter { !$0.isOne }.map(\.collection) + tables
  }

  /// What the records of a collection or table are.
  package func source(_ name: String, inProject id: String) -> EntitySchema? {
    projects.first { $0.id == id }?.source(name)?.schema
  }

  /// Whether a path names a record or field that exists, whoever may see it.
  package func exists(_ path: [Substring], inProject id: String) -> Bool {
    guard let project = projects.first(where: { $0.id == id }) else { return false }
    if case .unknown = project.lookup(path) { return false }
    return true
  }

  /// The widest audience of the value that a path leads to.
  package func audience(of path: [Substring], inProject id: String) -> Audience? {
    guard let project = projects.first(where: { $0.id == id }) else { return nil }
    switch project.lookup(path) {
    case .found(_, let spec, let record): return Self.audience(of: spec, in: record)
    case .empty(let record, _): return record.audience
    case .unknown: return nil
    }
  }

  /// A field's audience: its own or its record's, whichever is narrower; a shared or public field's own.
  private static func audience(of spec: FieldSpec, in record: Record) -> Audience {
    let schema = record.schema
    if let label = schema.publicFields.first, schema.publicFields.contains(spec.name), record.located(label) != nil {
      return .public
    }
    if schema.partyFields.contains(spec.name), record[CommonFields.forParties]?.isEmpty == false { return .partner }
    return max(record.audience, spec.audience ?? .public)
  }
}
