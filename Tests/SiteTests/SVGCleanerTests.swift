// Which drawings are published as they are, and which are refused, with the place of what they may not have.

import TestRandom
import TestSites
import Testing

@testable import Site

@Suite struct SVGCleanerTests {
  private static let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">"

  private func cleaned(_ text: String) throws -> String {
    String(decoding: try ImageCleaner.clean(Array(text.utf8), path: "a.svg"), as: UTF8.self)
  }

  /// `line:column: words` of the refusal, or an empty text.
  private func refusal(_ text: String) -> String {
    let bytes = Array(text.utf8)
    do throws(ImageProblem) {
      _ = try ImageCleaner.clean(bytes, path: "a.svg")
      return ""
    } catch {
      let found = error.diagnostic("content/a.svg", bytes)
      #expect(found.id == "image" && found.severity == .error && found.rule != nil && found.help != nil)
      return "\(found.location): \(found.message)"
    }
  }

  static let drawings = [
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='no'?>\n\(head)</svg>\n",
    "\u{FEFF}\(head)<path d='M0 0h9'/></svg>",
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"9px\" height=\"9\"\n"
      + "  role=\"img\" aria-labelledby=\"t\" class=\"a b\" id=\"root\" version=\"1.1\" xml:space=\"preserve\">"
      + "<title id=\"t\">Flöde &amp; steg &#x2192; &#246;</title><desc>Text</desc>"
      + "<defs><linearGradient id=\"g\" x1=\"0\" gradientTransform=\"rotate (45)\"><stop offset=\"0\" stop-color=\"#fff\"/>"
      + "</linearGradient><linearGradient id=\"h\" xlink:href=\"#g\"/><clipPath id=\"c\"><circle r=\"4\"/></clipPath>"
      + "<mask id=\"m\"><rect width=\"9\" height=\"9\"/></mask><marker id=\"e\" orient=\"auto\"/>"
      + "<symbol id=\"s\"><path d=\"M0 0\"/></symbol><filter id=\"f\"><feGaussianBlur stdDeviation=\"2\"/></filter></defs>"
      + "<g fill=\"url(#g)\" clip-path=\"url('#c')\" mask='url(\"#m\")' transform=\"translate(1,2) scale(.5)\">"
      + "<use href=\"#s\"/><use xlink:href=\"#s\" x=\"3\"/>"
      + "<path style=\"fill:rgb(1,2,3);stroke:url(#h);-inkscape-stroke:none\" marker-end=\"url(#e)\"/></g>"
      + "<text x=\"1\" font-family=\"'DejaVu Sans', sans-serif\">Ett <tspan>två</tspan></text></svg>",
    "\(head)<style type=\"text/css\">.a{fill:#fff} .b:not(.c){fill:url(#g)}</style></svg>",
    "\(head)<style><![CDATA[.a > .b { stroke: hsl(1 2% 3%) }]]></style></svg>",
  ]

  @Test(arguments: drawings) func aPlainDrawingStaysAsItIs(_ text: String) throws {
    #expect(refusal(text) == "")
    #expect(try cleaned(text) == text)
  }

