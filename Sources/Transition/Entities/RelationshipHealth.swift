// How the parties judge their work together, each quarter.

package enum RelationshipHealth: Entity {
  package static let schema = EntitySchema(
    "relationship health", collection: "relationshipHealth", topics: ["S2.5"], audience: .team, happens: "quarter",
    "How a party judges the work together.",
    [
      FieldSpec("party", .party, .required, "Who judges."),
      FieldSpec("quarter", .quarter, .expected, isFact: true, "When."),
      FieldSpec("score", .grade, .expected, "1 poor to 5 good."),
      FieldSpec("comment", .markdown, audience: .team, "Why."),
    ])
}
