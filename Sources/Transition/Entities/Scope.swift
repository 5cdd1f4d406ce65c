// What of the service changes hands, and what stays.

package import Languages

package enum Scope: Entity {
  package static let volumesPerYear = Field<[Record]>(
    "volumesPerYear", .list(.record(YearlyVolume.schema)), "Contacts a year.")
  package static let inScope = Field<[String]>(
    "inScope", .list(.reference(["processes"])), "Processes that are handed over.")
  package static let outOfScope = Field<[String]>(
    "outOfScope", .list(.reference(["processes"])), "Processes that are not.")
  package static let retainedTasks = Field<[Record]>(
    "retainedTasks", .list(.record(RetainedTask.schema)), "What the client goes on doing.")

  package static let schema = EntitySchema(
    "scope", collection: "scope", topics: ["S0.1", "S4.1"], isSingle: true, audience: .partner,
    "What is handed over, and what is not.",
    [
      FieldSpec("channels", .list(.reference(["channels"])), .required, "The channels that change hands."),
      FieldSpec("markets", .list(.country), "The countries."),
      FieldSpec("languages", .list(.language), "The languages spoken with customers."),
      volumesPerYear.spec,
      FieldSpec("hours", .list(.record(ScopeHours.schema)), "When the service is open."),
      inScope.spec,
      outOfScope.spec,
      retainedTasks.spec,
      FieldSpec("assumptions", .list(.localized), "What the plan takes for granted."),
    ])
}

package enum YearlyVolume: Entity {
  package static let market = Field<String>("market", .country, "Of this country only.")
  package static let channel = Field<String>("channel", .text, "Of this kind of channel only.")
  package static let volume = Field<FixedDecimal>("volume", .count, .required, "Contacts a year.")

  package static let schema = EntitySchema(
    nested: "volume",
    [
      market.spec,
      channel.spec,
      volume.spec,
    ])
}

package enum ScopeHours: Entity {
  package static let schema = EntitySchema(
    nested: "hours",
    [
      FieldSpec("market", .country, "In this country."),
      FieldSpec("days", .text, .required, "Days of the week: mon-fri."),
      FieldSpec("open", .text, .required, "Opens at, as \"08:00\"."),
      FieldSpec("close", .text, .required, "Closes at."),
    ])
}

/// A task that stays with the client.
package enum RetainedTask: Entity {
  package static let schema = EntitySchema(
    nested: "retained task",
    [
      FieldSpec("title", .localized, .required, "The task."),
      FieldSpec("owner", .role, .expected, "Who does it."),
      FieldSpec("effortHoursPerMonth", .number(0...100_000), "Hours a month."),
    ])
}
