// JSON Schemas as files, and the line of a data file that names its schema.

import Foundation
import Site
import Transition

package enum SchemaFiles {
  /// Names and texts: one file per collection, one for `site.yaml`, one for the glossary.
  package static let all: [(name: String, text: String)] =
    (Entities.all + [GlossaryTerm.schema, SiteFields.schema])
    .map { ("\($0.collection).json", JSONSchema.document($0).serialized) }

  /// What the YAML language server reads: https://github.com/redhat-developer/yaml-language-server
  package static func modeline(_ path: String) -> String { "# yaml-language-server: $schema=" + path }

  /// Writes all of them; a file of the same name that is no schema of ours stays, and nothing is written.
  private static func writeAll(to folder: String) throws -> Int {
    for (name, _) in all where NewFiles.isForeign(folder + "/" + name, marks: [mark]) {
      throw RequestError(message: "\(folder)/\(name) is no schema; name another folder, such as .schemas")
    }
    for (name, text) in all { try NewFiles.write(text, to: folder + "/" + name, replaces: true) }
    return all.count
  }

  /// What every schema of draft 07 says of itself.
  private static let mark = "http://json-schema.org/draft-07/schema#"

  /// Writes the schemas, and their lines into the data files of a site; returns how many of each.
  package static func write(to folder: String, modelinesOf site: String?) throws -> (schemas: Int, modelines: Int) {
    let lines = try site.map { try modelines(site: $0, schemas: folder) } ?? []
    let count = try writeAll(to: folder)
    for line in lines { try NewFiles.write(line.text, to: line.path, replaces: true) }
    return (count, lines.count)
  }

  /// The data files of a site that do not name their schema, with the line that does. Only what a build reads as data
  /// is looked at, all of it before anything is written.
  private static func modelines(site: String, schemas: String) throws -> [(path: String, text: String)] {
    let tree = try Scanner.scan(site, jobs: 1)
    guard tree.entries.contains(where: { $0.path == SiteConfiguration.path }) else {
      throw RequestError(message: "\(site) is no site: it has no content/site.yaml")
    }
    let names = Set(all.map(\.name))
    return tree.entries.compactMap { entry in
      let path = String(entry.path.dropFirst("content/".utf8.count))
      guard entry.path.hasPrefix("content/"), path.hasSuffix(".yaml"), names.contains(schemaName(path)),
        DataFile(entry, path) != nil || !path.contains("/"), let bytes = entry.bytes,
        let text = String(validating: bytes, as: UTF8.self), !text.hasPrefix("# yaml-language-server:")
      else { return nil }
      let full = site + "/" + entry.path
      let folder = URL(fileURLWithPath: full).deletingLastPathComponent().path
      let target = relative(from: folder, to: URL(fileURLWithPath: schemas).path + "/" + schemaName(path))
      return (full, modeline(target) + "\n" + text)
    }
  }

  /// `projects/p/risks.yaml` → `risks.json`; a notice's own file → `notices.json`.
  private static func schemaName(_ path: String) -> String {
    let parts = path.split(separator: "/")
    let isOfFolder = parts.count == 4
    let last = isOfFolder ? String(parts[2]) : String(parts.last?.dropLast(".yaml".utf8.count) ?? "")
    return last + ".json"
  }

  private static func relative(from folder: String, to file: String) -> String {
    var from = folder.split(separator: "/")[...]
    var to = file.split(separator: "/")[...]
    while let first = from.first, first == to.first, to.count > 1 {
      from = from.dropFirst()
      to = to.dropFirst()
    }
    return (from.map { _ in ".." } + to.map(String.init)).joined(separator: "/")
  }
}
