// The process map as a drawing: departments down, processes across, arrows where something passes between them.

import Languages
import Markup
import Site
import Transition

struct ProcessMapDrawing {
  /// Processes beside each other; more stand in a drawing of their own below it.
  private static let most = 12
  private static let left = 176
  private static let (marks, levels, shares) = (20, 42, 64)
  private static let top = 74

  private let map: ProcessGrid
  private let processes: [ProcessGrid.Process]
  private let departments: [TouchedDepartment]
  private let context: ComponentContext
  private let title: String
  private let legend: Legend

  static func draw(_ map: ProcessGrid, title: String, _ context: ComponentContext) -> [Markup] {
    stride(from: 0, to: map.processes.count, by: most).map { start in
      let part = Array(map.processes[start..<min(map.processes.count, start + most)])
      return ProcessMapDrawing(map, part, title, context).draw()
    }
  }

  private init(
    _ map: ProcessGrid, _ processes: [ProcessGrid.Process], _ title: String, _ context: ComponentContext
  ) {
    (self.map, self.processes, self.title, self.context) = (map, processes, title, context)
    departments = Array(map.departments.prefix(ProcessGrid.mostDrawn))
    legend = Self.legend(map, processes, context)
  }

  private var column: Int { min(96, (ChartFrame.width - Self.left) / max(1, processes.count)) }
  private var right: Int { Self.left + column * processes.count }
  private var row: Int { departments.contains { map.isUnconsulted($0) } ? 36 : 28 }
  /// Below the departments; the hidden tasks stand there.
  private var bottom: Int { Self.top + row * departments.count }

  private func draw() -> Markup {
    SVGCanvas.draw(
      (ChartFrame.width, bottom + 44 + legend.height), title: title, description: description,
      language: context.language.tag
    ) { canvas in
      retained(&canvas)
      heads(&canvas)
      for (index, department) in departments.enumerated() { line(department, index, &canvas) }
      hiddenTasks(&canvas)
      legend.draw(top: bottom + 40, &canvas)
    }
  }

  private func middle(_ index: Int) -> Int { Self.left + column * index + column / 2 }

  /// What stays with the client has another ground.
  private func retained(_ canvas: inout SVGCanvas) {
    for (index, process) in processes.enumerated() where process.record.isRetained {
      canvas.rectangle(Self.left + column * index, 2, column, bottom + 30, fill: .soft)
    }
  }

  private func heads(_ canvas: inout SVGCanvas) {
    let muted = SVGCanvas.Lettering(size: 12, colour: .muted)
    canvas.label(
      MergedText(context.language.title(ofField: "criticality")), 0, Self.levels, width: Self.left - 10, muted)
    canvas.label(
      MergedText(context.language.title(ofField: "outsourceable")), 0, Self.shares, width: Self.left - 10, muted)
    for (index, process) in processes.enumerated() {
      let x = middle(index)
      canvas.line(Self.left + column * index, Self.top, to: Self.left + column * index, bottom + 30, stroke: .grid)
      canvas.label(
        MergedText(process.mark), x, Self.marks, width: column - 4, .init(size: 12, isBold: true, anchor: .middle))
      level(process.record, x, &canvas)
      canvas.label(
        MergedText(share(process.record)), x, Self.shares, width: column - 2, .init(size: 11, anchor: .middle))
    }
  }

  /// The word for what hangs on the process, on its tint.
  private func level(_ process: Record, _ x: Int, _ canvas: inout SVGCanvas) {
    guard let tint = process.criticalityTint else { return }
    let ink: Ink =
      switch tint {
      case .low: .low
      case .middle: .middle
      case .high: .high
      }
    canvas.rectangle(x - column / 2 + 2, Self.levels - 14, column - 4, 20, fill: ink, stroke: .paper, line: 1)
    let word = context.cell(process, ServiceProcess.criticality).text
    canvas.label(word, x, Self.levels, width: column - 4, .init(size: 10, anchor: .middle))
  }

