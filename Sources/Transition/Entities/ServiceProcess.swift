// A process of customer service: the black box first, its inside later.

package import Languages

package enum ServiceProcess: Entity {
  package static let name = Field<LocalizedText>("name", .localized, .required, "What it is called.")
  package static let level = Field<FixedDecimal>("level", .integer(0...3), "0 the whole to 3 the detail.")
  package static let parent = Field<String>("parent", .reference(["processes"]), "The process it is part of.")
  package static let owner = Field<String>("owner", .role, "The process owner.")
  package static let criticality = Field<String>(
    "criticality", .choice(["low", "normal", "high", "critical"]), .expected, "What hangs on it.")
  package static let outsourceable = Field<String>(
    "outsourceable", .choice(["full", "partly", "none"]), .expected, "Whether it can be handed over.")
  package static let fate = Field<String>("fate", .choice(["keep", "change", "retire"]), "What becomes of it.")
  package static let interactions = Field<AnyValue>(
    "interactions", .either(.choice(["none"]), .list(.record(Interaction.schema))),
    "The departments it touches, or none.")
  package static let interactionsReason = Field<LocalizedText>("interactionsReason", .localized, "Why it touches none.")
  package static let contingency = Field<LocalizedText>("contingency", .markdown, "What is done when it fails.")

  package static let schema = EntitySchema(
    "process", collection: "processes", audience: .partner,
    "What customer service does, and with whom.",
    [
      .id,
      name.spec,
      level.spec,
      parent.spec,
      FieldSpec("valueLine", .localized, "The line of value it belongs to."),
      FieldSpec("priority", .grade, "1 first to 5 last."),
      owner.spec,
      FieldSpec("description", .markdown, "What happens in it."),
      FieldSpec("trigger", .localized, "What sets it off."),
      FieldSpec("inputs", .list(.localized), "What goes in."),
      FieldSpec("outputs", .list(.localized), "What comes out."),
      FieldSpec("volumePerYear", .count, "Contacts a year."),
      FieldSpec("ahtSeconds", .count, "Average handling time, seconds."),
      FieldSpec("channels", .list(.text), "Kinds of channels, or channels."),
      FieldSpec("markets", .list(.country), "Countries."),
      FieldSpec("languages", .list(.language), "Languages."),
      criticality.spec,
      outsourceable.spec,
      FieldSpec("outsourceableReason", .localized, "Why."),
      fate.spec,
      FieldSpec("adaptability", .grade, "How well it fits a provider's standard, 1 to 5."),
      interactions.spec,
      interactionsReason.spec,
      FieldSpec("hiddenTasks", .list(.localized), "What was always done on the side."),
      contingency.spec,
      FieldSpec("documents", .list(.text), "Where it is described."),
      FieldSpec(
        "status", .choice(["draft", "verified", "frozen"]), since: ["statusSince"], "How sure its description is."),
      FieldSpec("statusSince", .day, isFact: true, "Since when the status holds."),
      FieldSpec("openCaseRule", .localized, "What becomes of open cases at the cut-over."),
    ])
}

/// How a process touches a department.
package enum Interaction: Entity {
  package static let department = Field<String>("department", .text, .required, "The department.")

  package static let schema = EntitySchema(
    nested: "interaction",
    [
      department.spec,
      FieldSpec("direction", .choice(["in", "out", "both"]), .expected, "Which way."),
      FieldSpec("what", .localized, "What passes."),
      FieldSpec("frequency", .text, "How often."),
      FieldSpec("system", .text, "By which system."),
    ])
}
