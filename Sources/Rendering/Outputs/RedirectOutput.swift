// Earlier addresses of pages (`aliases` in their front matter): each leads on to the page, without a script.

import Markup
import Site
import Syntax

enum RedirectOutput: OutputKind {
  /// Outputs are numbered in the order of the pages and of each page's aliases.
  static func outputs(of site: Site) -> [Output] {
    moved(site).enumerated().map { number, moved in
      Output(path: RelativeAddress.file(moved.from), mediaType: "text/html", content: .drawn(self, number))
    }
  }

  /// From an earlier route to a page. A fallback has no past of its own.
  private static func moved(_ site: Site) -> [(from: String, page: Int)] {
    site.pages.indices.flatMap { index -> [(String, Int)] in
      let page = site.pages[index]
      guard !page.isFallback, let aliases = page.source.frontMatter[PageFields.aliases] else { return [] }
      return aliases.map { (PageAlias.route($0, site.languages[page.language].tag), index) }
    }
  }

  static func draw(_ number: Int, _ view: PageView) -> [UInt8] {
    let site = view.site
    let (from, index) = moved(site)[number]
    let page = site.pages[index]
    let language = site.languages[page.language]
    let here = Viewpoint.folder(from)
    var values = view.frames[page.language].bare(here)
    values.add("title", language.text("page-moved") ?? "")
    values.add("heading", language.text("page-moved") ?? "")
    values.add("canonical", site.edition.url + page.route)
    values.add("refresh", "0; url=" + RelativeAddress.from(from, to: RelativeAddress.file(page.route)))
    var link = Markup()
    link.element("p") { $0.link(to: here.address(ofFolder: page.route), page.title) }
    values.add("content", link)
    values.forbidIndexing()
    return view.theme.render("plain", values)
  }
}
