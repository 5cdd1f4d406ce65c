// What `staffetta new` writes, and the list of the sorts of things that a site is made of.

import Syntax
import Transition

/// Files to begin with, and what a person does next.
package struct NewThing: Sendable {
  /// A file that is there and gets a text: its bytes with the new ones among them.
  struct Edit: Sendable {
    /// Below the site's folder.
    let path: String
    let bytes: [UInt8]
  }

  var files: [NewFile] = []
  var edits: [Edit] = []
  /// Places to fill in: path and line, and what belongs there.
  package var next: [String] = []

  /// What is written, by path below the site's folder.
  package var paths: [String] { edits.map(\.path) + files.map(\.path) }

  /// Writes all of it, or nothing where a file is there already.
  package func write(to site: String) throws {
    try NewFiles.write(files, to: site)
    for edit in edits { try AtomicFile.write(edit.bytes, to: "\(site)/\(edit.path)", replaces: true) }
  }
}

/// A sort of thing that `staffetta new` writes.
protocol NewSort: Sendable {
  static var kind: String { get }
  /// Understood as well; nil where that names a collection.
  static var plural: String? { get }
  static func make(_ name: String, in site: OpenSite) throws -> NewThing
}

extension NewSort {
  static var plural: String? { kind + "s" }
}

package enum NewThings {
  /// One line per sort; each has a file of its own. Records of all other collections are made by `NewRecord`.
  static let sorts: [any NewSort.Type] = [
    NewPage.self, NewSection.self, NewQuestions.self, NewProject.self, NewNotice.self, NewLanguage.self,
  ]

  /// Names that a person may use: sorts of things, then records by the name of one.
  package static var kinds: [String] {
    sorts.map { $0.kind } + recordKinds
  }

  /// Those of them that are records.
  package static var recordKinds: [String] {
    let own = sorts.map { $0.kind }
    return collections.map { typed($0.name) }.filter { !own.contains($0) }
  }

  package static func make(_ kind: String, _ name: String, in site: OpenSite) throws -> NewThing {
    if let sort = sorts.first(where: { plain(kind) == $0.kind || plain(kind) == $0.plural }) {
      return try sort.make(name, in: site)
    }
    guard let schema = collections.first(where: { [plain($0.name), plain($0.collection)].contains(plain(kind)) }) else {
      let names = kinds + collections.map(\.collection)
      throw RequestError(message: "there is no \"\(kind)\" to make: \(didYouMean(kind, among: names))")
    }
    return try NewRecord.make(schema, name, in: site)
  }

  private static var collections: [EntitySchema] { Entities.all.filter { $0 !== Project.schema && !$0.isFolder } }

  /// `open item` as it is typed without quotes: `open-item`.
  private static func typed(_ name: String) -> String { name.split(separator: " ").joined(separator: "-") }

  /// A name without what people write in one way or another: `openItem`, `open-item`, `open item`.
  private static func plain(_ name: String) -> String { name.lowercased().filter { $0 != "-" && $0 != " " } }
}
