// `sitemap.xml`: the pages of the edition that stand in their own language. (sitemaps.org, protocol 0.9)

import Markup
import Site

enum SitemapOutput: OutputKind {
  static func outputs(of site: Site, theme: Theme) -> [Output] {
    [Output(path: "sitemap.xml", mediaType: "application/xml", content: .sitemap)]
  }

  static func draw(_ site: Site) -> [UInt8] {
    var xml = Markup()
    xml.element("urlset", [.text("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9")]) { xml in
      xml.text("\n")
      for page in site.pages where !page.isFallback {
        xml.element("url") { $0.element("loc", text: site.edition.url + page.route) }
        xml.text("\n")
      }
    }
    return Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8) + xml.serializedXML() + [UInt8(ascii: "\n")]
  }
}