  /// In a short word, as columns are narrow.
  private func share(_ process: Record) -> String {
    switch process[ServiceProcess.outsourceable] {
    case "full": context.text("outsourced-wholly")
    case "partly": context.text("outsourced-partly")
    case "none": context.text("outsourced-not")
    default: "–"
    }
  }

  // MARK: A department

  private func line(_ department: TouchedDepartment, _ index: Int, _ canvas: inout SVGCanvas) {
    let top = Self.top + row * index
    let y = top + row / 2
    canvas.line(0, top, to: right, top, stroke: .grid)
    let name = MergedText(context.department(department.name))
    if map.isUnconsulted(department) {
      canvas.label(name, 0, y - 2, width: Self.left - 10)
      Figure.Tone.bad.draw(at: 7, y + 9, &canvas)
      canvas.label(
        MergedText(context.text("not-consulted-mark")), 16, y + 13, width: Self.left - 26, .init(size: 11, colour: .bad)
      )
    } else {
      canvas.label(name, 0, y + 4, width: Self.left - 10)
    }
    for (index, process) in processes.enumerated() {
      guard let direction = process.record.direction(to: department.name) else { continue }
      Self.sign(direction, context.letter(direction), at: middle(index), y, &canvas)
    }
  }

  /// An arrow, and the letter that says the same.
  private static func sign(
    _ direction: InteractionDirection, _ letter: String, at x: Int, _ y: Int, _ canvas: inout SVGCanvas
  ) {
    arrow(direction, from: x - 18, to: x + 4, y, &canvas)
    canvas.label(MergedText(letter), x + 8, y + 4, width: 14, .init(size: 11))
  }

  private static func arrow(
    _ direction: InteractionDirection, from left: Int, to right: Int, _ y: Int, _ canvas: inout SVGCanvas
  ) {
    let middle = (left + right) / 2
    switch direction {
    case .in: canvas.arrow(left, y, to: right, y, stroke: .main)
    case .out: canvas.arrow(right, y, to: left, y, stroke: .main)
    case .both:
      canvas.arrow(middle, y, to: left, y, stroke: .main)
      canvas.arrow(middle, y, to: right, y, stroke: .main)
    case .unknown: canvas.line(left, y, to: right, y, stroke: .main, width: 2, dashes: "3 3")
    }
  }

  private func hiddenTasks(_ canvas: inout SVGCanvas) {
    canvas.line(0, bottom, to: right, bottom, stroke: .past)
    let y = bottom + 20
    let title = MergedText(context.language.title(ofField: "hiddenTasks"))
    canvas.label(title, 0, y, width: Self.left - 10, .init(size: 12, isBold: true))
    for (index, process) in processes.enumerated() {
      let count = process.hiddenTasks.count
      let look = SVGCanvas.Lettering(
        size: 12, colour: count == 0 ? .muted : .text, isBold: count > 0, anchor: .middle)
      canvas.label(MergedText(context.language.number(count)), middle(index), y, width: column - 4, look)
    }
  }

  private static func legend(
    _ map: ProcessGrid, _ processes: [ProcessGrid.Process], _ context: ComponentContext
  ) -> Legend {
    var entries = map.directions.map { direction in
      Legend.Entry("\(context.letter(direction)): \(context.meaning(direction))") {
        arrow(direction, from: $1, to: $1 + 22, $2, &$0)
      }
    }
    if processes.contains(where: \.record.isRetained) {
      entries.append(.bar(context.text("process-retained"), .soft, stroke: .past))
    }
    return Legend(entries, width: ChartFrame.width)
  }

  private var description: String {
    departments.map { department in
      let signs = processes.compactMap { process in
        process.record.direction(to: department.name).map { "\(process.mark) \(context.sign($0))" }
      }
      return map.name(of: department) + ": " + signs.joined(separator: ", ")
    }.joined(separator: "; ")
  }
}
