// What people call a field at the head of a column: its name, or its title in one of the languages.

package import Languages

/// The titles of fields in the languages of the program and the site.
package struct FieldTitles: Sendable {
  /// Titles without case and spaces → names of fields; `risk.title` where a title is one entity's only.
  private var names: [String: [String]] = [:]
  /// Titles of collections without case and spaces → their names.
  private var collections: [String: String] = [:]
  /// The titles as they are written, with what they name.
  private var written: [(title: String, name: String)] = []

  package init(_ languages: [LanguageData] = []) {
    for language in languages {
      for (name, title) in language.fields.sorted(by: { $0.key < $1.key }) {
        let key = Self.plain(title)
        if names[key]?.contains(name) != true { names[key, default: []].append(name) }
        written.append((title, name))
      }
      for (name, title) in language.collections { collections[Self.plain(title)] = name }
    }
  }

  /// The fields of an entity that a title may mean; a field's own name, which is its title in English, means it alone.
  package func fields(_ title: String, of schema: EntitySchema) -> [String] {
    let key = Self.plain(title)
    if let field = schema.fields.first(where: { Self.plain($0.name) == key }) { return [field.name] }
    let prefix = schema.name + "."
    let meant = names[key] ?? []
    let own = meant.filter { $0.utf8.starts(with: prefix.utf8) }.map { String($0.dropFirst(prefix.utf8.count)) }
    let fitting = (own.isEmpty ? meant : own).filter { schema.index(of: $0) != nil }
    // `reviewBy` in one language may have the title that another field has in the next: then it means neither.
    return fitting.reduce(into: []) { found, name in if !found.contains(name) { found.append(name) } }
  }

  /// The collection that the name of a sheet means: its own name, or its title in one of the languages.
  package func collection(_ name: String) -> EntitySchema? {
    let key = Self.plain(name)
    let names = collections[key].map { [$0] } ?? []
    return Entities.all.first { Self.plain($0.collection) == key || names.contains($0.collection) }
  }

  /// All titles that a column of the entity may have, beside the names of its fields.
  func titles(of schema: EntitySchema) -> [String] {
    written.filter { name in
      schema.index(of: name.name) != nil || name.name.utf8.starts(with: "\(schema.name).".utf8)
    }.map(\.title)
  }

  /// Without case, spaces, hyphens and underscores: "Review by" is `reviewBy`.
  static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars where !" -_\u{A0}".unicodeScalars.contains(scalar) {
      plain.append(scalar)
    }
    return String(plain)
  }
}
