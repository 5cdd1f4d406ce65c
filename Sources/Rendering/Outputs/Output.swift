// One file of an edition: its path, its media type, and how it is drawn.

package import Site

package struct Output: Sendable {
  /// Path below the edition's folder.
  package let path: String
  package let mediaType: String
  package let content: Content

  package enum Content: Sendable {
    /// A page, by its index in `Site.pages`.
    case page(Int)
    /// What a kind of output draws; the number tells its outputs apart, as by language.
    case drawn(any OutputKind.Type, Int)
    /// A component's table, by its number in the plan.
    case table(Int)
    /// A file of the site's folder, copied: its path below `content`.
    case file(String)
  }

  /// Whether it is written to be read: pages, maps of the site, plain text; not drawings, pictures, styles.
  package var isText: Bool {
    ["text/html", "text/plain", "text/csv", "application/xml", "application/json"].contains(mediaType)
  }

  package init(path: String, mediaType: String, content: Content) {
    self.path = path
    self.mediaType = mediaType
    self.content = content
  }
}

/// A kind of output: which files of it a site has, and what is in them.
package protocol OutputKind: Sendable {
  static func outputs(of site: Site) -> [Output]
  /// Draws the output with that number.
  static func draw(_ number: Int, _ view: PageView) -> [UInt8]
}

/// The list of all kinds of output. A new one is one file in this folder and one line here.
package enum Outputs {
  package static let all: [any OutputKind.Type] = [
    PageOutput.self, LandingOutput.self, LanguageChoiceOutput.self, AllPagesOutput.self, NotFoundOutput.self,
    RedirectOutput.self, SitemapOutput.self, RobotsOutput.self, HeadersOutput.self, ServerOutput.self,
    StyleOutput.self, FileOutput.self,
  ]
}

extension OutputKind {
  /// One HTML page per language of the site, at `path` below the language's folder.
  static func perLanguage(_ site: Site, _ path: (Int) -> String) -> [Output] {
    site.languages.indices.map { language in
      Output(path: path(language), mediaType: "text/html", content: .drawn(self, language))
    }
  }
}
