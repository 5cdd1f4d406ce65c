// How the quality of answers is judged.

package enum QualityFramework: Entity {
  package static let schema = EntitySchema(
    "quality framework", collection: "qualityFrameworks", topics: ["S4.2", "S4.5"], audience: .partner,
    "How the quality of answers is judged.",
    [
      FieldSpec("name", .localized, .required, "What it is called."),
      FieldSpec("dimensions", .list(.record(QualityDimension.schema)), "What is looked at."),
      FieldSpec("sampleSize", .localized, "How many contacts a person and month."),
      FieldSpec("calibration", .choice(Forum.cadences), "How often raters compare."),
      FieldSpec("calibrations", .list(.record(Calibration.schema)), "When they did, and how far apart they were."),
      FieldSpec("raters", .list(.role), "Who rates."),
      FieldSpec("tools", .list(.text), "With what."),
      FieldSpec("criticalErrors", .list(.localized), "What makes an answer wrong whatever else is right."),
      FieldSpec("worksForExternal", .boolean, "Can measure people from outside."),
      FieldSpec("feedbackLoop", .markdown, "How those who answer learn of it."),
    ])
}

package enum QualityDimension: Entity {
  package static let schema = EntitySchema(
    nested: "dimension",
    [
      FieldSpec("name", .localized, .required, "What it is."),
      FieldSpec("weight", .percent, "Its share, percent."),
      FieldSpec("criteria", .list(.localized), "What counts."),
    ])
}

package enum Calibration: Entity {
  package static let schema = EntitySchema(
    nested: "calibration", happens: "date",
    [
      FieldSpec("date", .day, .required, isFact: true, "The day."),
      FieldSpec("raters", .count, "How many took part."),
      FieldSpec("spread", .number(0...1000), "Points between the highest and the lowest."),
    ])
}
