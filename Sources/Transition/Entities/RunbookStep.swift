// A step of a cut-over: minute by minute, with the way back.

package import Languages

package enum RunbookStep: Entity {
  package static let wave = Field<String>("wave", .reference(["waves"]), .required, "The wave it belongs to.")
  package static let no = Field<FixedDecimal>("no", .integer(1...999), .expected, "Its place in the order.")
  package static let at = Field<AnyValue>(
    "at", .anyOf([.moment, .offset]), .expected, "When: a moment, or an offset from the go-live.")
  package static let action = Field<LocalizedText>("action", .localized, .expected, "What is done.")
  package static let owner = Field<String>("owner", .role, .expected, "Who does it.")
  package static let party = Field<String>("party", .party, "For whom.")
  package static let minutes = Field<FixedDecimal>("minutes", .integer(0...100_000), "How long it takes.")
  package static let check = Field<LocalizedText>("check", .localized, "How one sees that it worked.")
  package static let rollback = Field<LocalizedText>("rollback", .localized, "The way back.")
  package static let pointOfNoReturn = Field<Bool>("pointOfNoReturn", .boolean, "After it there is no way back.")
  package static let result = Field<LocalizedText>("result", .localized, since: ["done"], "What came of it.")
  package static let done = Field<Moment>("done", .moment, isFact: true, "When it was done.")

  package static let schema = EntitySchema(
    "runbook step", collection: "runbookSteps", topics: ["S0.2"], audience: .partner,
    "A step of the cut-over of a wave.",
    [
      wave.spec,
      no.spec,
      at.spec,
      action.spec,
      owner.spec,
      party.spec,
      minutes.spec,
      check.spec,
      rollback.spec,
      pointOfNoReturn.spec,
      done.spec,
      result.spec,
    ])
}
