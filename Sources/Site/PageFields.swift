// The fields of a page's front matter.

package import Languages
package import Transition

package enum PageFields: Entity {
  package static let title = Field<String>("title", .text, .required, "The page's title; {{ }} merges values into it.")
  package static let description = Field<String>("description", .text, "One sentence for search results and lists.")
  package static let slug = Field<String>("slug", .identifier, "The last part of the address; the key when left out.")
  package static let type = Field<String>(
    "type", .choice(["chapter", "page", "checklist", "runbook", "guide", "reference"]), "What kind of page it is.")
  package static let step = Field<FixedDecimal>("step", .integer(1...99), "The step of the playbook it describes.")
  package static let audience = Field<String>("audience", .audience, "Who may read it; internal when left out.")
  package static let parties = Field<[String]>("parties", .list(.text), "Of the partners only these may read it.")
  package static let agents = Field<Bool>("agents", .boolean, "Also published in the incoming provider's edition.")
  package static let embargoUntil = Field<Day>("embargoUntil", .day, "Before this day only the team reads it.")
  package static let status = Field<String>(
    "status", .choice(["draft", "approved", "deprecated"]), "Drafts are read by the team only.")
  package static let owner = Field<String>("owner", .identifier, "The role that answers for the page.")
  package static let reviewBy = Field<Day>("reviewBy", .day, "The day by which it is looked at again.")
  package static let project = Field<String>("project", .identifier, "The project whose values it merges.")
  package static let order = Field<FixedDecimal>("order", .integer(0...100_000), "Its place in the section.")
  package static let tags = Field<[String]>("tags", .list(.text), "Words to find the page by.")
  package static let aliases = Field<[String]>("aliases", .list(.text), "Earlier addresses of the page.")
  package static let date = Field<Day>("date", .day, "The day the page speaks of.")
  package static let expires = Field<Day>("expires", .day, "The day after which it no longer holds.")
  package static let covers = Field<[String]>("covers", .list(.text), "The topics (topics.yaml) it teaches.")
  package static let paths = Field<[String]>(
    "paths", .list(.choice(["sponsor", "transition-manager", "process-owner", "team-lead", "agent"])),
    "Whose reading path it is on.")
  package static let source = Field<String>("source", .language, "The language it was translated from.")

  package static let schema = EntitySchema(
    "page", collection: "", audience: .internal, declaresAudience: true, isNested: true,
    "What stands at the head of a page.",
    [
      title.spec, description.spec, slug.spec, type.spec, step.spec, audience.spec, parties.spec, agents.spec,
      embargoUntil.spec, status.spec, owner.spec, reviewBy.spec, project.spec, order.spec, tags.spec, aliases.spec,
      date.spec, expires.spec, covers.spec, paths.spec, source.spec,
    ])
}
