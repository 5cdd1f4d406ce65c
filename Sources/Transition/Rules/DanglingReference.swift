// V01: a reference names a record that does not exist.

import Syntax

package enum DanglingReference: Rule {
  package static let id = "V01"
  package static let weight = RuleClass.integrity
  package static let rationale =
    "What a record refers to exists in the same project; else a reader looks for it in vain."
  package static let messages = [
    "missing": RuleMessage("\"{name}\" is not in {collections}", "{hint}"),
    "party": RuleMessage("\"{name}\" is no party of the project", "{hint}"),
  ]
  package static let example = RuleExample(
    broken: """
      roles.yaml
        - { id: lead, title: Transition lead, party: client }
      risks.yaml
        - { id: r01, title: Exceptions are lost, owner: ‸leed }
      """,
    sound: """
      roles.yaml
        - { id: lead, title: Transition lead, party: client }
      risks.yaml
        - { id: r01, title: Exceptions are lost, owner: lead }
      """)

  package static func check(_ context: RuleContext) -> [Finding] {
    check(context.all.everyRecord, among: context.index, context.all)
  }

  /// The same for some records, whose references are looked up among others.
  package static func check(_ records: [Record], among index: RecordIndex, _ project: TransitionProject? = nil)
    -> [Finding]
  {
    var walk = Walk(index: index, parties: project.map(parties))
    for record in records { walk.look(at: record, of: record) }
    return walk.found
  }

  /// Who may be named as a party: the client, the providers, and what the project calls its own two.
  private static func parties(_ project: TransitionProject) -> Set<String> {
    Set(["client"] + project.providersNamed)
  }

  /// The ids that a value names, each with its place.
  static func references(in located: Value.Located?) -> [(String, SourceSpan)] {
    switch located?.value {
    case .reference(let id): [(id, located?.span ?? SourceSpan(at: 0))]
    case .list(let elements): elements.flatMap { references(in: $0) }
    default: []
    }
  }

  /// One walk over records and what they hold.
  private struct Walk {
    let index: RecordIndex
    let parties: Set<String>?
    var found: [Finding] = []

    mutating func look(at record: Record, of root: Record) {
      for entry in record.entries {
        switch entry.located.value {
        // Most values refer to nothing.
        case .text, .localized, .markdown, .day, .number, .boolean, .period, .moment: continue
        default: look(at: entry.located, record.schema.fields[Int(entry.field)].kind, of: root)
        }
      }
    }

    private mutating func look(at located: Value.Located, _ kind: FieldKind, of root: Record) {
      switch located.value {
      case .reference(let name): judge(name, located.span, kind, of: root)
      case .list(let elements): for element in elements { look(at: element, kind, of: root) }
      case .map(let entries): for entry in entries { look(at: entry.value, kind, of: root) }
      case .record(let inner): look(at: inner, of: root)
      default: return
      }
    }

    private mutating func judge(_ name: String, _ span: SourceSpan, _ kind: FieldKind, of root: Record) {
      let place = Place(root.file, span)
      guard let targets = kind.targets else {
        guard let parties, !parties.contains(name) else { return }
        let hint = didYouMean(name, among: parties.sorted())
        found.append(Finding("party", at: place, ["name": name], notes: ["hint": hint], of: root))
        return
      }
      guard index.find(name, in: targets) == nil else { return }
      // What is no record may be a page, which only the site knows.
      guard !kind.isPage else { return }
      let hint = didYouMean(name, among: index.ids(in: targets))
      let values = ["name": name, "collections": targets.joined(separator: ", ")]
      found.append(Finding("missing", at: place, values, notes: ["hint": hint], of: root))
    }
  }
}
