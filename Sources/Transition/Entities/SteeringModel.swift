// How the client steers its providers.

package enum SteeringModel: Entity {
  package static let schema = EntitySchema(
    "steering model", collection: "steeringModel", topics: ["S3.12", "S4.2", "S4.4"], isSingle: true,
    audience: .internal,
    "How the client steers its providers.",
    [
      FieldSpec("name", .localized, .required, "What it is called."),
      FieldSpec("controlTower", .list(.role), "Who steers."),
      FieldSpec("fte", .number(0...10_000), "Full-time equivalents for it."),
      FieldSpec("sitesVisitedPerYear", .integer(0...1000), "Visits a year."),
      FieldSpec("reportingSet", .list(.localized), "What is reported."),
      FieldSpec("decisionRights", .markdown, "Who decides what."),
      FieldSpec("roadmapCadence", .choice(Forum.cadences), "How often the common roadmap is looked at."),
    ])
}
