// A process of customer service: the black box first, its inside later.

package import Languages

package enum ServiceProcess: Entity {
  package static let name = Field<LocalizedText>("name", .localized, .required, "What it is called.")
  package static let level = Field<FixedDecimal>("level", .integer(0...3), "0 the whole to 3 the detail.")
  package static let parent = Field<String>("parent", .reference(["processes"]), "The process it is part of.")
  package static let valueLine = Field<LocalizedText>("valueLine", .localized, "The line of value it belongs to.")
  package static let owner = Field<String>("owner", .role, "The process owner.")
  package static let description = Field<LocalizedText>("description", .markdown, "What happens in it.")
  package static let trigger = Field<LocalizedText>("trigger", .localized, "What sets it off.")
  package static let inputs = Field<[LocalizedText]>("inputs", .list(.localized), "What goes in.")
  package static let outputs = Field<[LocalizedText]>("outputs", .list(.localized), "What comes out.")
  package static let volumePerYear = Field<FixedDecimal>("volumePerYear", .count, "Contacts a year.")
  package static let ahtSeconds = Field<FixedDecimal>("ahtSeconds", .count, "Average handling time, seconds.")
  package static let channels = Field<[String]>("channels", .list(.text), "Kinds of channels, or channels.")
  package static let markets = Field<[String]>("markets", .list(.country), "Countries.")
  package static let languages = Field<[String]>("languages", .list(.language), "Languages.")
  package static let criticality = Field<String>(
    "criticality", .choice(["low", "normal", "high", "critical"]), .expected, "What hangs on it.")
  package static let outsourceable = Field<String>(
    "outsourceable", .choice(["full", "partly", "none"]), .expected, "Whether it can be handed over.")
  package static let outsourceableReason = Field<LocalizedText>("outsourceableReason", .localized, "Why.")
  package static let fate = Field<String>("fate", .choice(["keep", "change", "retire"]), "What becomes of it.")
  package static let adaptability = Field<FixedDecimal>(
    "adaptability", .grade, "How well it fits a provider's standard, 1 to 5.")
  package static let interactions = Field<AnyValue>(
    "interactions", .either(.choice(["none"]), .list(.record(Interaction.schema))),
    "The departments it touches, or none.")
  package static let interactionsReason = Field<LocalizedText>("interactionsReason", .localized, "Why it touches none.")
  package static let hiddenTasks = Field<[LocalizedText]>(
    "hiddenTasks", .list(.localized), "What was always done on the side.")
  package static let contingency = Field<LocalizedText>("contingency", .markdown, "What is done when it fails.")
  package static let documents = Field<[String]>("documents", .list(.text), "Where it is described.")
  package static let status = Field<String>(
    "status", .choice(["draft", "verified", "frozen"]), since: ["statusSince"], "How sure its description is.")
  package static let statusSince = Field<Day>("statusSince", .day, isFact: true, "Since when the status holds.")
  package static let openCaseRule = Field<LocalizedText>(
    "openCaseRule", .localized, "What becomes of open cases at the cut-over.")

  package static let schema = EntitySchema(
    "process", collection: "processes", topics: ["S1.4", "S1.7", "S3.6", "S3.7", "S3.9"], audience: .partner,
    "What customer service does, and with whom.",
    [
      .id,
      name.spec,
      level.spec,
      parent.spec,
      valueLine.spec,
      FieldSpec("priority", .grade, "1 first to 5 last."),
      owner.spec,
      description.spec,
      trigger.spec,
      inputs.spec,
      outputs.spec,
      volumePerYear.spec,
      ahtSeconds.spec,
      channels.spec,
      markets.spec,
      languages.spec,
      criticality.spec,
      outsourceable.spec,
      outsourceableReason.spec,
      fate.spec,
      adaptability.spec,
      interactions.spec,
      interactionsReason.spec,
      hiddenTasks.spec,
      contingency.spec,
      documents.spec,
      status.spec,
      statusSince.spec,
      openCaseRule.spec,
    ])
}

/// How a process touches a department.
package enum Interaction: Entity {
  package static let department = Field<String>("department", .text, .required, "The department.")
  package static let direction = Field<String>("direction", .choice(["in", "out", "both"]), .expected, "Which way.")
  package static let what = Field<LocalizedText>("what", .localized, "What passes.")
  package static let frequency = Field<String>("frequency", .text, "How often.")
  package static let system = Field<String>("system", .text, "By which system.")

  package static let schema = EntitySchema(
    nested: "interaction",
    [
      department.spec,
      direction.spec,
      what.spec,
      frequency.spec,
      system.spec,
    ])
}
