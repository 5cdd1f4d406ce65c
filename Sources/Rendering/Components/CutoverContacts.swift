// Who is reached how during a cut-over: the roles of its steps and those that stand in for them.

import Languages
import Site
import Transition

enum CutoverContacts {
  /// Empty where no way to reach anybody is known, and for the public.
  static func figure(of steps: [Record], _ context: ComponentContext) -> Figure {
    let entries = context.readers > .public ? entries(steps, context) : []
    let hasChannels = entries.contains { $0.role?[Role.contactChannel] != nil }
    let hasPeople = entries.contains { !$0.people.isEmpty }
    let people: [Figure.Column] = [
      .init(context.text("contact-name"), field: nil), .init(context.text("contact-phone"), field: nil),
      .init(context.text("contact-email"), field: nil),
    ]
    return Figure(
      caption: context.caption("cutover-contacts-caption"), emptyText: "",
      columns: [.init(context.text("role"), field: "owner"), .init(context.text("contact-party"), field: "party")]
        + (hasPeople ? people : [])
        + (hasChannels ? [.init(context.text("contact-channel"), field: nil)] : [])
        + [.init(context.text("contact-backup"), field: nil)],
      rows: hasPeople || hasChannels
        ? entries.flatMap { rows($0, context, hasPeople: hasPeople, hasChannels: hasChannels) } : [])
  }

  private struct Entry {
    let id: String
    let role: Record?
    let people: [Record]
  }

  /// The owners in the order of their first step, then those who stand in and have no step.
  private static func entries(_ steps: [Record], _ context: ComponentContext) -> [Entry] {
    var ids: [String] = []
    func add(_ id: String?) { if let id, !ids.contains(id) { ids.append(id) } }
    for step in steps { add(step[RunbookStep.owner]) }
    for id in ids { add(context.project.find(id, in: Role.schema)?[Role.backup]) }
    return ids.map { id in
      Entry(
        id: id, role: context.project.find(id, in: Role.schema),
        people: context.project[Person.schema].filter { $0[Person.role] == id })
    }
  }

  /// A row for each person; one for a role that nobody is named for.
  private static func rows(
    _ entry: Entry, _ context: ComponentContext, hasPeople: Bool, hasChannels: Bool
  ) -> [Figure.Row] {
    let people: [Record?] = entry.people.isEmpty ? [nil] : entry.people
    return people.map { person in
      let role = Figure.Cell(context.format.name(of: entry.id, RunbookStep.owner.spec))
      let named = [Person.name, Person.phone, Person.email].map { field in
        person.map { context.cell($0, field) } ?? Figure.Cell("")
      }
      return Figure.Row(
        record: entry.id,
        cells: [role, cell(entry.role, Role.party, context)] + (hasPeople ? named : [])
          + (hasChannels ? [cell(entry.role, Role.contactChannel, context)] : [])
          + [cell(entry.role, Role.backup, context)])
    }
  }

  private static func cell(_ role: Record?, _ field: Field<String>, _ context: ComponentContext) -> Figure.Cell {
    role.map { context.cell($0, field) } ?? Figure.Cell("")
  }
}
