// A line of the business case: a cost, a saving, what it was and what it is.

package import Languages

package enum CostItem: Entity {
  package static let name = Field<LocalizedText>("name", .localized, .required, "What it is for.")
  package static let kind = Field<String>("kind", .choice(kinds), .expected, "What it is.")
  package static let amount = Field<FixedDecimal>(
    "amount", .money, .expected, "A year for what comes back, once for the rest.")
  package static let series = Field<[Record]>(
    "series", .list(.record(YearAmount.schema)), "Amounts that differ from year to year.")
  package static let currency = Field<String>("currency", .currency, "The project's when left out.")
  package static let committed = Field<FixedDecimal>("committed", .money, "Ordered so far.")
  package static let actual = Field<FixedDecimal>("actual", .money, since: ["actualOn"], "Paid so far.")
  package static let forecast = Field<FixedDecimal>("forecast", .money, "Expected in the end.")
  package static let basis = Field<LocalizedText>("basis", .localized, .expected, "How the amount comes about.")
  package static let confidence = Field<String>("confidence", .choice(["low", "medium", "high"]), "How sure it is.")
  package static let contacts = Field<FixedDecimal>("contacts", .count, "Contacts a year that it covers.")
  package static let cashable = Field<Bool>(
    "cashable", .boolean, .expected, "Whether it is money that can be spent otherwise.")
  package static let baseline = Field<Bool>("baseline", .boolean, "What it cost before the change.")

  package static let kinds = ["one-off", "run", "steering", "overlap", "exit", "contingency", "saving", "avoided"]

  package static let schema = EntitySchema(
    "cost item", collection: "costItems", topics: ["S4.6"], audience: .restricted, isNeverPublic: true,
    "A cost or a saving, with what it rests on.",
    [
      .id,
      name.spec,
      kind.spec,
      amount.spec,
      series.spec,
      currency.spec,
      committed.spec,
      actual.spec,
      FieldSpec("actualOn", .day, isFact: true, "The day up to which that is counted."),
      forecast.spec,
      basis.spec,
      confidence.spec,
      cashable.spec,
      FieldSpec("owner", .role, .expected, "Who answers for it."),
      baseline.spec,
      FieldSpec("provider", .party, "Paid to."),
      contacts.spec,
    ])
}

package enum YearAmount: Entity {
  package static let year = Field<FixedDecimal>("year", .integer(1...50), .required, "Year of the case, from 1.")
  package static let amount = Field<FixedDecimal>("amount", .money, .required, "The amount.")

  package static let schema = EntitySchema(
    nested: "year",
    [
      year.spec,
      amount.spec,
    ])
}
