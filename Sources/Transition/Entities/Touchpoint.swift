// A touchpoint: a place that shows customers a number, an address or hours.

package import Languages

package enum Touchpoint: Entity {
  package static let place = Field<LocalizedText>("where", .localized, .required, "The place.")
  package static let market = Field<String>("market", .country, .expected, "The country.")
  package static let shows = Field<String>("shows", .reference(["channels"]), .expected, "The channel it is to show.")
  package static let leadDays = Field<FixedDecimal>("leadDays", .integer(0...3650), "Days the change takes.")
  package static let switched = Field<Day>("switched", .day, isFact: true, "The day it showed the new channel.")
  package static let owner = Field<String>("owner", .role, .expected, "Who changes it.")
  package static let evidence = Field<String>("evidence", .text, since: ["switched"], "Where that is documented.")

  package static let schema = EntitySchema(
    "touchpoint", collection: "touchpoints", topics: ["S0.8"], audience: .internal,
    "A place that shows a number, an address or hours.",
    [
      place.spec,
      market.spec,
      shows.spec,
      owner.spec,
      leadDays.spec,
      switched.spec,
      evidence.spec,
    ])
}
