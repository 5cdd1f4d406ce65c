// A channel: a way customers reach the service, with its address and hours.

package import Languages

package enum Channel: Entity {
  package static let id = Field<String>("id", .identifier, .expected, "The channel's id.")
  package static let kind = Field<String>(
    "kind",
    .choice([
      "phone", "email", "form", "chat", "social", "messaging", "post", "store", "self-service", "bot",
    ]), .required, "What it is.")
  package static let market = Field<String>("market", .country, .expected, "The country it serves.")
  package static let address = Field<String>(
    "address", .text, .expected, "E.164 number, e-mail address or web address, as customers use it.")
  package static let hours = Field<[Record]>("hours", .list(.record(OpeningHours.schema)), "When it is open.")
  package static let tariffText = Field<LocalizedText>("tariffText", .localized, "What a call costs.")
  package static let accessibility = Field<LocalizedText>("accessibility", .localized, "Text relay, sign language.")
  package static let accessibleAlternative = Field<LocalizedText>(
    "accessibleAlternative", .localized, "The way for those who cannot use it.")
  package static let verify = Field<LocalizedText>("verify", .localized, "How customers know that it is genuine.")
  package static let operatorCountries = Field<[String]>(
    "operatorCountries", .list(.country), "Where those who answer sit.")
  package static let announcement = Field<LocalizedText>("announcement", .localized, "Spoken before the answer.")
  package static let ai = Field<Bool>("ai", .boolean, "A machine answers.")
  package static let disclosure = Field<LocalizedText>("disclosure", .localized, "How it says that it is a machine.")
  package static let validFrom = Field<Day>("validFrom", .day, .expected, "First day.")
  package static let validTo = Field<Day>("validTo", .day, "Last day.")
  package static let replaces = Field<String>("replaces", .reference(["channels"]), "The channel it takes over from.")
  package static let forwardUntil = Field<Day>("forwardUntil", .day, "The old one is forwarded until this day.")
  package static let parkedUntil = Field<Day>("parkedUntil", .day, "The old one is kept unused until this day.")

  package static let schema = EntitySchema(
    "channel", collection: "channels", topics: ["S0.8"], audience: .internal,
    "A way on which customers reach the service.",
    [
      id.spec, kind.spec, market.spec, address.spec, hours.spec, tariffText.spec, accessibility.spec,
      accessibleAlternative.spec, verify.spec, operatorCountries.spec, announcement.spec, ai.spec, disclosure.spec,
      validFrom.spec, validTo.spec, replaces.spec, forwardUntil.spec, parkedUntil.spec,
    ])
}

/// One line of opening hours.
package enum OpeningHours: Entity {
  package static let days = Field<String>("days", .text, .required, "Days of the week: mon-fri.")
  package static let open = Field<String>("open", .text, .required, "Opens at, as \"08:00\".")
  package static let close = Field<String>("close", .text, .required, "Closes at.")

  package static let schema = EntitySchema(nested: "hours", [days.spec, open.spec, close.spec])
}
