// A task of the plan.

package import Languages

package enum TransitionTask: Entity {
  package static let title = Field<LocalizedText>("title", .localized, .required, "What is done.")
  package static let phase = Field<String>("phase", .reference(["phases"]), .expected, "The phase it belongs to.")
  package static let start = Field<Day>("start", .day, .expected, "First day.")
  package static let end = Field<Day>("end", .day, .expected, "Last day.")
  package static let actualEnd = Field<Day>("actualEnd", .day, isFact: true, "The day it was done.")
  package static let dependsOn = Field<[String]>(
    "dependsOn", .list(.reference(["tasks", "milestones"])), "What must be done before.")

  package static let schema = EntitySchema(
    "task", collection: "tasks", topics: ["S0.2"], audience: .partner,
    "A piece of work of the plan.",
    [
      .id,
      title.spec,
      phase.spec,
      start.spec,
      end.spec,
      actualEnd.spec,
      FieldSpec("owner", .role, .expected, "Who answers for it."),
      dependsOn.spec,
      FieldSpec("deliverable", .reference(["deliverables"]), "What comes of it."),
      FieldSpec("progress", .percent, since: ["start"], "Share done, percent."),
      FieldSpec("effortDays", .number(0...10_000), "Days of work."),
      FieldSpec("clientResource", .boolean, "Needs people of the client."),
    ])
}
