// The plan: every output of a site with its path, components bound to their arguments, and every use of a field.

package import Site
package import Syntax
import Transition

package struct Plan: Sendable {
  package let outputs: [Output]
  /// Where the data is shown, by references and components.
  package let uses: [FieldUse]
  let references: ReferenceResolver
  /// By page: its components by directive; no entry for pages without any.
  private let components: [Int: [BoundComponent?]]
  /// The tables of components, which can be downloaded.
  let tables: TableFiles

  /// A component with its arguments and its project.
  struct BoundComponent: Sendable {
    let component: any PageComponent.Type
    let arguments: [String: String]
    /// Its index in the site's projects; -1 for none.
    let project: Int
    /// Whom its place is for, where it shows no more than all of them may see; else it is what the edition shows.
    var readers: Audience?
  }

  func component(page: Int, directive: Int) -> BoundComponent? {
    guard let bound = components[page], directive < bound.count else { return nil }
    return bound[directive]
  }

  /// Whether any component does.
  var hasComponents: Bool { components.values.contains { $0.contains { $0 != nil } } }

  /// Plans a site's outputs. Problems: unknown components and arguments, hidden data, two outputs with one path.
  package static func make(_ site: Site, names: NameIndex) -> (plan: Plan, diagnostics: [Diagnostic]) {
    var binder = ComponentBinder(site: site, names: names)
    binder.bindAll()
    let tables = TableFiles(site, binder.components)
    let outputs = tables.beside(Outputs.all.flatMap { $0.outputs(of: site) })
    let plan = Plan(
      outputs: outputs, uses: site.uses + binder.uses,
      references: ReferenceResolver(projects: site.projects, names: names), components: binder.components,
      tables: tables)
    return (plan, binder.diagnostics + clashes(outputs, site) + addresses(site, plan))
  }

  /// Two outputs with one path: the later would replace the earlier.
  private static func clashes(_ outputs: [Output], _ site: Site) -> [Diagnostic] {
    var first: [String: Int] = [:]
    first.reserveCapacity(outputs.count)
    var found: [Diagnostic] = []
    for (index, output) in outputs.enumerated() {
      if let earlier = first.updateValue(index, forKey: output.path) {
        found.append(clash(output, outputs[earlier], site))
      }
    }
    return found
  }

  private static func clash(_ output: Output, _ earlier: Output, _ site: Site) -> Diagnostic {
    func place(_ output: Output) -> Place {
      if case .page(let index) = output.content {
        let page = site.pages[index].source
        return Place(page.file, page.frontMatter.place(of: "slug").span)
      }
      return Place(path: output.path)
    }
    return Diagnostic(
      "address-clash", at: place(output), "two pages have the address \(output.path)",
      rule: "an address belongs to one page", help: "give one of them another slug",
      related: [.init("the other page", place(earlier))])
  }

  /// Addresses made of values are checked like those that are written out.
  private static func addresses(_ site: Site, _ plan: Plan) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, page) in site.pages.enumerated() where !page.isFallback && !page.source.document.references.isEmpty {
      let document = page.source.document
      for (number, link) in document.links.enumerated() where link.url.constant == nil {
        if number < page.destinations.links.count, case .address = page.destinations.links[number] {
          let resolver = PageResolver(site: site, plan: plan, index: index, figures: FigureCache())
          let text = LinkText.address(resolver.text(link.url))
          if let problem = PageChecks.problem(ofAddress: text, at: Place(document.source, link.span)) {
            found.append(problem)
          }
        }
      }
    }
    return found
  }
}
