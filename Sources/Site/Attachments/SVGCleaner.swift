// An SVG made of a list of elements and attributes, handed on as it is but for its comments; any other is refused.

import Syntax

struct SVGCleaner {
  /// Browsers' parsers end somewhere, too.
  private static let deepest = 250

  private let bytes: [UInt8]
  private var output: [UInt8] = []
  /// The elements around the place that is read.
  private var open: [String] = []
  private var hasRoot = false
  private var knowsLinks = false
  /// The text of the style element that is read, comments taken out, and where it begins.
  private var style: [UInt8] = []
  private var styleStart = 0

  static func clean(_ bytes: [UInt8]) throws(ImageProblem) -> [UInt8] {
    var cleaner = SVGCleaner(bytes: bytes)
    var scanner = try SVGScanner(bytes)
    cleaner.output.reserveCapacity(bytes.count)
    cleaner.output += bytes[..<scanner.at]
    while let part = try scanner.next() { try cleaner.add(part) }
    guard cleaner.hasRoot, cleaner.open.isEmpty else {
      throw ImageProblem(cleaner.hasRoot ? .truncated : .notThisFormat, at: cleaner.hasRoot ? bytes.count : 0)
    }
    return cleaner.output
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func add(_ part: SVGPart) throws(ImageProblem) {
    switch part.kind {
    case .comment: return
    case .declaration: break
    case .text(let text): try check(text, part.range)
    case .start(let name, let attributes, let isEmpty): try begin(name, attributes, isEmpty, part.range.lowerBound)
    case .end(let name): try end(name, part.range.lowerBound)
    }
    output += bytes[part.range]
  }

  private mutating func check(_ text: [UInt8], _ range: Range<Int>) throws(ImageProblem) {
    // Where a comment was taken out, what stood on its two sides must not become something else.
    if bytes[range].starts(with: ">".utf8) || bytes[range].starts(with: "]>".utf8), output.last == UInt8(ascii: "]") {
      throw ImageProblem(.damaged("a ]]> in a text"), at: range.lowerBound)
    }
    guard let element = open.last, SVGNames.withText.contains(element) else {
      guard let at = text.firstIndex(where: { !" \t\r\n".utf8.contains($0) }) else { return }
      throw ImageProblem(.notAllowed("a text that is not drawn"), at: range.lowerBound + at)
    }
    if element == "style" { style += text }
  }

  private mutating func begin(_ name: String, _ attributes: [SVGAttribute], _ isEmpty: Bool, _ at: Int)
    throws(ImageProblem)
  {
    guard SVGNames.elements.contains(name) else { throw ImageProblem(.notAllowed("the element \(name)"), at: at) }
    guard !hasRoot || !open.isEmpty else { throw ImageProblem(.damaged("a second drawing"), at: at) }
    guard open.count < Self.deepest else { throw ImageProblem(.damaged("elements nested too deep"), at: at) }
    if !hasRoot {
      guard name == "svg", attributes.contains(where: { $0.name == "xmlns" }) else {
        throw ImageProblem(.damaged("it does not begin with an svg of \(SVGNames.namespace)"), at: at)
      }
    }
    hasRoot = true
    knowsLinks = knowsLinks || attributes.contains { $0.name == "xmlns:xlink" }
    for attribute in attributes { try check(attribute, of: name) }
    if name == "style" { (style, styleStart) = ([], at) }
    if !isEmpty { open.append(name) }
  }

  private mutating func end(_ name: String, _ at: Int) throws(ImageProblem) {
    guard open.popLast() == name else { throw ImageProblem(.damaged("an end of \(name), which is not open"), at: at) }
    if name == "style", let problem = SVGStyle.problem(style) {
      throw ImageProblem(.notAllowed(problem), at: styleStart)
    }
  }

  private func check(_ attribute: SVGAttribute, of element: String) throws(ImageProblem) {
    let (name, value) = (attribute.name, attribute.value)
    var isFine = false
    switch name {
    case "xmlns", "xmlns:svg": isFine = value.elementsEqual(SVGNames.namespace.utf8)
    case "xmlns:xlink": isFine = value.elementsEqual(SVGNames.linkNamespace.utf8)
    case "href": isFine = SVGNames.withLink.contains(element) && SVGStyle.isLocal(reference: value)
    case "xlink:href":
      isFine = knowsLinks && SVGNames.withLink.contains(element) && SVGStyle.isLocal(reference: value)
    case _ where SVGNames.drawing.contains(name):
      if let problem = SVGStyle.problem(value) { throw ImageProblem(.notAllowed(problem), at: attribute.offset) }
      isFine = true
    case _ where SVGNames.descriptive.contains(name) || name.utf8.starts(with: "aria-".utf8): isFine = true
    default: break
    }
    guard isFine else { throw ImageProblem(.notAllowed(Self.words(name, element)), at: attribute.offset) }
  }

  private static func words(_ name: String, _ element: String) -> Message {
    switch name {
    case "href", "xlink:href": "a link out of the file in \(element)"
    case _ where name.utf8.starts(with: "xmlns".utf8): "the namespace \(name) of an editor"
    default: "the attribute \(name) in \(element)"
    }
  }
}
