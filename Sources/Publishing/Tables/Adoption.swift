// Proposals that a person takes over: the files that make them the project's own records.

import Languages
import Syntax
package import Transition

/// Proposed records as the files that would hold them.
package struct Adoption: Sendable {
  package struct File: Sendable {
    package let file: NewFile
    /// How many records it holds.
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
    try NewFiles.checkNone(of: files.map(\.file), isIn: site)
    return Adoption(files: files, others: wanted.filter { $0 !== schema }.map(\.collection).sorted())
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
    let text = "# Proposed by Staffetta from the days of go-live; now yours to change.\n" + yaml
    return Adoption.File(file: NewFile(path: path, text: text), count: nodes.count)
  }

  private func nothing(to schema: EntitySchema) -> Message {
    if !project[schema].isEmpty {
      return "\(project.id) has \(schema.collection) of its own; nothing is proposed beside them"
    }
    return Proposals.areWanted(for: project)
      ? "nothing is proposed for \(schema.collection)"
      : "nothing is proposed for \(project.id): it needs goLive, and stage: draft"
  }
}
