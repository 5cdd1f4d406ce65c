// The facts of a notice to customers; its words are pages beside it.

package import Languages

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

  package static let mode = Field<String>(
    "mode", .choice(["push", "page", "reactive"]), .expected, "How it reaches them.")
  package static let title = Field<LocalizedText>("title", .localized, "Its title, where its pages have none.")
  package static let summary = Field<LocalizedText>("summary", .localized, "At most 160 characters.")
  package static let audience = Field<Record>("audience", .record(NoticeAudience.schema), "Whom it concerns.")
  package static let whatChanges = Field<LocalizedText>("whatChanges", .markdown, "What changes.")
  package static let whatStays = Field<LocalizedText>("whatStays", .markdown, "What stays.")
  package static let whatToDo = Field<LocalizedText>(
    "whatToDo", .markdown, "What customers do first; nothing is said, too.")
  package static let whatInstead = Field<LocalizedText>("whatInstead", .markdown, "What there is instead.")
  package static let customerBenefit = Field<LocalizedText>(
    "customerBenefit", .localized, "What customers gain, only if it is true.")
  package static let reason = Field<LocalizedText>("reason", .localized, "Why.")
  package static let gate = Field<String>("gate", .reference(["milestones"]), "The decision it waits for.")
  package static let ifPostponed = Field<LocalizedText>("ifPostponed", .markdown, "What holds if it is postponed.")
  package static let expires = Field<Day>("expires", .day, .expected, "The day from which it is history.")
  package static let oldChannel = Field<[String]>(
    "oldChannel", .list(.reference(["channels"])), "What was used before.")
  package static let newChannel = Field<[String]>(
    "newChannel", .list(.reference(["channels"])), "What is used instead.")
  package static let forwardUntil = Field<Day>("forwardUntil", .day, "The old one is forwarded until this day.")
  package static let verify = Field<LocalizedText>("verify", .markdown, "How one knows that it is genuine.")
  package static let contact = Field<[String]>("contact", .list(.reference(["channels"])), "Where to ask.")
  package static let accessibleAlternative = Field<LocalizedText>(
    "accessibleAlternative", .localized, "The way for those who cannot use it.")
  package static let approvals = Field<[Record]>(
    "approvals", .list(.record(Approval.schema)), audience: .team, "Who approved which language.")
  package static let draft = Field<Bool>("draft", .boolean, "Not for publication yet.")
  package static let withdrawn = Field<Record>(
    "withdrawn", .record(Withdrawal.schema), "When it was withdrawn, and why.")
  package static let languages = Field<[String]>("languages", .list(.language), "In which languages.")
  package static let updates = Field<[Record]>("updates", .list(.record(NoticeUpdate.schema)), "What was added since.")
  package static let emailSubject = Field<LocalizedText>("emailSubject", .localized, "At most 60 characters.")

  package static let schema = EntitySchema(
    "notice", collection: "notices", topics: ["S0.00", "S0.8"], isFolder: true, audience: .team,
    "What customers are told, and when.",
    [
      .id,
      type.spec,
      mode.spec,
      FieldSpec("modeBy", .role, audience: .team, "Who decided that."),
      FieldSpec("modeReason", .localized, audience: .team, "Why."),
      title.spec,
      summary.spec,
      FieldSpec("body", .markdown, "Its text, where it has no pages."),
      audience.spec,
      whatChanges.spec,
      whatStays.spec,
      whatToDo.spec,
      whatInstead.spec,
      customerBenefit.spec,
      reason.spec,
      effective.spec,
      gate.spec,
      ifPostponed.spec,
      FieldSpec("reminders", .list(.integer(-365...365)), "Days before it takes effect."),
      expires.spec,
      oldChannel.spec,
      newChannel.spec,
      forwardUntil.spec,
      verify.spec,
      contact.spec,
      accessibleAlternative.spec,
      FieldSpec("legalBasis", .text, audience: .team, "What it rests on."),
      approvals.spec,
      draft.spec,
      withdrawn.spec,
      supersedes.spec,
      FieldSpec("faqs", .list(.reference(["faqs"])), "Questions it answers."),
      languages.spec,
      updates.spec,
      emailSubject.spec,
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
  package static let segments = Field<[String]>("segments", .list(.text), "Groups of customers.")
  package static let markets = Field<[String]>("markets", .list(.country), "Countries.")
  package static let customers = Field<String>(
    "customers", .choice(["b2c", "b2b", "both"]), "Consumers, businesses or both.")

  package static let schema = EntitySchema(
    nested: "audience",
    [
      segments.spec,
      markets.spec,
      customers.spec,
    ])
}

/// When a notice is announced and takes effect in a market.
package enum NoticeEffect: Entity {
  package static let market = Field<String>("market", .country, "In this country; everywhere when left out.")
  package static let announce = Field<Day>("announce", .day, .expected, "The first day it is public.")
  package static let from = Field<AnyValue>("from", .anyOf([.day, .moment]), .required, "From when it holds.")
  package static let to = Field<AnyValue>("to", .anyOf([.day, .moment]), "Until when.")
  package static let gate = Field<String>("gate", .reference(["milestones"]), "The decision it waits for.")

  package static let schema = EntitySchema(
    nested: "effect",
    [
      market.spec,
      announce.spec,
      from.spec,
      to.spec,
      gate.spec,
    ])
}

package enum Approval: Entity {
  package static let role = Field<String>("role", .role, .required, "Who.")
  package static let date = Field<Day>("date", .day, .required, isFact: true, "When.")
  package static let language = Field<String>("language", .language, .required, "Which language.")

  package static let schema = EntitySchema(
    nested: "approval",
    [
      role.spec,
      date.spec,
      language.spec,
    ])
}

package enum Withdrawal: Entity {
  package static let date = Field<Day>("date", .day, .required, isFact: true, "When.")
  package static let reason = Field<LocalizedText>("reason", .localized, .required, "Why.")

  package static let schema = EntitySchema(
    nested: "withdrawal",
    [
      date.spec,
      reason.spec,
    ])
}

package enum NoticeUpdate: Entity {
  package static let dt = Field<Moment>("dt", .moment, .required, isFact: true, "When.")
  package static let text = Field<LocalizedText>("text", .markdown, .required, "What is new.")
  package static let material = Field<Bool>("material", .boolean, "Changes what customers do.")

  package static let schema = EntitySchema(
    nested: "update",
    [
      dt.spec,
      text.spec,
      material.spec,
    ])
}
