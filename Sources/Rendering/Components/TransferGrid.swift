// The processes and methods of a knowledge transfer that the arguments leave, for the drawing and the tables.

import Languages
import Site
import Transition

struct TransferGrid {
  struct Row {
    /// Nil for sessions whose process these readers do not see, or nobody has named.
    let process: Record?
    let name: MergedText
    let coverage: TransferCoverage
  }

  static let mostDrawn = 30

  /// What needs work most comes first.
  let rows: [Row]
  /// Those that are planned for some process, in the order of the list of methods.
  let methods: [String]
  /// All sessions together, each once.
  let all: TransferCoverage
  private let context: ComponentContext

  init(_ context: ComponentContext, _ parameters: [ComponentParameter]) {
    self.context = context
    let project = context.project
    let language = context.arguments["language"]
    let sessions = context.records(KTSession.schema, parameters).filter { session in
      language == nil || session[KTSession.language] == language
    }
    let wanted = context.arguments["process"]
    let outsourced = Set(project.outsourcedProcesses.map(\.id))
    let named = Set(sessions.flatMap { $0[KTSession.process] ?? [] })
    var rows: [Row] = []
    for process in project[ServiceProcess.schema] where wanted == nil || process.id == wanted {
      guard outsourced.contains(process.id) || named.contains(process.id) else { continue }
      let own = sessions.filter { $0[KTSession.process]?.contains(process.id) == true }
      rows.append(
        Row(
          process: process, name: context.cell(process, ServiceProcess.name).text,
          coverage: TransferCoverage(own, asOf: project.asOf)))
    }
    let others = sessions.filter { session in
      !(session[KTSession.process] ?? []).contains { id in rows.contains { $0.process?.id == id } }
    }
    if !others.isEmpty {
      let name = MergedText(context.text(rows.isEmpty ? "transfer-all-processes" : "transfer-other-processes"))
      rows.append(Row(process: nil, name: name, coverage: TransferCoverage(others, asOf: project.asOf)))
    }
    self.rows = rows.enumerated().sorted { a, b in
      let (first, second) = (a.element.coverage.state, b.element.coverage.state)
      return first == second ? a.offset < b.offset : first < second
    }.map(\.element)
    let used = Set(sessions.compactMap { $0[KTSession.method] })
    methods = KTSession.methods.filter { used.contains($0) }
    all = TransferCoverage(sessions, asOf: project.asOf)
  }

  var undrawnNote: String? {
    let undrawn = rows.count - Self.mostDrawn
    return undrawn > 0 ? context.language.plural("rows-not-drawn", count: undrawn) : nil
  }

  /// Whether a record is about one of the processes that are shown.
  func shows(_ process: String?) -> Bool { rows.contains { $0.process?.id == process } }
}
