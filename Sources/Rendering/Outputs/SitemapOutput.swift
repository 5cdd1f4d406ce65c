// `sitemap.xml`: the pages of the edition that stand in their own language, each with its translations.
// (sitemaps.org, protocol 0.9; the alternates as Google documents them for localised pages)

import Markup
import Site
import Syntax

enum SitemapOutput: OutputKind {
  static let path = "sitemap.xml"

  static func outputs(of site: Site) -> [Output] {
    [Output(path: path, mediaType: "application/xml", content: .drawn(self, 0))]
  }

  static func draw(_ number: Int, _ view: PageView) -> [UInt8] {
    let site = view.site
    var xml = Markup()
    let names: [Markup.Attribute] = [
      .text("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
      .text("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ]
    xml.element("urlset", names) { xml in
      xml.text("\n")
      for page in site.pages where !page.isFallback {
        xml.element("url") { xml in
          xml.element("loc", text: site.edition.url + page.route)
          for alternate in Alternates.of(page, site) {
            xml.void(
              "xhtml:link", [.text("rel", "alternate"), .hreflang(alternate.language), .href(alternate.address)])
          }
        }
        xml.text("\n")
      }
    }
    return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + xml.serializedXML() + [UInt8(ascii: "\n")]
  }
}
