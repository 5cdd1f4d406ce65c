// `::team{party=client}`: the roles of all parties, what they answer for and may decide, who stands in for them.

import Languages
import Site
import Transition

enum Team: Component {
  static let name = "team"
  static let group = ComponentGroup.people
  static let topics = ["S0.3"]
  static let parameters: [ComponentParameter] = [.filter(Role.party)]
  static let entity: EntitySchema? = Role.schema
  static let fields = [
    "title", "party", "responsibilities", "mandate", "backup", "allocation", "from", "to", "contactChannel",
  ]

  static func figure(_ context: ComponentContext) -> Figure {
    let roles = context.records(Role.schema, parameters).ordered(by: Role.party, context)
    let load = RACILoad(context.project[RACI.schema])
    let isNarrowed = roles.isEmpty && !context.project[Role.schema].isEmpty
    return context.figure(
      context.caption("team-caption"), emptyText: context.text(isNarrowed ? "no-such-roles" : "no-roles"), of: roles,
      [
        RecordColumn(Role.title, context, title: context.text("role")),
        RecordColumn(Role.party, context) { role in
          role[Role.party].map { Figure.Cell(context.partyName($0)) } ?? Figure.Cell("")
        },
        RecordColumn(Role.responsibilities, context),
        RecordColumn(Role.backup, context) { backup(of: $0, load, context) },
        RecordColumn(Role.allocation, context),
        RecordColumn(context.text("period"), field: "from") { role in
          Figure.Cell(context.lifetime(role[Role.from], role[Role.to]))
        },
        RecordColumn(Role.mandate, context).below,
        RecordColumn(Role.contactChannel, context, title: context.text("contact-channel")).below,
        RecordColumn(context.text("team-people")) { people(in: $0, context) }.below,
      ])
  }

  /// Who stands in; that nobody does, where the role answers for something.
  private static func backup(of role: Record, _ load: RACILoad, _ context: ComponentContext) -> Figure.Cell {
    // From other readers a backup may be hidden.
    if load.lacksBackup(role), context.readers >= .team {
      return Figure.Cell(context.text("backup-missing"), tone: .attention)
    }
    return context.cell(role, Role.backup)
  }

  /// "Name, number, address" of each person whom the readers may know.
  private static func people(in role: Record, _ context: ComponentContext) -> Figure.Cell {
    let people = context.project[Person.schema].filter { $0[Person.role] == role.id }
    let texts = people.map { person in
      [person[Person.name], person[Person.phone], person[Person.email]].compactMap(\.self).joined(separator: ", ")
    }
    return Figure.Cell(texts.joined(separator: " · "))
  }
}
