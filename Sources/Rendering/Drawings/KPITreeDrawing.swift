// The tree of key figures as a drawing: boxes from left to right, each with its last value and what it means.

import Languages
import Markup
import Site
import Transition

struct KPITreeDrawing {
  private static let (gap, leaf, box) = (28, 66, 58)
  /// What a page holds; the table has the others.
  private static let (mostLeaves, mostLevels) = (24, 4)

  private let roots: [KPITree.Node]
  private let context: ComponentContext
  private let levels: Int
  /// How many boxes of key figures there are, and how many of them are drawn.
  let all, shown: Int

  init(_ roots: [KPITree.Node], _ context: ComponentContext) {
    var room = Self.mostLeaves
    let pruned = Self.pruned(roots, level: 0, &room)
    self.roots = pruned
    self.context = context
    levels = pruned.map(\.depth).max() ?? 1
    all = roots.reduce(0) { $0 + $1.figures }
    shown = pruned.reduce(0) { $0 + $1.figures }
  }

  /// As many ends as there is room for.
  private static func pruned(_ nodes: [KPITree.Node], level: Int, _ room: inout Int) -> [KPITree.Node] {
    var kept: [KPITree.Node] = []
    for node in nodes where room > 0 {
      let children = level + 1 < mostLevels ? pruned(node.children, level: level + 1, &room) : []
      if children.isEmpty { room -= 1 }
      kept.append(KPITree.Node(record: node.record, children: children))
    }
    return kept
  }

  func draw() -> Markup {
    let legend = Legend(entries, width: ChartFrame.width)
    let height = roots.reduce(0) { $0 + $1.leaves } * Self.leaf
    return SVGCanvas.draw(
      (ChartFrame.width, height + 8 + legend.height), title: context.caption("kpi-tree-caption"),
      description: description, language: context.language.tag
    ) { canvas in
      var top = 0
      for root in roots { top += draw(root, level: 0, top: top, &canvas) }
      legend.draw(top: height + 6, &canvas)
    }
  }

  // MARK: Places

  /// The first column holds sentences, and is a little wider.
  private var widths: (first: Int, other: Int) {
    let free = ChartFrame.width - (levels - 1) * Self.gap
    let first = levels == 1 ? min(free, 300) : free / levels + 12
    return (first, levels == 1 ? first : (free - first) / max(1, levels - 1))
  }

  private func column(_ level: Int) -> (x: Int, width: Int) {
    let (first, other) = widths
    return level == 0 ? (0, first) : (first + Self.gap + (level - 1) * (other + Self.gap), other)
  }

  /// Draws a branch, and tells how high it is.
  private func draw(_ node: KPITree.Node, level: Int, top: Int, _ canvas: inout SVGCanvas) -> Int {
    let height = node.leaves * Self.leaf
    let (x, width) = column(level)
    let middle = top + height / 2
    var below = top
    for child in node.children {
      let childMiddle = below + child.leaves * Self.leaf / 2
      let (end, bend) = (column(level + 1).x, x + width + Self.gap / 2)
      canvas.curve(
        [(x + width, middle), (bend, middle), (bend, childMiddle), (end, childMiddle)], stroke: .past, width: 1)
      below += draw(child, level: level + 1, top: below, &canvas)
    }
    if node.isKPI {
      figure(node, x, middle, width, &canvas)
    } else {
      head(node, x, middle, width, most: height - 8, &canvas)
    }
    return height
  }

  // MARK: Boxes

  /// A key figure: round corners foretell, square ones record.
  private func figure(_ node: KPITree.Node, _ x: Int, _ middle: Int, _ width: Int, _ canvas: inout SVGCanvas) {
    guard let kpi = node.record else { return }
    let top = middle - Self.box / 2
    canvas.rectangle(
      x + 1, top, width - 2, Self.box, fill: .paper, stroke: .main, line: 1, radius: isLeading(kpi) ? 12 : 0)
    let name = context.cell(kpi, KPI.name).text
    canvas.lines(name, x + 12, middle: top + 19, width: width - 22, most: 2, .init(size: 12, isBold: true))
    let status = KPIStatus.of(kpi, in: context.project)
    ComponentContext.tone(ofKPI: status).draw(at: x + 18, top + 47, &canvas)
    canvas.label(MergedText(standing(kpi, status)), x + 30, top + 51, width: width - 40)
  }

  private func isLeading(_ kpi: Record) -> Bool { kpi[KPI.kind] == "leading" }

  /// "81 % · met".
  private func standing(_ kpi: Record, _ status: String?) -> String {
    guard let value = kpi.series.last.flatMap({ $0[Measurement.value] }) else { return context.text("no-value") }
    let word = status.map { " · " + context.format.word($0, KPIStatus.status.spec) } ?? ""
    return Scorecard.text(value, of: kpi, context) + word
  }

  /// An objective, or what stands for none.
  private func head(
    _ node: KPITree.Node, _ x: Int, _ middle: Int, _ width: Int, most height: Int, _ canvas: inout SVGCanvas
  ) {
    let name =
      node.record.map { Objectives.title(of: $0, context).text } ?? MergedText(context.text("kpis-of-no-objective"))
    let standing = node.record.map { Objectives.standing(of: $0, context) }
    let line = 15
    let most = max(2, min(6, (height - 12) / line - (standing == nil ? 0 : 1)))
    let count = LetterWidths.lines(name.plainText, width: width - 22, most: most, size: 12).count
    let box = (count + (standing == nil ? 0 : 1)) * line + (standing == nil ? 14 : 16)
    let top = middle - box / 2
    canvas.rectangle(x + 1, top, width - 2, box, fill: .soft)
    canvas.lines(name, x + 12, middle: top + 7 + count * line / 2, width: width - 22, most: most)
    guard let standing else { return }
    let y = top + 9 + count * line + line / 2
    (standing.tone ?? .open).draw(at: x + 18, y, &canvas)
    canvas.label(standing.text, x + 30, y + 4, width: width - 40, .init(size: 12, isBold: true))
  }

  // MARK: Words

  private var entries: [Legend.Entry] {
    let kinds = roots.flatMap(kinds)
    let boxes = [("leading", 12), ("lagging", 0)].filter { kinds.contains($0.0) }
    let heads: [Legend.Entry] =
      roots.contains { !$0.isKPI && $0.record != nil } ? [.bar(context.language.title(ofField: "target"), .soft)] : []
    return heads
      + boxes.map { kind, radius in
        Legend.Entry(context.format.word(kind, KPI.kind.spec)) { canvas, x, y in
          canvas.rectangle(x + 1, y - 6, 20, 12, fill: .paper, stroke: .main, line: 1, radius: radius / 2)
        }
      }
  }

  private func kinds(_ node: KPITree.Node) -> [String] {
    (node.isKPI ? [node.record?[KPI.kind]].compactMap(\.self) : []) + node.children.flatMap(kinds)
  }

  private var description: String { roots.map(words).joined(separator: "; ") }

  private func words(_ node: KPITree.Node) -> String {
    let name: String
    if let record = node.record, node.isKPI {
      let status = KPIStatus.of(record, in: context.project)
      name = context.cell(record, KPI.name).text.plainText + " (" + standing(record, status) + ")"
    } else {
      name =
        node.record.map { Objectives.title(of: $0, context).text.plainText } ?? context.text("kpis-of-no-objective")
    }
    return node.children.isEmpty ? name : name + " → " + node.children.map(words).joined(separator: ", ")
  }
}
