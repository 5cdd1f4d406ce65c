// The facts of a notice to customers; its words are pages beside it.

package enum Notice: Entity {
  package static let type = Field<String>("type", .choice(types), .required, "What it announces.")
  package static let effective = Field<[Record]>(
    "effective", .list(.record(NoticeEffect.schema)), .expected, "From when, by market.")
  package static let supersedes = Field<String>("supersedes", .reference(["notices"]), "The notice it replaces.")

  package static let types = [
    "channel-change", "provider-change", "hours-change", "maintenance", "service-change", "price-change",
    "terms-change", "closure",
    "privacy", "incident-info", "other",
  ]

  package static let schema = EntitySchema(
    "notice", collection: "notices", isFolder: true, audience: .team,
    "What customers are told, and when.",
    [
      .id,
      type.spec,
      FieldSpec("mode", .choice(["push", "page", "reactive"]), .expected, "How it reaches them."),
      FieldSpec("modeBy", .role, audience: .team, "Who decided that."),
      FieldSpec("modeReason", .localized, audience: .team, "Why."),
      FieldSpec("title", .localized, "Its title, where its pages have none."),
      FieldSpec("summary", .localized, "At most 160 characters."),
      FieldSpec("body", .markdown, "Its text, where it has no pages."),
      FieldSpec("audience", .record(NoticeAudience.schema), "Whom it concerns."),
      FieldSpec("whatChanges", .markdown, "What changes."),
      FieldSpec("whatStays", .markdown, "What stays."),
      FieldSpec("whatToDo", .markdown, "What customers do first; nothing is said, too."),
      FieldSpec("whatInstead", .markdown, "What there is instead."),
      FieldSpec("customerBenefit", .localized, "What customers gain, only if it is true."),
      FieldSpec("reason", .localized, "Why."),
      effective.spec,
      FieldSpec("gate", .reference(["milestones"]), "The decision it waits for."),
      FieldSpec("ifPostponed", .markdown, "What holds if it is postponed."),
      FieldSpec("reminders", .list(.integer(-365...365)), "Days before it takes effect."),
      FieldSpec("expires", .day, .expected, "The day from which it is history."),
      FieldSpec("oldChannel", .list(.reference(["channels"])), "What was used before."),
      FieldSpec("newChannel", .list(.reference(["channels"])), "What is used instead."),
      FieldSpec("forwardUntil", .day, "The old one is forwarded until this day."),
      FieldSpec("verify", .markdown, "How one knows that it is genuine."),
      FieldSpec("contact", .list(.reference(["channels"])), "Where to ask."),
      FieldSpec("accessibleAlternative", .localized, "The way for those who cannot use it."),
      FieldSpec("legalBasis", .text, audience: .team, "What it rests on."),
      FieldSpec("approvals", .list(.record(Approval.schema)), audience: .team, "Who approved which language."),
      FieldSpec("draft", .boolean, "Not for publication yet."),
      FieldSpec("withdrawn", .record(Withdrawal.schema), "When it was withdrawn, and why."),
      supersedes.spec,
      FieldSpec("faqs", .list(.reference(["faqs"])), "Questions it answers."),
      FieldSpec("languages", .list(.language), "In which languages."),
      FieldSpec("updates", .list(.record(NoticeUpdate.schema)), "What was added since."),
      FieldSpec("emailSubject", .localized, "At most 60 characters."),
      FieldSpec("preheader", .localized, "At most 90 characters."),
      FieldSpec("smsText", .localized, "For a text message."),
      FieldSpec("ivrText", .localized, "Spoken on the old line."),
      FieldSpec("pushText", .localized, "For a push message."),
      FieldSpec("socialText", .localized, "For social media."),
      FieldSpec("autoReply", .markdown, "For automatic replies."),
      FieldSpec("agentBrief", .markdown, "For those who answer."),
      FieldSpec("pressLines", .markdown, audience: .team, "For the press."),
    ])
}

package enum NoticeAudience: Entity {
  package static let schema = EntitySchema(
    nested: "audience",
    [
      FieldSpec("segments", .list(.text), "Groups of customers."),
      FieldSpec("markets", .list(.country), "Countries."),
      FieldSpec("customers", .choice(["b2c", "b2b", "both"]), "Consumers, businesses or both."),
    ])
}

/// When a notice is announced and takes effect in a market.
package enum NoticeEffect: Entity {
  package static let schema = EntitySchema(
    nested: "effect",
    [
      FieldSpec("market", .country, "In this country; everywhere when left out."),
      FieldSpec("announce", .day, .expected, "The first day it is public."),
      FieldSpec("from", .anyOf([.day, .moment]), .required, "From when it holds."),
      FieldSpec("to", .anyOf([.day, .moment]), "Until when."),
      FieldSpec("gate", .reference(["milestones"]), "The decision it waits for."),
    ])
}

package enum Approval: Entity {
  package static let schema = EntitySchema(
    nested: "approval",
    [
      FieldSpec("role", .role, .required, "Who."),
      FieldSpec("date", .day, .required, isFact: true, "When."),
      FieldSpec("language", .language, .required, "Which language."),
    ])
}

package enum Withdrawal: Entity {
  package static let schema = EntitySchema(
    nested: "withdrawal",
    [
      FieldSpec("date", .day, .required, isFact: true, "When."),
      FieldSpec("reason", .localized, .required, "Why."),
    ])
}

package enum NoticeUpdate: Entity {
  package static let schema = EntitySchema(
    nested: "update",
    [
      FieldSpec("dt", .moment, .required, isFact: true, "When."),
      FieldSpec("text", .markdown, .required, "What is new."),
      FieldSpec("material", .boolean, "Changes what customers do."),
    ])
}
