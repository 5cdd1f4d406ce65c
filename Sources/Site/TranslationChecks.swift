// What must be the same in all languages of a page: who may read it.

package import Syntax
import Transition

package enum TranslationChecks {
  /// All languages of a page have one audience: a translation must not open what its source keeps inside.
  package static func check(_ pages: [ParsedPage]) -> [Diagnostic] {
    var first: [String: ParsedPage] = [:]
    var found: [Diagnostic] = []
    for page in pages {
      guard let earlier = first[page.identity.key] else {
        first[page.identity.key] = page
        continue
      }
      if earlier.audience != page.audience || earlier.parties != page.parties { found.append(differs(page, earlier)) }
    }
    return found
  }

  private static func differs(_ page: ParsedPage, _ earlier: ParsedPage) -> Diagnostic {
    Diagnostic(
      "audience", at: page.frontMatter.place(of: "audience"),
      "in \(page.identity.language) the page is for \(page.audience.rawValue), in \(earlier.identity.language) for \(earlier.audience.rawValue)",
      rule: "all languages of a page have the same audience and parties", help: "write the same in both",
      related: [.init("the other language", earlier.frontMatter.place(of: "audience"))])
  }
}
