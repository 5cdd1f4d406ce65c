// What a component may ask about the site around it: its glossary, and which pages teach a topic.

package import Site
import Syntax
import Transition

package struct SiteView: Sendable {
  private let site: Site?
  private let language: Int
  /// The way from the page that it stands on to the edition's folder: `../../`.
  let home: String

  /// Nothing around it: what is drawn outside of a site.
  package init() { (site, language, home) = (nil, 0, "") }

  package init(_ site: Site, language: Int, home: String = "") {
    (self.site, self.language, self.home) = (site, language, home)
  }

  /// The terms of the glossary that the edition's readers may see.
  var terms: [Record] { site?.glossary.terms ?? [] }

  /// The pages that say they teach a topic, in the order of the site.
  func pages(covering ref: String) -> [SitePage] {
    (site?.pages ?? []).filter { $0.language == language && $0.source.covers.contains(ref) }
  }
}
