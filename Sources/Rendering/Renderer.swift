// One planned output → its bytes. Pure: the same site and plan give the same bytes, in any order, on any thread.

package import Site

package struct Renderer: Sendable {
  package let site: Site
  package let plan: Plan
  private let view: PageView

  package init(site: Site, plan: Plan, theme: Theme) {
    self.site = site
    self.plan = plan
    view = PageView(site: site, plan: plan, theme: theme)
  }

  /// The bytes of an output; nil for a file that is copied from the site's folder.
  package func draw(_ output: Output) -> [UInt8]? {
    switch output.content {
    case .page(let index): PageOutput.draw(index, view)
    case .drawn(let kind, let number): kind.draw(number, view)
    case .table(let number): plan.tables.draw(number, site, view.figures)
    case .file: nil
    }
  }
}
