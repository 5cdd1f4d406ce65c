// The list of all entities. A new entity is one file in this folder and one line here.

package enum Entities {
  package static let all: [EntitySchema] = [
    Project.schema, Role.schema, Phase.schema, Milestone.schema, Risk.schema, KPI.schema, Channel.schema,
  ]

  package static func named(collection: String) -> EntitySchema? { all.first { $0.collection == collection } }
}
