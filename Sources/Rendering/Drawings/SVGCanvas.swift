// The few shapes that drawings are made of, with whole coordinates and presentation attributes: slides ignore styles.

import Languages
import Markup
import Site

/// A drawing in the making. Coordinates are whole numbers, so that every machine writes the same bytes.
struct SVGCanvas {
  private(set) var markup = Markup()

  enum Anchor: String { case start, middle, end }

  /// What a text looks like.
  struct Lettering {
    var size = 12
    var colour = Ink.text
    var isBold = false
    var anchor = Anchor.start
  }

  /// Draws within a frame; title and description are its text alternative.
  static func draw(
    _ size: (width: Int, height: Int), title: String, description: String, language: LanguageTag,
    _ content: (inout SVGCanvas) -> Void
  ) -> Markup {
    var canvas = SVGCanvas()
    canvas.markup.element(
      "svg",
      [
        .text("xmlns", "http://www.w3.org/2000/svg"), .class("drawing"), .text("role", "img"),
        .text("width", String(size.width)), .text("height", String(size.height)),
        .text("viewBox", "0 0 \(size.width) \(size.height)"),
        .text("font-family", "Segoe UI, Helvetica, Arial, sans-serif"),
        .language(language.code),
      ]
    ) { markup in
      markup.element("title", text: title)
      markup.element("desc", text: description.isEmpty ? title : description)
      markup.element("metadata", text: Drawing.origin)
      var inner = SVGCanvas()
      content(&inner)
      markup.append(inner.markup)
    }
    return canvas.markup
  }

  /// What a shape is filled (first) and drawn with: concrete colours, and classes that a page's style sheet knows.
  private static func paint(_ fill: Ink?, _ stroke: Ink?, width: Int) -> [Markup.Attribute] {
    var names: [String] = []
    var attributes: [Markup.Attribute] = [.text("fill", fill?.hex ?? "none")]
    if let fill { names.append("fill-" + fill.rawValue) }
    if let stroke {
      attributes += [.text("stroke", stroke.hex), .text("stroke-width", String(width))]
      names.append("stroke-" + stroke.rawValue)
    }
    return attributes + [.text("class", names.joined(separator: " "))]
  }

  mutating func rectangle(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, fill: Ink?, stroke: Ink? = nil, line: Int = 2, radius: Int = 0
  ) {
    let corner: [Markup.Attribute] = radius > 0 ? [.text("rx", String(radius))] : []
    markup.element(
      "rect",
      [
        .text("x", String(x)), .text("y", String(y)), .text("width", String(max(1, width))),
        .text("height", String(max(1, height))),
      ] + Self.paint(fill, stroke, width: line) + corner)
  }

  /// Slanting lines over a rectangle, within its edges.
  mutating func hatching(_ x: Int, _ y: Int, _ width: Int, _ height: Int, stroke: Ink, apart: Int = 6) {
    let strokes = stride(from: apart - height, to: width, by: max(1, apart)).map { start -> String in
      // From the lower edge up to the right; what would leave the rectangle is cut at its sides.
      let (from, to) = (max(0, start), min(width, start + height))
      return "M\(Self.place(x + from, y + height - (from - start)))l" + Self.step(to - from, from - to)
    }
    guard !strokes.isEmpty else { return }
    markup.element("path", [.text("d", strokes.joined())] + Self.paint(nil, stroke, width: 1))
  }

  mutating func circle(_ x: Int, _ y: Int, radius: Int, fill: Ink?, stroke: Ink? = nil, line: Int = 2) {
    markup.element(
      "circle",
      [.text("cx", String(x)), .text("cy", String(y)), .text("r", String(radius))]
        + Self.paint(fill, stroke, width: line))
  }

  mutating func line(
    _ x: Int, _ y: Int, to endX: Int, _ endY: Int, stroke: Ink, width: Int = 1, dashes: String? = nil
  ) {
    markup.element(
      "line",
      [
        .text("x1", String(x)), .text("y1", String(y)), .text("x2", String(endX)), .text("y2", String(endY)),
      ] + Self.paint(nil, stroke, width: width).dropFirst() + (dashes.map { [.text("stroke-dasharray", $0)] } ?? []))
  }

  /// A line that ends in an arrow head.
  mutating func arrow(_ x: Int, _ y: Int, to endX: Int, _ endY: Int, stroke: Ink, width: Int = 2, dashes: String? = nil)
  {
    line(x, y, to: endX, endY, stroke: stroke, width: width, dashes: dashes)
    let (dx, dy) = (Double(endX - x), Double(endY - y))
    let length = (dx * dx + dy * dy).squareRoot()
    guard length >= 1 else { return }
    func corner(_ side: Double) -> String {
      Self.step(Int((-9 * dx + side * 5 * dy) / length), Int((-9 * dy - side * 5 * dx) / length))
    }
    shape("l\(corner(1))M\(Self.place(endX, endY))l\(corner(-1))", at: endX, endY, fill: nil, stroke: stroke)
  }

