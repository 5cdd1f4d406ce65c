// A wave: the markets, channels and processes that go live on one day.

package import Languages

package enum Wave: Entity {
  package static let markets = Field<[String]>("markets", .list(.country), .required, "The countries.")
  package static let channels = Field<[String]>("channels", .list(.reference(["channels"])), "The channels.")
  package static let processes = Field<[String]>("processes", .list(.reference(["processes"])), "The processes.")
  package static let goLive = Field<Day>("goLive", .day, .expected, "The day.")
  package static let goNoGo = Field<String>(
    "goNoGo", .reference(["milestones"]), "The milestone at which it is decided.")
  package static let pointOfNoReturn = Field<Day>("pointOfNoReturn", .day, "From here there is no way back.")
  package static let partialAcceptance = Field<String>(
    "partialAcceptance", .reference(["milestones"]), "The milestone at which it is accepted.")
  package static let hypercare = Field<Record>(
    "hypercare", .record(Hypercare.schema), "The time of close watch after go-live.")

  package static let schema = EntitySchema(
    "wave", collection: "waves", topics: ["S0.2"], audience: .partner,
    "What goes live on one day.",
    [
      .id,
      markets.spec,
      channels.spec,
      processes.spec,
      goLive.spec,
      goNoGo.spec,
      pointOfNoReturn.spec,
      FieldSpec("cutover", .page, "The page with the runbook."),
      hypercare.spec,
      partialAcceptance.spec,
    ])
}

/// The time of close watch after a go-live.
package enum Hypercare: Entity {
  package static let from = Field<Day>("from", .day, .required, "First day.")
  package static let to = Field<Day>("to", .day, .required, "Last day.")
  package static let exitCriteria = Field<[LocalizedText]>("exitCriteria", .list(.localized), "Before it may end.")

  package static let schema = EntitySchema(
    nested: "hypercare",
    [
      from.spec,
      to.spec,
      exitCriteria.spec,
    ])
}
