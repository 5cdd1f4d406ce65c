// A row of the responsibility matrix: who does, answers, is asked, is told.

package enum RACI: Entity {
  package static let item = Field<AnyValue>(
    "item", .referenceOrText(["deliverables", "processes", "tasks"]), .required,
    "A deliverable, process or task, or a text.")
  package static let responsible = Field<[String]>("R", .list(.role), "Who does it.")
  package static let accountable = Field<[String]>("A", .list(.role), "Who answers for it: exactly one.")
  package static let consulted = Field<[String]>("C", .list(.role), "Who is asked before.")
  package static let informed = Field<[String]>("I", .list(.role), "Who is told after.")

  package static let schema = EntitySchema(
    "raci row", collection: "raci", topics: ["S0.3"], audience: .partner,
    "Who does, answers for, is asked about and is told of one thing.",
    [
      item.spec,
      responsible.spec,
      accountable.spec,
      consulted.spec,
      informed.spec,
    ])
}
