// What the tool proposes for a project that is only a few lines yet: a plan, a checklist, risks, roles, messages.

package import Languages
package import Syntax

/// Proposed records of one collection, as YAML would write them.
package struct Proposal: Sendable {
  package let schema: EntitySchema
  package let nodes: [YAMLNode]
  /// Where the words come from.
  fileprivate let file: SourceFile
}

/// Proposals for a young project. They are shown as such, only to the team, and are nobody's facts: rules do not judge
/// them. A collection that has a record of its own is the writers' alone.
package enum Proposals {
  /// Whether there is anything to count from, and nothing has been agreed yet.
  package static func areWanted(for project: TransitionProject) -> Bool {
    !project.isAgreed && !(project.record?[Project.goLive]?.entries.isEmpty ?? true)
  }

  /// What the starter proposes for the collections that the project does not have.
  package static func all(for project: TransitionProject, _ starter: Starter, _ words: StarterWords) -> [Proposal] {
    guard areWanted(for: project), let days = ProposedDays(project) else { return [] }
    return starter.files.filter { project[$0.schema].isEmpty }.map { file in
      let nodes = file.nodes.flatMap { node -> [YAMLNode] in
        let waves: [ProposedDays.Wave?] = node[StarterRecord.each]?.text == "wave" ? days.waves : [nil]
        return waves.map { wave in
          let filled = StarterRecord(project, days, words, wave: wave).filled(node, file.schema)
          return placed(filled, file.schema, days)
        }
      }
      return Proposal(schema: file.schema, nodes: nodes, file: file.file)
    }
  }

  /// `phase: gate` becomes the phase in which the record's day lies: a gate may be in either of two.
  private static func placed(_ node: YAMLNode, _ schema: EntitySchema, _ days: ProposedDays) -> YAMLNode {
    guard let entries = node.entries, node["phase"]?.text == "gate",
      let day = ["planned", "start"].lazy.compactMap({ node[$0]?.text }).first.flatMap({ Day(iso: $0) }),
      let phase = days.phase(of: day)
    else { return node }
    return YAMLNode(
      .mapping(
        entries.map { entry in
          guard entry.key == "phase" else { return entry }
          let value = YAMLNode(.scalar(phase.kind, plain: false), entry.value.span)
          return YAMLNode.Entry(key: entry.key, keySpan: entry.keySpan, value: value)
        }), node.span)
  }

  /// The same as records, marked as proposed. What they name and the project does not have is left out.
  package static func records(
    for project: TransitionProject, _ starter: Starter, _ words: StarterWords, sourceLanguage: LanguageTag
  ) -> [Record] {
    let records = all(for: project, starter, words).flatMap { proposal -> [Record] in
      var reader = RecordReader(proposal.file, sourceLanguage: sourceLanguage)
      return proposal.nodes.compactMap { reader.record(marked($0), proposal.schema) }
    }
    let whole = TransitionProject(id: project.id, record: project.record, records: project.allRecords + records)
    let index = RecordIndex(whole.allRecords)
    return records.map { $0.withoutUnknown(index) }
  }

  /// An entity and those whose proposed records its own name, directly or through others.
  package static func named(by schema: EntitySchema, in records: [Record]) -> [EntitySchema] {
    let index = RecordIndex(records)
    var found = [schema]
    var next = 0
    while next < found.count {
      let current = found[next]
      next += 1
      for record in records where record.schema === current {
        RecordWalk.visit(record, where: \.holdsReferences) { inner, position, located in
          guard case .reference(let id) = located.value, let targets = inner.fields[position].kind.targets,
            let other = index.find(id, in: targets)?.schema, !found.contains(where: { $0 === other })
          else { return }
          found.append(other)
        }
      }
    }
    return found
  }

  private static func marked(_ node: YAMLNode) -> YAMLNode {
    let name = CommonFields.proposed.spec.name
    let mark = YAMLNode.Entry(key: name, keySpan: node.span, value: YAMLNode(.scalar("true", plain: true), node.span))
    return YAMLNode(.mapping((node.entries ?? []) + [mark]), node.span)
  }
}