  @Test func commentsAreTakenOut() throws {
    let text =
      "<?xml version=\"1.0\"?>\n<!-- Anna Berg, draft 3 <script> -->\(Self.head)<!----><g><!-- x --></g>"
      + "<style>.a{}<!-- y -->.b{}</style></svg><!-- end -->\n"
    #expect(
      try cleaned(text) == "<?xml version=\"1.0\"?>\n\(Self.head)<g></g><style>.a{}.b{}</style></svg>\n")
  }

  /// What stands after the mark is named, at its place.
  @Test(arguments: [
    ("‸<script>alert(1)</script>", "the element script"), ("‸<SCRIPT/>", "the element SCRIPT"),
    ("<g>‸<foreignObject/></g>", "the element foreignObject"), ("‸<image href=\"a.png\"/>", "the element image"),
    ("‸<a href=\"https://a.example\"/>", "the element a"), ("‸<metadata/>", "the element metadata"),
    ("‸<animate attributeName=\"href\"/>", "the element animate"), ("‸<set/>", "the element set"),
    ("‸<sodipodi:namedview/>", "the element sodipodi:namedview"), ("‸<feImage/>", "the element feImage"),
    ("‸<svg:script/>", "the element svg:script"), ("‸<iframe/>", "the element iframe"),
    ("<g ‸onload=\"alert(1)\"/>", "the attribute onload in g"),
    ("<g\n ‸onclick='x'/>", "the attribute onclick in g"), ("<g ‸xml:base=\"//a\"/>", "the attribute xml:base in g"),
    ("<g ‸data-name=\"Anna\"/>", "the attribute data-name in g"), ("<g ‸src=\"a\"/>", "the attribute src in g"),
    (
      "<g ‸xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"/>",
      "the namespace xmlns:inkscape of an editor"
    ),
    ("<g ‸xmlns=\"http://www.w3.org/1999/xhtml\"/>", "the namespace xmlns of an editor"),
    ("<g ‸inkscape:label=\"Anna\"/>", "the attribute inkscape:label in g"),
    ("<use ‸href=\"https://a.example/x.svg#a\"/>", "a link out of the file in use"),
    ("<use ‸href=\"x.svg#a\"/>", "a link out of the file in use"),
    ("<use ‸href=\"&#106;avascript:alert(1)\"/>", "a link out of the file in use"),
    ("<use ‸href=\"#\"/>", "a link out of the file in use"), ("<g ‸href=\"#a\"/>", "a link out of the file in g"),
    ("<use ‸xlink:href=\"#a\"/>", "a link out of the file in use"),
    ("<use ‸href=\"data:image/svg+xml,x\"/>", "a link out of the file in use"),
    ("<g ‸fill=\"url(https://a.example/#a)\"/>", "a style that fetches a file"),
    ("<g ‸fill=\"url(//a.example)\"/>", "a style that fetches a file"),
    ("<g ‸fill=\"url ( 'a.svg#b' )\"/>", "a style that fetches a file"),
    ("<g ‸style=\"fill:URL(a.svg)\"/>", "a style that fetches a file"),
    ("<g ‸style=\"fill:u&#114;l(a.svg)\"/>", "a style that fetches a file"),
    ("<g ‸style=\"fill:url(#a\"/>", "a style that fetches a file"),
    ("<g ‸style=\"fill:u\\72l(a.svg)\"/>", "a style with \\ in it"),
    ("<g ‸style=\"fill:image-set('a.png' 1x)\"/>", "a style with image-set()"),
    ("<g ‸style=\"fill:image('a.png')\"/>", "a style with image()"),
    ("<g ‸style=\"width:expression(alert(1))\"/>", "a style with expression()"),
    ("<g ‸style=\"a:/**/b\"/>", "a comment in a style"),
    ("‸<style>@import 'a.css';</style>", "a style with an @ rule"),
    ("‸<style>@im<!-- -->port 'a.css';</style>", "a style with an @ rule"),
    ("‸<style>a{b:u<!-- -->rl(c)}</style>", "a style that fetches a file"),
    ("‸<style><![CDATA[a{b:url(c)}]]></style>", "a style that fetches a file"),
    ("‸<?xml-stylesheet href=\"a.css\"?>", "a processing instruction"),
    ("‸<!DOCTYPE svg>", "a document type or another declaration"),
    ("<text>‸&own;</text>", "an entity that XML does not have by itself"),
    ("<text>‸&#0;</text>", "an entity that XML does not have by itself"),
    ("<text>‸&amp</text>", "an entity that XML does not have by itself"),
    ("<g>‸Anna Berg</g>", "a text that is not drawn"), ("<g> <![CDATA[‸]]></g>", ""),
  ])
  func otherThingsAreRefused(_ body: String, _ words: String) {
    let marked = MarkedText("<?xml version=\"1.0\"?>\n\(Self.head)\n\(body)</svg>")
    #expect(refusal(marked.text) == (words.isEmpty ? "" : "content/a.svg:\(marked.marks[0]): the drawing has \(words)"))
  }

  @Test(arguments: [
    "", "text", "<html/>", "<svg/>", "<svg viewBox='0 0 1 1'></svg>", "\(head)", "\(head)<g></svg>",
    "\(head)</svg></svg>",
    "\(head)</svg>\(head)</svg>", "\(head)</svg>x", "\(head)<g id=a/></svg>", "\(head)<g id='a'id='b'/></svg>",
    "\(head)<g id='a' id='b'/></svg>", "\(head)<g id='<'/></svg>", "\(head)<!-- a -- b --></svg>",
    "\(head)<!-- a ---></svg>", "\(head)<!-- a</svg>", "\(head)<text>]]></text></svg>",
    "\(head)<text>]]<!-- -->></text></svg>", "\(head)<text>]<!-- -->]></text></svg>", "\(head)< g/></svg>",
    "\(head)<g/ ></svg>", "\(head)\u{1}</svg>", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\(head)</svg>",
    " <?xml version=\"1.0\"?>\(head)</svg>",
  ])
  func whatIsNoDrawingIsRefused(_ text: String) { #expect(refusal(text) != "") }

  @Test func elementsAreNotNestedForEver() throws {
    func nested(_ count: Int) -> String {
      Self.head + String(repeating: "<g>", count: count) + String(repeating: "</g>", count: count) + "</svg>"
    }
    #expect(refusal(nested(249)) == "")
    #expect(refusal(nested(250)).hasPrefix("content/a.svg:1:\(Self.head.utf8.count + 249 * 3 + 1): "))
    #expect(refusal(nested(20_000)) != "")
  }

  @Test func bytesThatAreNoTextAreRefused() {
    let bytes = Array("\(Self.head)\n<title>".utf8) + [0xE9] + Array("</title></svg>".utf8)
    #expect(throws: ImageProblem(.damaged("it is not UTF-8"), at: Self.head.utf8.count + 8)) {
      try SVGCleaner.clean(bytes)
    }
  }

  /// Bytes changed, taken out, doubled: refused, or cleaned into something that stays as it is from then on.
  @Test func anyDamageIsRefusedOrCleaned() throws {
    var generator = SeededGenerator(seed: 20_260_317)
    let signs = Array("<>/!-&;#\"'=[]() \n\\@".utf8) + [0xC3, 0xFF]
    var (refused, cleaned) = (0, 0)
    for text in Self.drawings + ["\(Self.head)<!-- a --><g><!-- b --><title>c<!-- d -->e</title></g></svg>"] {
      for _ in 0..<200 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...2, using: &generator) {
          let at = Int.random(in: 0..<bytes.count, using: &generator)
          let end = min(bytes.count, at + Int.random(in: 1...9, using: &generator))
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: bytes[at] = signs.randomElement(using: &generator) ?? 0
          case 1: bytes.insert(contentsOf: bytes[at..<end], at: at)
          default: bytes.removeSubrange(at..<end)
          }
        }
        do throws(ImageProblem) {
          let once = try SVGCleaner.clean(bytes)
          #expect(try once == SVGCleaner.clean(once))
          #expect(ImageSamples.place(of: Array("<!--".utf8), in: once) == 0)
          cleaned += 1
        } catch {
          #expect((0...bytes.count).contains(error.offset))
          refused += 1
        }
      }
    }
    #expect(refused > 200 && cleaned > 50, "\(refused) refused, \(cleaned) cleaned")
  }
}
