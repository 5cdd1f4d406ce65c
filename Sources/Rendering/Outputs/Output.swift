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
    /// The choice of language at the root.
    case languageChoice
    case sitemap
    /// A file of the theme, as it is.
    case asset([UInt8])
    /// A file of the site's folder, copied: its path below `content`.
    case file(String)
  }

  package init(path: String, mediaType: String, content: Content) {
    self.path = path
    self.mediaType = mediaType
    self.content = content
  }
}

/// A kind of output: what files of it a site has.
package protocol OutputKind: Sendable {
  static func outputs(of site: Site, theme: Theme) -> [Output]
}

/// The list of all kinds of output. A new one is one file in this folder and one line here.
package enum Outputs {
  package static let all: [any OutputKind.Type] = [
    PageOutput.self, LanguageChoiceOutput.self, SitemapOutput.self, AssetOutput.self, FileOutput.self,
  ]
}