  /// A shape at a place: `path` is drawn from there.
  mutating func shape(_ path: String, at x: Int, _ y: Int, fill: Ink?, stroke: Ink?) {
    markup.element(
      "path",
      [.text("d", "M\(Self.place(x, y))\(path)")] + Self.paint(fill, stroke, width: 2)
        + [.text("stroke-linejoin", "round")])
  }

  /// Two coordinates beside each other could read as one amount: a sign keeps them apart.
  static func place(_ x: Int, _ y: Int) -> String { "\(x)+\(y)" }
  private static func step(_ x: Int, _ y: Int) -> String { y < 0 ? "\(x)\(y)" : "\(x)+\(y)" }

  /// A line through points, oldest first.
  mutating func curve(_ points: [(x: Int, y: Int)], stroke: Ink, width: Int, dashes: String? = nil) {
    let path = points.enumerated().map { index, point in
      index == 0
        ? "M" + Self.place(point.x, point.y)
        : "l" + Self.step(point.x - points[index - 1].x, point.y - points[index - 1].y)
    }
    markup.element(
      "path",
      [.text("d", path.joined())] + Self.paint(nil, stroke, width: width)
        + [.text("stroke-linejoin", "round"), .text("stroke-linecap", "round")]
        + (dashes.map { [.text("stroke-dasharray", $0)] } ?? []))
  }

  /// The area between points and a height.
  mutating func area(_ points: [(x: Int, y: Int)], downTo bottom: Int, fill: Ink) {
    guard let first = points.first else { return }
    let steps = zip(points, points.dropFirst()).map { "l" + Self.step($1.x - $0.x, $1.y - $0.y) }
    let path = "M\(Self.place(first.x, bottom))V\(first.y)\(steps.joined())V\(bottom)H\(first.x)z"
    markup.element("path", [.text("d", path)] + Self.paint(fill, nil, width: 0))
  }

  mutating func text(_ text: String, _ x: Int, _ y: Int, _ look: Lettering = Lettering()) {
    letters(MergedText(text), x, y, look)
  }

  /// A text that may be in another language than the drawing.
  mutating func letters(_ text: MergedText, _ x: Int, _ y: Int, _ look: Lettering = Lettering()) {
    var attributes: [Markup.Attribute] = [
      .text("x", String(x)), .text("y", String(y)), .text("font-size", String(look.size)),
      .text("fill", look.colour.hex), .text("class", "fill-" + look.colour.rawValue),
    ]
    if look.isBold { attributes.append(.text("font-weight", "600")) }
    if look.anchor != .start { attributes.append(.text("text-anchor", look.anchor.rawValue)) }
    if let language = text.language { attributes.append(.language(language.code)) }
    markup.element("text", attributes, text: text.plainText)
  }

  /// A text that is cut where its place ends.
  mutating func label(_ text: MergedText, _ x: Int, _ y: Int, width: Int, _ look: Lettering = Lettering()) {
    let cut = LetterWidths.cut(text.plainText, to: width, size: look.size, isBold: look.isBold)
    guard !cut.isEmpty else { return }
    letters(MergedText(cut, language: text.language), x, y, look)
  }

  /// A text over several lines, centred on a height.
  mutating func lines(
    _ text: MergedText, _ x: Int, middle y: Int, width: Int, most: Int, _ look: Lettering = Lettering()
  ) {
    let lines = LetterWidths.lines(text.plainText, width: width, most: most, size: look.size, isBold: look.isBold)
    let height = look.size * 5 / 4
    let top = y - (lines.count - 1) * height / 2 + look.size * 7 / 20
    for (index, line) in lines.enumerated() {
      letters(MergedText(line, language: text.language), x, top + index * height, look)
    }
  }
}

extension MergedText {
  /// The text in plain words, cut at the end of a word where it is longer than a place holds.
  func cut(to length: Int) -> MergedText {
    let plain = plainText
    guard plain.unicodeScalars.count > length else { return MergedText(plain, language: language) }
    let kept = plain.unicodeScalars.prefix(length - 1)
    // A word that takes most of the place is cut itself.
    let end = kept.dropFirst(length / 2).lastIndex(of: " ") ?? kept.endIndex
    var words = plain[..<end]
    while let last = words.unicodeScalars.last, " ,;:–.".unicodeScalars.contains(last) {
      words = words[..<words.unicodeScalars.index(before: words.endIndex)]
    }
    return MergedText(String(words) + "…", language: language)
  }
}
