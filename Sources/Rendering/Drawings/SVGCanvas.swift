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
    var colour = SVGColour.text
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
      markup.element("desc", text: description)
      markup.element("metadata", text: Drawing.origin)
      var inner = SVGCanvas()
      content(&inner)
      markup.append(inner.markup)
    }
    return canvas.markup
  }

  mutating func rectangle(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, fill: String, stroke: String? = nil, radius: Int = 0
  ) {
    let outline: [Markup.Attribute] = stroke.map { [.text("stroke", $0), .text("stroke-width", "2")] } ?? []
    let corner: [Markup.Attribute] = radius > 0 ? [.text("rx", String(radius))] : []
    markup.element(
      "rect",
      [
        .text("x", String(x)), .text("y", String(y)), .text("width", String(max(1, width))),
        .text("height", String(height)), .text("fill", fill),
      ] + outline + corner)
  }

  mutating func line(
    _ x: Int, _ y: Int, to endX: Int, _ endY: Int, stroke: String, width: Int = 1, dashes: String? = nil
  ) {
    markup.element(
      "line",
      [
        .text("x1", String(x)), .text("y1", String(y)), .text("x2", String(endX)), .text("y2", String(endY)),
        .text("stroke", stroke), .text("stroke-width", String(width)),
      ] + (dashes.map { [.text("stroke-dasharray", $0)] } ?? []))
  }

  /// A shape at a place: `path` is drawn from there. The way there is written in two steps, since two numbers beside
  /// each other could read as one amount.
  mutating func shape(_ path: String, at x: Int, _ y: Int, fill: String, stroke: String) {
    markup.element(
      "path",
      [
        .text("d", "M\(x) 0m0 \(y)\(path)"), .text("fill", fill), .text("stroke", stroke),
        .text("stroke-width", "2"), .text("stroke-linejoin", "round"),
      ])
  }

  /// A line through points, oldest first.
  mutating func curve(_ points: [(x: Int, y: Int)], stroke: String, width: Int) {
    let path = points.enumerated().map { index, point in
      index == 0 ? "M\(point.x) 0m0 \(point.y)" : "l\(point.x - points[index - 1].x),\(point.y - points[index - 1].y)"
    }
    markup.element(
      "path",
      [
        .text("d", path.joined()), .text("fill", "none"), .text("stroke", stroke), .text("stroke-width", String(width)),
        .text("stroke-linejoin", "round"), .text("stroke-linecap", "round"),
      ])
  }

  mutating func text(_ text: String, _ x: Int, _ y: Int, _ look: Lettering = Lettering()) {
    letters(MergedText(text), x, y, look)
  }

  /// A text that may be in another language than the drawing.
  mutating func letters(_ text: MergedText, _ x: Int, _ y: Int, _ look: Lettering = Lettering()) {
    var attributes: [Markup.Attribute] = [
      .text("x", String(x)), .text("y", String(y)), .text("font-size", String(look.size)),
      .text("fill", look.colour),
    ]
    if look.isBold { attributes.append(.text("font-weight", "600")) }
    if look.anchor != .start { attributes.append(.text("text-anchor", look.anchor.rawValue)) }
    if let language = text.language { attributes.append(.language(language.code)) }
    markup.element("text", attributes, text: text.plainText)
  }
}

/// Colours that print, and keep 3:1 against white where they carry a meaning.
enum SVGColour {
  static let text = "#1a2330"
  static let muted = "#556070"
  static let grid = "#dde1e7"
  static let blocked = "#e3e7ec"
  static let done = "#8a94a3"
  static let running = "#1f5fa8"
  static let paper = "#ffffff"
  static let today = "#a3243b"
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
