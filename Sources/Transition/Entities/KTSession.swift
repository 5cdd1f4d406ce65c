// A session in which knowledge is handed over.

package import Languages

package enum KTSession: Entity {
  package static let process = Field<[String]>("process", .list(.reference(["processes"])), .required, "The processes.")
  package static let method = Field<String>("method", .choice(methods), .expected, "How it is handed over.")
  package static let date = Field<Day>("date", .day, .expected, "The day.")
  package static let language = Field<String>("language", .language, .expected, "In which language.")
  package static let market = Field<String>("market", .country, "For this country only.")
  package static let test = Field<Record>("test", .record(KTTest.schema), since: ["date"], "The test at its end.")
  package static let signedOff = Field<Day>("signedOff", .day, isFact: true, "The day it was accepted.")
  package static let signedOffBy = Field<String>("signedOffBy", .role, since: ["signedOff"], "Who accepted it.")

  package static let methods = [
    "document", "live-demo", "provider-qa", "shadowing", "reverse-shadowing", "classroom", "e-learning", "playback",
    "recording",
  ]

  package static let schema = EntitySchema(
    "knowledge transfer session", collection: "ktSessions", topics: ["S0.5"], audience: .partner,
    "An hour in which knowledge is handed over.",
    [
      .id,
      process.spec,
      method.spec,
      FieldSpec("from", .role, .expected, "Who hands over."),
      FieldSpec("to", .role, .expected, "Who takes over."),
      date.spec,
      FieldSpec("hours", .number(0...1000), "How long."),
      language.spec,
      market.spec,
      FieldSpec("evidence", .text, since: ["date"], "Where it is documented."),
      FieldSpec("attendees", .count, since: ["date"], "How many came."),
      test.spec,
      signedOff.spec,
      signedOffBy.spec,
    ])
}

package enum KTTest: Entity {
  package static let passMark = Field<FixedDecimal>("passMark", .percent, .required, "Needed, percent.")
  package static let result = Field<FixedDecimal>("result", .percent, "Reached, percent.")

  package static let schema = EntitySchema(
    nested: "test",
    [
      passMark.spec,
      result.spec,
    ])
}
