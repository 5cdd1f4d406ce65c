// What is known of one process, fact by fact: what nobody wrote, or these readers may not see, has no row.

import Languages
import Site
import Transition

struct ProcessFacts {
  private let process: Record
  private let context: ComponentContext

  init(_ process: Record, _ context: ComponentContext) { (self.process, self.context) = (process, context) }

  var rows: [Figure.Row] {
    let facts: [(String, Figure.Cell)] =
      purpose + size + judgement + duties + transfer
      + risks.map { (context.text("risk"), $0) }
    return facts.filter { !$0.1.isEmpty }.map { title, cell in
      Figure.Row(record: process.id, cells: [Figure.Cell(title), cell])
    }
  }

  private func title<Value>(_ field: Field<Value>) -> String { context.language.title(ofField: field.spec.name) }

  private func fact<Value: FieldValue>(_ field: Field<Value>) -> (String, Figure.Cell) {
    (title(field), context.cell(process, field))
  }

  // MARK: The black box

  private var purpose: [(String, Figure.Cell)] {
    [
      (context.text("process-purpose"), context.cell(process, ServiceProcess.description)),
      fact(ServiceProcess.valueLine), fact(ServiceProcess.parent), (context.text("process-parts"), parts),
      fact(ServiceProcess.trigger),
      (title(ServiceProcess.inputs), context.listCell(process, ServiceProcess.inputs)),
      (title(ServiceProcess.outputs), context.listCell(process, ServiceProcess.outputs)),
      fact(ServiceProcess.owner),
    ]
  }

  private var parts: Figure.Cell {
    let parts = context.project[ServiceProcess.schema].filter { $0[ServiceProcess.parent] == process.id }
    return Figure.Cell(
      parts.map { context.cell($0, ServiceProcess.name).text.plainText }.joined(separator: " / "))
  }

  // MARK: How much, where

  private var size: [(String, Figure.Cell)] {
    [
      fact(ServiceProcess.volumePerYear), fact(ServiceProcess.ahtSeconds),
      (title(ServiceProcess.channels), channels),
      (title(ServiceProcess.markets), list((process[ServiceProcess.markets] ?? []).map(context.language.regionName))),
      (
        title(ServiceProcess.languages),
        list((process[ServiceProcess.languages] ?? []).map { context.languageName($0) })
      ),
    ]
  }

  private func list(_ words: [String]) -> Figure.Cell { Figure.Cell(context.language.list(words)) }

  /// Kinds of channels in words; a channel that is named goes by its kind and its market.
  private var channels: Figure.Cell {
    let words = (process[ServiceProcess.channels] ?? []).map { name in
      guard let channel = context.project.find(name, in: Channel.schema), let kind = channel[Channel.kind] else {
        return context.language.text("kind-\(name)") ?? name
      }
      let market = channel[Channel.market].map { " (\(context.language.regionName($0)))" } ?? ""
      return context.format.word(kind, Channel.kind.spec) + market
    }
    return list(words.uniqued)
  }

  // MARK: What hangs on it, and who does it

  private var judgement: [(String, Figure.Cell)] {
    [
      (title(ServiceProcess.criticality), context.criticality(process)),
      (title(ServiceProcess.outsourceable), outsourceable), fact(ServiceProcess.fate),
      (title(ServiceProcess.adaptability), adaptability), (title(ServiceProcess.status), status),
    ]
  }

  /// The word and the reason: "Teilweise: …".
  private var outsourceable: Figure.Cell {
    let word = context.cell(process, ServiceProcess.outsourceable)
    let reason = context.cell(process, ServiceProcess.outsourceableReason)
    return word.isEmpty ? reason : reason.isEmpty ? word : word.explained(reason.text)
  }

  private var adaptability: Figure.Cell {
    guard let grade = process[ServiceProcess.adaptability] else { return Figure.Cell("") }
    let values = ["n": context.language.number(grade), "of": context.language.number(5)]
    return Figure.Cell(context.text("grade-of", values), grade)
  }

  private var status: Figure.Cell {
    let word = context.cell(process, ServiceProcess.status)
    guard !word.isEmpty, let day = process[ServiceProcess.statusSince] else { return word }
    return Figure.Cell(
      context.text(
        "status-since",
        [
          "status": word.text.plainText,
          "since": context.language.format(day, as: .since, relativeTo: context.format.asOf.day),
        ]))
  }

  // MARK: What must be known

  private var duties: [(String, Figure.Cell)] {
    let tasks = process[ServiceProcess.hiddenTasks] ?? []
    return [
      fact(ServiceProcess.interactionsReason), fact(ServiceProcess.contingency), fact(ServiceProcess.openCaseRule),
    ]
      + tasks.map { (context.text("hidden-task"), Figure.Cell(context.format.localized($0))) }
      + [(title(ServiceProcess.documents), list(process[ServiceProcess.documents] ?? []))]
  }

  // MARK: How far it is handed over

  private var transfer: [(String, Figure.Cell)] {
    let coverage = TransferCoverage(of: process, in: context.project)
    let isHandedOver = context.project.outsourcedProcesses.contains { $0.id == process.id }
    guard isHandedOver || !coverage.planned.isEmpty else { return [] }
    return [
      (context.text("transfer-state"), context.state(of: coverage)),
      (context.language.title(ofCollection: KTSession.schema.collection), context.sessions(of: coverage)),
      (context.text("transfer-tests"), context.tests(of: coverage)),
    ]
  }

  // MARK: What threatens it

  /// The highest score first; closed ones last.
  private var risks: [Figure.Cell] {
    let risks = context.project[Risk.schema].filter { $0[Risk.process]?.contains(process.id) == true }
    func rank(_ risk: Record) -> Int { (risk.riskStatus == "closed" ? 100 : 0) - (risk.riskScore ?? 0) }
    let sorted = risks.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
    return sorted.map { cell(risk: $0.element) }
  }

  private func cell(risk: Record) -> Figure.Cell {
    let status = context.format.word(risk.riskStatus, Risk.status.spec)
    let score = risk.riskScore.map { "\(context.text("score"))\u{A0}\(context.language.number($0))" }
    let details = [score, status].compactMap(\.self).joined(separator: ", ")
    let cell = context.cell(risk, Risk.title).explained(MergedText(details))
    return risk.riskStatus == "closed" ? cell : cell.tinted(risk.riskScore.map { RiskMatrix.tint($0) })
  }
}
