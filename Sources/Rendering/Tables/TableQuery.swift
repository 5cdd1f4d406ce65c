// The arguments of `::table` → what to show: columns, conditions, order; each mistake with the argument it stands in.

import Languages
import Site
import Syntax
import Transition

struct TableQuery: Sendable {
  private(set) var columns: [TablePath] = []
  private(set) var conditions: [TableCondition] = []
  private(set) var order: (path: TablePath, isDescending: Bool)?
  private(set) var problems: [ArgumentProblem] = []
  private let schema: EntitySchema

  init(_ arguments: [String: String], _ schema: EntitySchema) {
    self.schema = schema
    for name in Self.items(arguments["columns"]) {
      guard let path = path(name, "columns") else { continue }
      if path.fitsCell { columns.append(path) } else { problems.append(.noCell(path, schema)) }
    }
    for text in Self.items(arguments["where"]) { add(condition: text) }
    if let sort = arguments["sort"] {
      let isDescending = sort.utf8.first == UInt8(ascii: "-")
      if let path = path(isDescending ? String(sort.dropFirst()) : sort, "sort") { order = (path, isDescending) }
    }
  }

  /// The columns, conditions and order that readers of that audience may not know about.
  func hidden(from readers: Audience) -> [TablePath] {
    let shown: [String]? =
      schema.audience <= readers
      ? nil : readers == .public ? schema.publicFields : schema.publicFields + schema.partyFields
    return (columns + conditions.map(\.path) + [order?.path].compactMap(\.self)).filter { path in
      path.audience > readers || shown.map { !$0.contains(path.steps[0]) } ?? false
    }
  }

  private static func items(_ text: String?) -> [String] {
    (text ?? "").utf8.split(separator: UInt8(ascii: ",")).map { TableCondition.trimmed(Array($0)[...]) }
      .filter { !$0.isEmpty }
  }

  private mutating func path(_ name: String, _ argument: String) -> TablePath? {
    if let path = TablePath(name, in: schema) { return path }
    problems.append(
      ArgumentProblem(
        argument: argument, message: "\"\(name)\" is not a column of \(schema.collection)",
        rule: "a column is a field, a value that is computed, or a part of a mapping (residual.p)",
        help: didYouMean(name, among: TablePath.names(of: schema))))
    return nil
  }

  private mutating func add(condition text: String) {
    guard let (field, relation, value) = TableCondition.parts(text) else {
      problems.append(.noCondition(text))
      return
    }
    guard let path = path(field, "where") else { return }
    guard let wanted = TableCondition.value(value, path.spec.kind) else {
      problems.append(.noValue(value, path))
      return
    }
    if relation.isOrder, TableOrder.compare(wanted, wanted, path.spec) == nil {
      problems.append(.noOrder(relation, path))
    } else {
      conditions.append(TableCondition(path: path, relation: relation, wanted: wanted))
    }
  }
}

extension ArgumentProblem {
  fileprivate static func noCell(_ path: TablePath, _ schema: EntitySchema) -> ArgumentProblem {
    ArgumentProblem(
      argument: "columns", message: "\"\(path.name)\" is too much for a cell: \(path.spec.kind.form)",
      rule: "a cell shows a value, a text or a list of them",
      help: "name a part of it, or one of: \(TablePath.names(of: schema).prefix(8).joined(separator: ", ")), …")
  }

  fileprivate static func noCondition(_ text: String) -> ArgumentProblem {
    ArgumentProblem(
      argument: "where", message: "\"\(text)\" is not a condition",
      rule: "a condition is field=value, or with one of != >= <= > <; commas separate conditions",
      help: "write where=\"status=open, due<=2026-03-02\"")
  }

  fileprivate static func noValue(_ value: String, _ path: TablePath) -> ArgumentProblem {
    let names: [String] = if case .choice(let names) = path.spec.kind { names } else { [] }
    return ArgumentProblem(
      argument: "where", message: "\"\(path.name)\" is never \"\(value)\"",
      rule: "\(path.name) is \(path.spec.kind.form)",
      help: suggestion(for: value, among: names).map { "did you mean \"\($0)\"?" })
  }

  fileprivate static func noOrder(_ relation: TableCondition.Relation, _ path: TablePath) -> ArgumentProblem {
    ArgumentProblem(
      argument: "where", message: "\"\(path.name)\" has no order that \(relation.rawValue) could ask for",
      rule: "numbers, days and choices have an order", help: "ask with = or !=")
  }
}
