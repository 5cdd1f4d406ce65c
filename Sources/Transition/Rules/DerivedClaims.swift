// V44: somebody typed a value that the program derives, and it is another one.

import Languages
import Syntax

enum DerivedClaims: Rule {
  static let id = "V44"
  static let weight = RuleClass.integrity
  static let rationale =
    "People type facts, the program derives judgements; a typed judgement that says otherwise is wrong."
  static let messages = [
    "differs": RuleMessage(
      "{field} of \"{id}\" comes out as {derived}, not {typed}", "delete the line, or correct the facts it rests on"),
    "unknown": RuleMessage(
      "{field} of \"{id}\" cannot be derived yet", "delete the line; it is computed once its facts are there"),
  ]
  static let example = RuleExample(
    broken: """
      risks.yaml
        - { id: r01, title: Exceptions are lost, owner: kno, probability: 4, impact: 4, score: ‸12 }
      """,
    sound: """
      risks.yaml
        - { id: r01, title: Exceptions are lost, owner: kno, probability: 4, impact: 4, score: 16 }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.project.everyRecord.flatMap { record in record.claims.compactMap { check($0, record, context.project) } }
  }

  private static func check(_ claim: Record.Claim, _ record: Record, _ project: TransitionProject) -> Finding? {
    guard let field = DerivedFields.named(claim.name, of: record.schema) else { return nil }
    let place = Place(record.file, claim.span)
    var values = ["field": claim.name, "id": record.title, "typed": claim.text]
    guard let derived = field.value(record, project) else { return Finding("unknown", at: place, values, of: record) }
    if let number = FixedDecimal.from(derived), let typed = FixedDecimal(claim.text), number == typed { return nil }
    values["derived"] = text(derived)
    return values["derived"] == claim.text ? nil : Finding("differs", at: place, values, of: record)
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .number(let number): number.description
    case .day(let day): day.iso
    default: String.from(value) ?? ""
    }
  }
}
