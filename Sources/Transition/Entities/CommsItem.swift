// An item of the communication plan.

package import Languages

package enum CommsItem: Entity {
  package static let audience = Field<[String]>(
    "audience", .list(.reference(["stakeholders"])), .required, "Who is told.")
  package static let message = Field<LocalizedText>("message", .localized, .expected, "What they are told.")
  package static let channel = Field<String>("channel", .choice(channels), .expected, "The way it takes.")
  package static let sender = Field<String>("sender", .role, .expected, "Who sends it.")
  package static let approver = Field<String>("approver", .role, .expected, "Who approves it.")
  package static let languages = Field<[String]>("languages", .list(.language), .expected, "In which languages.")
  package static let notice = Field<String>("notice", .reference(["notices"]), "The notice it carries.")
  package static let when = Field<Day>("when", .day, "The day.")
  package static let anchor = Field<Record>("anchor", .record(Anchor.schema), "Or the distance from a milestone.")
  package static let sent = Field<Day>("sent", .day, isFact: true, "The day it was sent.")

  package static let channels = [
    "email", "meeting", "web-banner", "web-page", "faq", "ivr", "intranet", "letter", "press", "sms", "in-app", "push",
    "social",
    "poster", "auto-reply", "chat", "invoice-insert", "store-brief", "agent-brief", "directory",
  ]

  package static let schema = EntitySchema(
    "communication item", collection: "commsItems", topics: ["S0.4"], audience: .team,
    "One message to one audience by one way.",
    [
      .id,
      audience.spec,
      message.spec,
      channel.spec,
      when.spec,
      anchor.spec,
      sender.spec,
      approver.spec,
      languages.spec,
      notice.spec,
      sent.spec,
      FieldSpec("evidence", .text, since: ["sent"], "Where that is documented."),
      FieldSpec("feedbackMeasure", .localized, "How one sees that it arrived."),
    ])
}

/// A day that moves with a milestone.
package enum Anchor: Entity {
  package static let milestone = Field<String>("milestone", .reference(["milestones"]), .required, "The milestone.")
  package static let offsetDays = Field<FixedDecimal>(
    "offsetDays", .integer(-3650...3650), .required, "Days after it; negative before.")

  package static let schema = EntitySchema(
    nested: "anchor",
    [
      milestone.spec,
      offsetDays.spec,
    ])
}
