// A risk: what may go wrong, how likely and how bad, how it is noticed and what is done. The score is derived.

package import Languages

package enum Risk: Entity {
  package static let id = Field<String>("id", .identifier, .expected, "The risk's id.")
  package static let title = Field<LocalizedText>("title", .localized, .required, "What may happen.")
  package static let description = Field<LocalizedText>("description", .markdown, "The risk in a few sentences.")
  package static let category = Field<String>("category", .choice(categories), .expected, "What it is about.")
  package static let cause = Field<LocalizedText>("cause", .localized, "Why it may happen.")
  package static let event = Field<LocalizedText>("event", .localized, "What would happen.")
  package static let effect = Field<LocalizedText>("effect", .localized, "What that would do.")
  package static let probability = Field<FixedDecimal>("probability", .integer(1...5), .expected, "1 rare to 5 likely.")
  package static let impact = Field<FixedDecimal>("impact", .integer(1...5), .expected, "1 slight to 5 severe.")
  package static let trigger = Field<LocalizedText>("trigger", .localized, .expected, "The sign that it is happening.")
  package static let response = Field<String>(
    "response", .choice(["avoid", "reduce", "transfer", "accept"]), .expected, "How it is met.")
  package static let mitigation = Field<LocalizedText>("mitigation", .markdown, .expected, "What is done beforehand.")
  package static let contingency = Field<LocalizedText>(
    "contingency", .markdown, .expected, "What is done if it occurs.")
  package static let contingencyKind = Field<String>(
    "contingencyKind",
    .choice(["provider-overlap", "dual-systems", "in-house-overflow", "rollback", "delay-wave", "other"]),
    "Which kind of fallback that is.")
  package static let owner = Field<String>("owner", .reference(["roles"]), .required, "The role that watches it.")
  package static let due = Field<Day>("due", .day, "The day by which the mitigation is in place.")
  package static let phase = Field<String>("phase", .reference(["phases"]), "The phase it threatens.")
  package static let process = Field<[String]>(
    "process", .list(.reference(["processes"])), "The processes it threatens.")
  package static let residual = Field<Record>("residual", .record(Residual.schema), "What is left after mitigation.")
  package static let status = Field<String>(
    "status", .choice(["open", "watch", "occurred", "closed"]), since: ["statusSince", "occurred"],
    "Where it stands; open when left out.")
  package static let statusSince = Field<Day>(
    "statusSince", .day, isFact: true, "Since when the status holds.")
  package static let occurred = Field<Day>("occurred", .day, isFact: true, "The day it happened.")
  package static let reviewed = Field<[Day]>(
    "reviewed", .list(.day), isFact: true, "The days on which it was looked at.")

  package static let categories = [
    "data-migration", "knowledge", "delay", "culture", "service", "people", "legal", "security", "commercial",
    "customer", "scope", "technology",
  ]

  package static let schema = EntitySchema(
    "risk", collection: "risks", topics: ["S0.2", "S0.7", "S3.8", "S3.12"], audience: .team, isNeverPublic: true,
    partyFields: ["id", "title", "trigger", "mitigation", "contingency", "owner", "status", "due"],
    "What may go wrong, and what is done about it.",
    [
      id.spec, title.spec, description.spec, category.spec, cause.spec, event.spec, effect.spec, probability.spec,
      impact.spec, trigger.spec, response.spec, mitigation.spec, contingency.spec, contingencyKind.spec, owner.spec,
      due.spec, phase.spec, process.spec, residual.spec, status.spec, statusSince.spec, occurred.spec, reviewed.spec,
    ])
}

/// Probability and impact after mitigation.
package enum Residual: Entity {
  package static let p = Field<FixedDecimal>("p", .integer(1...5), .required, "Probability.")
  package static let i = Field<FixedDecimal>("i", .integer(1...5), .required, "Impact.")

  package static let schema = EntitySchema(nested: "residual", [p.spec, i.spec])
}
