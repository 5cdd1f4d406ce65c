// V01 for `parties`: a page or a part of one names a provider that there is not, so that nobody would read it.

import Syntax
package import Transition

package enum PartiesNamed: SiteRule {
  package static let id = DanglingReference.id
  package static let weight = RuleClass.integrity
  package static let rationale = "A page or a part of it is for providers that there are; else nobody reads it."
  package static let messages = [
    "provider": RuleMessage("there is no provider \"{name}\"", "{hint}")
  ]
  package static let example = DanglingReference.example

  package static func check(_ content: ParsedContent) -> [Finding] {
    let named = content.pages.contains { !$0.parties.isEmpty || $0.directiveMarks.contains { $0.parties != nil } }
    guard named else { return [] }
    let known = Set(
      content.projects.flatMap(\.providersNamed) + content.configuration.editions.compactMap(\.readers.partner))
    return content.pages.flatMap { page -> [Finding] in
      let atHead = finding(page.parties, page.frontMatter.place(of: "parties"), known)
      let inside = page.directiveMarks.indices.flatMap { index in
        finding(
          page.directiveMarks[index].parties ?? [], Place(page.file, page.document.directives[index].span), known)
      }
      return atHead + inside
    }
  }

  private static func finding(_ names: Set<String>, _ place: Place, _ known: Set<String>) -> [Finding] {
    names.subtracting(known).sorted().map { name in
      Finding("provider", at: place, ["name": name], notes: ["hint": didYouMean(name, among: known.sorted())])
    }
  }
}
