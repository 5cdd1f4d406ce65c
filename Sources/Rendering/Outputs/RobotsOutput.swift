// `robots.txt`: the public edition names its sitemap; all others forbid to be indexed. (RFC 9309)

import Site

enum RobotsOutput: OutputKind {
  static func outputs(of site: Site) -> [Output] {
    [Output(path: "robots.txt", mediaType: "text/plain", content: .drawn(self, 0))]
  }

  static func draw(_ number: Int, _ view: PageView) -> [UInt8] {
    let edition = view.site.edition
    guard edition.readers.audience == .public else { return Array("User-agent: *\nDisallow: /\n".utf8) }
    return Array("User-agent: *\nAllow: /\n\nSitemap: \(edition.url)\(SitemapOutput.path)\n".utf8)
  }
}
