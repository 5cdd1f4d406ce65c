// All languages of a page have the same readers: else a translation would tell what its source may not.

package import Syntax
import Transition

package enum TranslationChecks {
  /// Pages come by path, so that the languages of one page are neighbours.
  package static func check(_ pages: [ParsedPage]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var start = 0
    while start < pages.count {
      var end = start + 1
      while end < pages.count, isSamePage(pages[start], pages[end]) { end += 1 }
      if end - start > 1 { found += differences(pages[start..<end]) }
      start = end
    }
    return found
  }

  private static func isSamePage(_ a: ParsedPage, _ b: ParsedPage) -> Bool {
    a.identity.key == b.identity.key && a.identity.isIndex == b.identity.isIndex
  }

  private static func differences(_ pages: ArraySlice<ParsedPage>) -> [Diagnostic] {
    let original = pages.first { $0.frontMatter[PageFields.source] == nil }
    guard let source = original ?? pages.first else { return [] }
    return pages.flatMap { page -> [Diagnostic] in
      let (mine, its) = (page.frontMatter, source.frontMatter)
      let fields = [
        (PageFields.audience.spec.name, page.audience == source.audience),
        (PageFields.parties.spec.name, page.parties == source.parties),
        (PageFields.agents.spec.name, mine[PageFields.agents] ?? false == its[PageFields.agents] ?? false),
        (PageFields.embargoUntil.spec.name, mine[PageFields.embargoUntil] == its[PageFields.embargoUntil]),
      ]
      return fields.filter { !$0.1 }.map { different($0.0, page.frontMatter, source.frontMatter) }
    }
  }

  private static func different(_ field: String, _ page: Record, _ source: Record) -> Diagnostic {
    Diagnostic(
      "audience", at: page.place(of: field), "\(field) is not the same as in the source of this page",
      rule: "all languages of a page have the same readers", help: "write the same \(field) in every language",
      related: [.init("the source", source.place(of: field))])
  }
}
