// The project: one transition of a customer service, with its parties, markets and days.

package import Languages

package enum Project: Entity {
  package static let id = Field<String>("id", .identifier, .expected, "The project's id; its folder has the same name.")
  package static let name = Field<LocalizedText>("name", .localized, .required, "What the project is called inside.")
  package static let summary = Field<LocalizedText>("summary", .markdown, "What changes, in a few sentences.")
  package static let type = Field<String>(
    "type", .choice(["first-outsourcing", "partner-change", "insourcing", "multi-source"]), .required,
    "Which kind of transition it is.")
  package static let client = Field<String>("client", .text, "The company whose customers are served.")
  package static let outgoing = Field<[String]>("outgoing", .list(.text), "The provider that hands over.")
  package static let incoming = Field<[String]>("incoming", .list(.text), "The provider that takes over.")
  package static let goLive = Field<ValueMap>("goLive", .map(.day), "The first day with the new provider, by market.")
  package static let start = Field<Day>("start", .day, "The project's first day.")
  package static let end = Field<Day>("end", .day, "The project's last day.")
  package static let stage = Field<String>(
    "stage", .choice(["draft", "baselined", "live", "closed"]), "How far the project is; draft when left out.")
  package static let share = Field<ValueMap>(
    "share", .map(.list(.text)), "Entities that the providers of a side may see beyond the shipped table.")
  package static let overlapDays = Field<FixedDecimal>(
    "overlapDays", .integer(0...365), "Days both providers work side by side after the last go-live; 14 when left out.")
  package static let markets = Field<[Record]>(
    "markets", .list(.record(Market.schema)), "The countries that change; the keys of goLive when left out.")
  package static let languages = Field<[String]>("languages", .list(.language), "The site's languages when left out.")
  package static let sourceLanguage = Field<String>("sourceLanguage", .language, "What bare texts are written in.")
  package static let fallback = Field<[String]>(
    "fallback", .list(.language), "Languages to show, in this order, where a text is missing.")
  package static let timezone = Field<String>("timezone", .timeZone, .expected, "Where the project's days begin.")
  package static let dataDate = Field<Day>("dataDate", .day, "Facts are known up to this day.")
  package static let currency = Field<String>("currency", .currency, .expected, "Of every amount of the project.")
  package static let calendar = Field<Record>("calendar", .record(ProjectCalendar.schema), "Holidays and blackouts.")
  package static let sponsor = Field<String>("sponsor", .reference(["roles"]), .expected, "Who answers for the goals.")
  package static let lead = Field<String>("lead", .reference(["roles"]), .expected, "Who leads the transition.")
  package static let publicName = Field<LocalizedText>("publicName", .localized, "What customers may call it.")
  package static let version = Field<String>("version", .text, "The version of the playbook.")

  package static let schema = EntitySchema(
    "project", collection: "project", topics: ["S3.13"], isSingle: true, audience: .internal,
    publicFields: ["publicName", "id"],
    "One transition: its parties, markets and days.",
    [
      id.spec, name.spec, summary.spec, type.spec, client.spec, outgoing.spec, incoming.spec, goLive.spec, start.spec,
      end.spec, stage.spec, share.spec, overlapDays.spec, markets.spec, languages.spec, sourceLanguage.spec,
      fallback.spec, timezone.spec, dataDate.spec, currency.spec, calendar.spec, sponsor.spec, lead.spec,
      publicName.spec, version.spec,
    ])
}

/// A country in which the service changes.
package enum Market: Entity {
  package static let country = Field<String>("country", .country, .required, "ISO 3166.")
  package static let languages = Field<[String]>("languages", .list(.language), "What its customers read.")
  package static let timezone = Field<String>("timezone", .timeZone, "Where it differs from the project's.")

  package static let schema = EntitySchema(nested: "market", [country.spec, languages.spec, timezone.spec])
}

/// Days on which nothing may go live.
package enum ProjectCalendar: Entity {
  package static let holidays = Field<ValueMap>("holidays", .map(.list(.day)), "Public holidays by country.")
  package static let blackouts = Field<[Record]>("blackouts", .list(.record(Blackout.schema)), "Times without change.")

  package static let schema = EntitySchema(nested: "calendar", [holidays.spec, blackouts.spec])
}

package enum Blackout: Entity {
  package static let from = Field<Day>("from", .day, .required, "First day.")
  package static let to = Field<Day>("to", .day, .required, "Last day.")
  package static let reason = Field<LocalizedText>("reason", .localized, "Why.")
  package static let allow = Field<[String]>("allow", .list(.text), "Records that may change all the same.")

  package static let schema = EntitySchema(nested: "blackout", [from.spec, to.spec, reason.spec, allow.spec])
}
