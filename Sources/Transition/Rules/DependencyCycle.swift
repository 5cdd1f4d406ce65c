// V05: records that wait for each other in a circle, or for themselves.

import Syntax

enum DependencyCycle: Rule {
  static let id = "V05"
  static let weight = RuleClass.integrity
  static let rationale = "What follows on another record does not come before it."
  static let messages = [
    "circle": RuleMessage("{field} goes in a circle: {way}", "take one of these references out")
  ]
  static let example = RuleExample(
    broken: """
      milestones.yaml
        - { id: m1, name: Contract, dependsOn: [‸m2] }
        - { id: m2, name: Go-live, dependsOn: [m1] }
      """,
    sound: """
      milestones.yaml
        - { id: m1, name: Contract }
        - { id: m2, name: Go-live, dependsOn: [m1] }
      """)

  /// References that put records into an order. Two roles may stand in for each other: that is none.
  private static let fields: [(schemas: [EntitySchema], name: String)] = [
    ([Milestone.schema, TransitionTask.schema], Milestone.dependsOn.spec.name), ([KPI.schema], KPI.parent.spec.name),
    ([ServiceProcess.schema], ServiceProcess.parent.spec.name), ([Channel.schema], Channel.replaces.spec.name),
    ([Decision.schema], Decision.supersedes.spec.name), ([Notice.schema], Notice.supersedes.spec.name),
  ]

  /// Cycles of this many records are named whole; of longer ones the rest is counted.
  private static let longest = 40

  /// So many cycles of one kind are reported; whoever takes these apart sees the next.
  private static let most = 20

  /// A reference from one record to another, by their positions.
  private struct Edge {
    let from: Int
    let target: Int
    let span: SourceSpan
  }

  static func check(_ context: RuleContext) -> [Finding] {
    fields.flatMap { field in
      let records = field.schemas.flatMap { context.all[$0] }
      return cycles(edges(records, field.name)).map { cycle($0, field.name, records) }
    }
  }

  private static func edges(_ records: [Record], _ name: String) -> [[Edge]] {
    var positions: [String: Int] = [:]
    for (index, record) in records.enumerated() where positions[record.id] == nil { positions[record.id] = index }
    return records.enumerated().map { index, record in
      DanglingReference.references(in: record.located(name)).compactMap { id, span in
        positions[id].map { Edge(from: index, target: $0, span: span) }
      }
    }
  }

  /// Walks in depth, with a stack of its own: a chain may be as long as a file. Every edge back to a record on the way
  /// closes a cycle.
  private static func cycles(_ edges: [[Edge]]) -> [[Edge]] {
    var found: [[Edge]] = []
    var isDone = Array(repeating: false, count: edges.count)
    var depth = Array(repeating: -1, count: edges.count)
    for start in edges.indices where !isDone[start] {
      var way: [Edge] = []
      var rest = [edges[start][...]]
      depth[start] = 0
      while found.count < most, let next = rest.last?.first {
        rest[rest.count - 1].removeFirst()
        if depth[next.target] >= 0 {
          found.append(way[depth[next.target]...] + [next])
        } else if !isDone[next.target] {
          depth[next.target] = way.count + 1
          way.append(next)
          rest.append(edges[next.target][...])
        }
        while rest.last?.isEmpty == true {
          let finished = way.popLast()?.target ?? start
          (isDone[finished], depth[finished]) = (true, -1)
          rest.removeLast()
        }
      }
      (isDone[start], depth[start]) = (true, -1)
    }
    return found
  }

  /// The message stands at the record of the cycle that comes first in the data.
  private static func cycle(_ cycle: [Edge], _ name: String, _ records: [Record]) -> Finding {
    let first = cycle.indices.min { cycle[$0].from < cycle[$1].from } ?? 0
    let way = Array(cycle[first...] + cycle[..<first])
    let ids = (way.map(\.from) + [way[0].from]).map { records[$0].id }
    let named = ids.count <= longest + 1 ? ids : ids.prefix(longest) + ["… (\(ids.count - 1) in all)"]
    return Finding(
      "circle", at: Place(records[way[0].from].file, way[0].span),
      ["field": name, "way": named.joined(separator: " → ")], of: records[way[0].from],
      related: way.dropFirst().prefix(longest).map { edge in
        .init("and here", Place(records[edge.from].file, edge.span))
      })
  }
}
