// Proposals that a person takes over: the files that make them the project's own records.

import Foundation
import Languages
import Syntax
package import Transition

/// Proposed records as the files that would hold them.
package struct Adoption: Sendable {
  package struct File: Sendable {
    /// Below the site's folder.
    package let path: String
    package let yaml: String
    package let count: Int
  }

  package let files: [File]
  /// Collections that were not asked for and whose records the others name.
  package let others: [String]
}

extension ProjectTables {
  /// The proposals of a collection, and of those that its records name. Throws where there is nothing to adopt.
  package func adoption(of schema: EntitySchema) throws -> Adoption {
    let proposals = Proposals.all(for: project, StarterLoader.carried(), words)
    guard proposals.contains(where: { $0.schema === schema }) else {
      throw RequestError(message: nothing(to: schema))
    }
    let wanted = Proposals.named(by: schema, in: project.proposals)
    let files = proposals.filter { proposal in wanted.contains { $0 === proposal.schema } }.flatMap(files)
    // All of them or none: what is half adopted names what is not there.
    for file in files where FileManager.default.fileExists(atPath: site + "/" + file.path) {
      throw RequestError(message: "\(file.path) is there already; what is in it stays yours")
    }
    return Adoption(files: files, others: wanted.filter { $0 !== schema }.map(\.collection).sorted())
  }

  /// Writes a file of an adoption; one that is there is left alone and refused.
  package func write(_ file: Adoption.File) throws {
    let path = site + "/" + file.path
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try AtomicFile.write(Array(file.yaml.utf8), to: path, replaces: false)
  }

  private func files(_ proposal: Proposal) -> [Adoption.File] {
    guard proposal.schema.isFolder else {
      return [file(proposal.nodes, path(of: proposal.schema), YAMLWriter.records(proposal.nodes))]
    }
    let folder = "content/projects/\(project.id)/\(proposal.schema.collection)"
    return proposal.nodes.map { node in
      file([node], "\(folder)/\(node["id"]?.text ?? proposal.schema.name).yaml", YAMLWriter.record(node))
    }
  }

  private func file(_ nodes: [YAMLNode], _ path: String, _ yaml: String) -> Adoption.File {
    Adoption.File(
      path: path, yaml: "# Proposed by Staffetta from the days of go-live; now yours to change.\n" + yaml,
      count: nodes.count)
  }

  private func nothing(to schema: EntitySchema) -> String {
    if !project[schema].isEmpty {
      return "\(project.id) has \(schema.collection) of its own; nothing is proposed beside them"
    }
    return Proposals.areWanted(for: project)
      ? "nothing is proposed for \(schema.collection)"
      : "nothing is proposed for \(project.id): it needs goLive, and stage: draft"
  }
}
