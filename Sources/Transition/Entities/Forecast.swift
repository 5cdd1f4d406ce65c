// A month of the forecast: contacts, handling time, people.

package import Languages

package enum Forecast: Entity {
  package static let month = Field<Period>("month", .month, .required, "The month.")
  package static let channel = Field<String>("channel", .reference(["channels"]), "Of this channel only.")
  package static let market = Field<String>("market", .country, "Of this country only.")
  package static let volume = Field<FixedDecimal>("volume", .count, .expected, "Contacts expected.")
  package static let actual = Field<FixedDecimal>("actual", .count, since: ["month"], "Contacts that came.")
  package static let aht = Field<FixedDecimal>("aht", .number(0...100_000), "Average handling time, seconds.")
  package static let occupancy = Field<FixedDecimal>(
    "occupancy", .number(1...100), "Share of their time in which people handle contacts, percent.")
  package static let shrinkage = Field<FixedDecimal>(
    "shrinkage", .number(0...99), "Share of paid time lost to leave, training and breaks, percent.")
  package static let hoursPerFte = Field<FixedDecimal>(
    "hoursPerFte", .number(1...400), "Paid hours a month of one full-time equivalent.")

  package static let plannedFte = Field<FixedDecimal>(
    "plannedFte", .number(0...100_000), "Full-time equivalents planned.")
  package static let lockDate = Field<Day>("lockDate", .day, "The day from which it is not changed.")
  package static let tolerance = Field<FixedDecimal>("tolerance", .percent, "Band around it, percent.")

  package static let schema = EntitySchema(
    "forecast", collection: "forecasts", topics: ["S3.4", "S3.11", "S4.5"], audience: .partner,
    "What is expected in a month, and what came.",
    [
      month.spec,
      channel.spec,
      market.spec,
      volume.spec,
      actual.spec,
      aht.spec,
      occupancy.spec,
      shrinkage.spec,
      hoursPerFte.spec,
      plannedFte.spec,
      lockDate.spec,
      tolerance.spec,
    ])
}
