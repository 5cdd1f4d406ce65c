// A page that names its project names one that there is; else its values and its owner would be looked up nowhere.

package import Syntax

package enum ProjectNames {
  package static func check(_ content: ParsedContent) -> [Diagnostic] {
    let ids = content.projects.map(\.id)
    let known = Set(ids)
    return content.pages.compactMap { page in
      guard let id = page.frontMatter[PageFields.project], !known.contains(id) else { return nil }
      return Diagnostic(
        "V01", at: page.frontMatter.place(of: PageFields.project.spec.name), "there is no project \"\(id)\"",
        rule: "a page's project is a folder in content/projects", help: didYouMean(id, among: ids))
    }
  }
}
