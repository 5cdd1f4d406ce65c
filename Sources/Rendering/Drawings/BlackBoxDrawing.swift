// A process as a black box: what sets it off, what goes in, what comes out.

import Languages
import Markup
import Site
import Transition

struct BlackBoxDrawing {
  private static let (side, middle, gap) = (236, 200, 44)
  private static let (size, line, padding) = (12, 16, 12)
  /// Lines of one thing, and things in one box; the table has all of them in full.
  private static let (mostLines, most) = (4, 6)

  private let process: Record
  private let inputs, outputs: [MergedText]
  private let trigger: MergedText
  private let name: MergedText
  private let context: ComponentContext

  /// Nil for a process of which neither is known.
  init?(_ process: Record, _ context: ComponentContext) {
    inputs = (process[ServiceProcess.inputs] ?? []).map { context.format.localized($0) }
    outputs = (process[ServiceProcess.outputs] ?? []).map { context.format.localized($0) }
    guard !inputs.isEmpty || !outputs.isEmpty else { return nil }
    (self.process, self.context) = (process, context)
    trigger = context.cell(process, ServiceProcess.trigger).text
    name = context.cell(process, ServiceProcess.name).text
  }

  func draw(title: String) -> Markup {
    let width = Self.side - 2 * Self.padding
    let (left, right) = (lines(inputs, width), lines(outputs, width))
    let trigger = triggerLines
    let top = trigger.isEmpty ? 4 : 4 + (trigger.count + 1) * Self.line + 30
    let height = max(84, max(self.height(left), self.height(right)))
    return SVGCanvas.draw(
      (ChartFrame.width, top + height + 4), title: title, description: description, language: context.language.tag
    ) { canvas in
      let end = ChartFrame.width - Self.side
      box(left, context.language.title(ofField: "inputs"), 1, top, height, &canvas)
      box(right, context.language.title(ofField: "outputs"), end - 1, top, height, &canvas)
      centre(top, height, &canvas)
      let y = top + height / 2
      canvas.arrow(Self.side + 6, y, to: Self.side + Self.gap - 4, y, stroke: .text)
      canvas.arrow(end - Self.gap + 4, y, to: end - 6, y, stroke: .text)
      self.trigger(trigger, above: top, &canvas)
    }
  }

  // MARK: Inputs and outputs

  private typealias Lines = [[(text: String, language: LanguageTag?)]]

  private func lines(_ items: [MergedText], _ width: Int) -> Lines {
    var lines: Lines = items.prefix(Self.most).map { item in
      LetterWidths.lines(item.plainText, width: width - 14, most: Self.mostLines, size: Self.size).map {
        ($0, item.language)
      }
    }
    if items.count > Self.most, let more = context.language.plural("and-more", count: items.count - Self.most) {
      lines.append([(more, nil)])
    }
    return lines
  }

  private func height(_ items: Lines) -> Int {
    2 * Self.padding + 24 + items.reduce(0) { $0 + $1.count * Self.line + 6 }
  }

  private func box(
    _ items: Lines, _ title: String, _ x: Int, _ top: Int, _ height: Int, _ canvas: inout SVGCanvas
  ) {
    canvas.rectangle(x, top, Self.side, height, fill: .paper, stroke: .past, line: 1, radius: 4)
    let left = x + Self.padding
    canvas.label(
      MergedText(title), left, top + 24, width: Self.side - 2 * Self.padding, .init(size: 13, isBold: true))
    var y = top + 24 + Self.padding + Self.line
    for item in items {
      canvas.circle(left + 3, y - 4, radius: 2, fill: .muted)
      for line in item {
        canvas.letters(MergedText(line.text, language: line.language), left + 14, y, .init(size: Self.size))
        y += Self.line
      }
      y += 6
    }
  }

  // MARK: The process

  private func centre(_ top: Int, _ height: Int, _ canvas: inout SVGCanvas) {
    let x = Self.side + Self.gap
    canvas.rectangle(x, top, Self.middle, height, fill: .text, radius: 4)
    let look = SVGCanvas.Lettering(size: 14, colour: .paper, isBold: true, anchor: .middle)
    canvas.lines(name, x + Self.middle / 2, middle: top + height / 2, width: Self.middle - 20, most: 4, look)
  }

  private var triggerLines: [String] {
    LetterWidths.lines(trigger.plainText, width: 460, most: 3, size: Self.size)
  }

  /// Over the process, with an arrow down to it.
  private func trigger(_ lines: [String], above top: Int, _ canvas: inout SVGCanvas) {
    guard !lines.isEmpty else { return }
    let x = ChartFrame.width / 2
    canvas.text(
      context.language.title(ofField: "trigger"), x, Self.line, .init(size: 13, isBold: true, anchor: .middle))
    for (index, line) in lines.enumerated() {
      let look = SVGCanvas.Lettering(size: Self.size, anchor: .middle)
      canvas.letters(MergedText(line, language: trigger.language), x, (index + 2) * Self.line + 2, look)
    }
    canvas.arrow(x, top - 24, to: x, top - 3, stroke: .text)
  }

  private var description: String {
    func list(_ items: [MergedText]) -> String { items.map(\.plainText).joined(separator: " / ") }
    return [trigger.plainText, list(inputs), name.plainText, list(outputs)].filter { !$0.isEmpty }
      .joined(separator: " → ")
  }
}
