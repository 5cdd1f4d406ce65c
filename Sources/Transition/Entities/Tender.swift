// A tender: criteria, weights, candidates and their scores.

package import Languages

package enum Tender: Entity {
  package static let mustCriteria = Field<[Record]>(
    "mustCriteria", .list(.record(MustCriterion.schema)), "What a candidate must meet.")
  package static let criteria = Field<[Record]>(
    "criteria", .list(.record(TenderCriterion.schema)), "What candidates are scored by.")
  package static let scale = Field<Record>("scale", .record(ScoreScale.schema), "The lowest and the highest score.")
  package static let candidates = Field<[String]>("candidates", .list(.reference(["providers"])), "Who bids.")
  package static let mustResults = Field<[Record]>("mustResults", .list(.record(MustResult.schema)), "Who meets what.")
  package static let scores = Field<[Record]>("scores", .list(.record(Score.schema)), "Who scores how much.")
  package static let award = Field<String>("award", .reference(["decisions"]), "The decision.")

  package static let schema = EntitySchema(
    "tender", collection: "tenders", topics: ["S1.11", "S2.3", "S4.3"], audience: .restricted, isNeverPublic: true,
    "How a provider is chosen.",
    [
      .id,
      FieldSpec("documents", .list(.record(TenderDocument.schema)), .required, "What was sent out, and what binds."),
      FieldSpec("dates", .list(.record(TenderDate.schema)), "Its days."),
      mustCriteria.spec,
      criteria.spec,
      scale.spec,
      candidates.spec,
      mustResults.spec,
      scores.spec,
      FieldSpec("siteVisits", .list(.record(SiteVisit.schema)), "Visits on site."),
      FieldSpec("references", .list(.localized), "Clients that were asked."),
      FieldSpec("trial", .localized, "What was tried out."),
      award.spec,
    ])
}

package enum TenderDocument: Entity {
  package static let schema = EntitySchema(
    nested: "document",
    [
      FieldSpec(
        "kind", .choice(["rfi", "rfp", "rfq", "sow", "pricing", "contract-draft", "dpa", "nda", "scoring"]), .required,
        "What it is."),
      FieldSpec("binding", .boolean, "Whether it binds."),
      FieldSpec("version", .text, "Its version."),
      FieldSpec("date", .day, "Its day."),
    ])
}

package enum TenderDate: Entity {
  package static let schema = EntitySchema(
    nested: "date",
    [
      FieldSpec("label", .localized, .required, "What happens."),
      FieldSpec("date", .day, .required, "When."),
    ])
}

package enum MustCriterion: Entity {
  package static let id = Field<String>("id", .identifier, .required, "By which results name it.")
  package static let text = Field<LocalizedText>("text", .localized, "What is demanded.")

  package static let schema = EntitySchema(
    nested: "must criterion",
    [
      id.spec,
      text.spec,
    ])
}

/// A weighted criterion; the one named `price` is weighed up and down to see whether the winner holds.
package enum TenderCriterion: Entity {
  package static let id = Field<String>("id", .identifier, .required, "By which scores name it; price for the price.")
  package static let name = Field<LocalizedText>("name", .localized, "What it is.")
  package static let weight = Field<FixedDecimal>("weight", .percent, "Its share, percent.")

  package static let schema = EntitySchema(
    nested: "criterion",
    [
      id.spec,
      name.spec,
      weight.spec,
      FieldSpec("question", .localized, "What is asked."),
    ])
}

package enum ScoreScale: Entity {
  package static let min = Field<FixedDecimal>("min", .number(0...1000), .required, "The lowest score.")
  package static let max = Field<FixedDecimal>("max", .number(0...1000), .required, "The highest score.")

  package static let schema = EntitySchema(
    nested: "scale",
    [
      min.spec,
      max.spec,
    ])
}

package enum MustResult: Entity {
  package static let candidate = Field<String>("candidate", .reference(["providers"]), .required, "Who.")
  package static let criterion = Field<String>("criterion", .identifier, .required, "The must criterion.")
  package static let met = Field<Bool>("met", .boolean, .required, "Whether it is met.")
  package static let comment = Field<LocalizedText>("comment", .localized, "Why.")

  package static let schema = EntitySchema(
    nested: "must result",
    [
      candidate.spec,
      criterion.spec,
      met.spec,
      comment.spec,
    ])
}

package enum Score: Entity {
  package static let candidate = Field<String>("candidate", .reference(["providers"]), .required, "Who.")
  package static let criterion = Field<String>("criterion", .identifier, .required, "The criterion.")
  package static let score = Field<FixedDecimal>("score", .number(0...1000), .required, "The score.")

  package static let schema = EntitySchema(
    nested: "score",
    [
      candidate.spec,
      criterion.spec,
      score.spec,
      FieldSpec("comment", .localized, "Why."),
      FieldSpec("rater", .role, "Who gave it."),
    ])
}

package enum SiteVisit: Entity {
  package static let schema = EntitySchema(
    nested: "visit",
    [
      FieldSpec("candidate", .reference(["providers"]), .required, "Who was visited."),
      FieldSpec("date", .day, "When."),
      FieldSpec("note", .localized, "What was seen."),
    ])
}
