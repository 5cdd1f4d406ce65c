// The rule that the pages of a playbook teach what it is to teach.

import Languages
import Syntax
package import Transition

/// A topic that no page covers, and a page that covers what is no topic.
package enum TopicsCovered: SiteRule {
  package static let id = "topics"
  package static let weight = RuleClass.completeness
  package static let rationale = "What a playbook is to teach stands on a page that says so under covers."
  package static let messages = [
    "uncovered": RuleMessage(
      "no page covers {ref}", "write the page, or add {ref} to covers of the page that teaches it"),
    "unknown": RuleMessage("{ref} is no topic", "{hint}"),
  ]
  package static let example = RuleExample(
    broken: """
      topics.yaml
        - { id: team, ref: S1, title: The team }
        - ‸{ id: plan, ref: S2, title: The plan }
      projects/p/project.yaml
        { name: N, type: partner-change, start: 2026-01-01 }
      team.sv.md
        ---
        title: Teamet
        covers: [S1]
        ---

        Text.
      """,
    sound: """
      topics.yaml
        - { id: team, ref: S1, title: The team }
      projects/p/project.yaml
        { name: N, type: partner-change, start: 2026-01-01 }
      team.sv.md
        ---
        title: Teamet
        covers: [S1]
        ---

        Text.
      """)

  package static func check(_ content: ParsedContent) -> [Finding] {
    let topics = content.topics
    guard !topics.isEmpty else { return [] }
    let known = Set(topics.compactMap { $0[Topic.ref] })
    let pages = content.pages.filter { !$0.covers.isEmpty }
    let covered = Set(pages.flatMap(\.covers))
    let missing = topics.compactMap { topic -> Finding? in
      guard let ref = topic[Topic.ref], !covered.contains(ref) else { return nil }
      return Finding("uncovered", at: topic.place, ["ref": ref], of: topic)
    }
    let unknown = pages.flatMap { page in
      page.covers.filter { !known.contains($0) }.map { ref in
        Finding(
          "unknown", at: page.frontMatter.place(of: "covers"), ["ref": ref],
          notes: ["hint": didYouMean(ref, among: known.sorted())])
      }
    }
    return missing + unknown
  }
}

extension ParsedContent {
  /// The topics of the site, in the order of the file; those of a single project are its own matter.
  package var topics: [Record] {
    (projects.first?[Topic.schema] ?? []).filter { !$0.file.path.utf8.starts(with: "content/projects/".utf8) }
  }
}

extension ParsedPage {
  /// The topics that it says it teaches.
  package var covers: [String] { frontMatter[PageFields.covers] ?? [] }
}
