// A milestone: a day on which something is done, decided or live.

package import Languages

package enum Milestone: Entity {
  package static let id = Field<String>("id", .identifier, .expected, "The milestone's id.")
  package static let name = Field<LocalizedText>("name", .localized, .required, "What is reached.")
  package static let phase = Field<String>("phase", .reference(["phases"]), .expected, "The phase it belongs to.")
  package static let planned = Field<Day>("planned", .day, .expected, "The day it is planned for.")
  package static let baseline = Field<Day>("baseline", .day, "The day of the plan that was agreed first.")
  package static let actual = Field<Day>("actual", .day, isFact: true, "The day it was reached.")
  package static let gate = Field<Record>("gate", .record(Gate.schema), "What is decided at it.")
  package static let dependsOn = Field<[String]>(
    "dependsOn", .list(.reference(["milestones", "tasks"])), "What must be done before.")
  package static let markets = Field<[String]>("markets", .list(.country), "Countries it concerns; all when left out.")
  package static let publicLabel = Field<LocalizedText>("publicLabel", .localized, "What customers may read of it.")

  package static let schema = EntitySchema(
    "milestone", collection: "milestones", topics: ["S0.2"], audience: .partner,
    publicFields: ["publicLabel", "id", "planned"],
    "A day on which something is done, decided or live.",
    [
      id.spec, name.spec, phase.spec, planned.spec, baseline.spec, actual.spec, gate.spec, dependsOn.spec,
      markets.spec, publicLabel.spec,
    ])
}

/// What a go/no-go decides by.
package enum Gate: Entity {
  package static let criteria = Field<[String]>(
    "criteria", .list(.reference(["readiness"])), "Readiness lists that must be met.")
  package static let decision = Field<String>(
    "decision", .reference(["decisions"]), audience: .team, "The decision that was taken.")

  package static let schema = EntitySchema(nested: "gate", [criteria.spec, decision.spec])
}
