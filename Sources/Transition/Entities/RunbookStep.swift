// A step of a cut-over: minute by minute, with the way back.

package import Languages

package enum RunbookStep: Entity {
  package static let wave = Field<String>("wave", .reference(["waves"]), .required, "The wave it belongs to.")
  package static let no = Field<FixedDecimal>("no", .integer(1...999), .expected, "Its place in the order.")
  package static let done = Field<Moment>("done", .moment, isFact: true, "When it was done.")

  package static let schema = EntitySchema(
    "runbook step", collection: "runbookSteps", audience: .partner,
    "A step of the cut-over of a wave.",
    [
      wave.spec,
      no.spec,
      FieldSpec("at", .anyOf([.moment, .offset]), .expected, "When: a moment, or an offset from the go-live."),
      FieldSpec("action", .localized, .expected, "What is done."),
      FieldSpec("owner", .role, .expected, "Who does it."),
      FieldSpec("party", .party, "For whom."),
      FieldSpec("minutes", .integer(0...100_000), "How long it takes."),
      FieldSpec("check", .localized, "How one sees that it worked."),
      FieldSpec("rollback", .localized, "The way back."),
      FieldSpec("pointOfNoReturn", .boolean, "After it there is no way back."),
      done.spec,
      FieldSpec("result", .localized, since: ["done"], "What came of it."),
    ])
}
