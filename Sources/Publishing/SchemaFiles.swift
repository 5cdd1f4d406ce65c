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

  package static func write(_ text: String, to path: String) throws(FileError) {
    do {
      let folder = (path as NSString).deletingLastPathComponent
      if !folder.isEmpty { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FileError("write", path, error.localizedDescription)
    }
  }

  /// Puts the line into every data file below `content` that has none; how many these were.
  package static func addModelines(site: String, schemas: String) throws(FileError) -> Int {
    let content = site + "/content"
    let names = Set(all.map(\.name))
    var changed = 0
    let paths = FileManager.default.enumerator(atPath: content)?.compactMap { $0 as? String }.sorted() ?? []
    for path in paths where path.hasSuffix(".yaml") {
      let name = schemaName(path)
      guard names.contains(name) else { continue }
      guard let data = FileManager.default.contents(atPath: content + "/" + path),
        let text = String(data: data, encoding: .utf8)
      else { throw FileError("read", path, "it is no text in UTF-8") }
      guard !text.hasPrefix("# yaml-language-server:") else { continue }
      let folder = URL(fileURLWithPath: content + "/" + path).deletingLastPathComponent().path
      let target = relative(from: folder, to: URL(fileURLWithPath: schemas).path + "/" + name)
      try write(modeline(target) + "\n" + text, to: content + "/" + path)
      changed += 1
    }
    return changed
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
