// One planned output → its bytes. Pure: the same site and plan give the same bytes, in any order, on any thread.

package import Site

package struct Renderer: Sendable {
  package let site: Site
  package let plan: Plan
  private let theme: Theme
  private let pages: PageView

  package init(site: Site, plan: Plan, theme: Theme) {
    self.site = site
    self.plan = plan
    self.theme = theme
    pages = PageView(site: site, plan: plan, theme: theme)
  }

  /// The bytes of an output; nil for a file that is copied from the site's folder.
  package func draw(_ output: Output) -> [UInt8]? {
    switch output.content {
    case .page(let index): pages.draw(index)
    case .languageChoice: LanguageChoiceOutput.draw(site, theme)
    case .sitemap: SitemapOutput.draw(site)
    case .asset(let bytes): bytes
    case .file: nil
    }
  }
}
