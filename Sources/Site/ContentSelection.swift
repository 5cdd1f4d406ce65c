// Selection: the part of the content that one edition may show on one day. What is hidden goes no further.

import Languages
package import Transition

extension ParsedContent {
  /// The content for a readership. A page or project that hides nothing from it is handed on as it is.
  package func selected(for readers: Readership, asOf: AsOf) -> ParsedContent {
    ParsedContent(
      configuration: configuration,
      pages: pages.compactMap { page in shows(page, to: readers, asOf) ? page.selected(for: readers) : nil },
      projects: projects.map { $0.selected(for: readers, asOf: asOf) }, glossary: glossary.selected(for: readers),
      files: files.filter { audience(ofFile: $0.path) <= readers.audience })
  }

  /// Whether a page is part of an edition.
  package func shows(_ page: ParsedPage, to readers: Readership, _ asOf: AsOf) -> Bool {
    var needed = page.audience
    if let embargo = page.frontMatter[PageFields.embargoUntil], !asOf.hasReached(embargo).holds {
      needed = max(needed, .team)
    }
    if page.isDraft { needed = max(needed, .team) }
    guard readers.audience == .partner, needed != .public else { return needed <= readers.audience }
    guard let partner = readers.partner else { return false }
    if needed == .partner { return page.frontMatter[PageFields.parties]?.contains(partner) ?? true }
    return needed == .internal && page.frontMatter[PageFields.agents] == true && isIncoming(partner, of: page)
  }

  /// The project that a folder's landing page names.
  private func project(ofSection folder: String) -> String? {
    pages.lazy.filter { $0.identity.isIndex && $0.identity.key == folder }.compactMap(\.projectID).first
  }

  private func isIncoming(_ partner: String, of page: ParsedPage) -> Bool {
    let id = page.projectID ?? project(ofSection: page.identity.folder)
    let concerned = id.map { id in projects.filter { $0.id == id } } ?? projects
    return concerned.contains { $0.record?[Project.incoming]?.contains(partner) == true }
  }
}

extension ParsedPage {
  /// The page without the blocks and spans that the readers may not see.
  func selected(for readers: Readership) -> ParsedPage {
    guard directiveAudiences.contains(where: { $0 > readers.audience }) else { return self }
    let (pruned, kept) = document.removing { directiveAudiences[$0] > readers.audience }
    return with(pruned, kept.map { directiveAudiences[$0] })
  }
}

/// Which project a page belongs to.
enum ProjectScope {
  /// By its front matter, else by its folder `projects/<id>/`.
  static func named(by frontMatter: Record, _ identity: PageIdentity) -> String? {
    if let id = frontMatter[PageFields.project] { return id }
    let parts = identity.key.utf8.split(separator: UInt8(ascii: "/"))
    guard parts.count >= 2, parts[0].elementsEqual("projects".utf8) else { return nil }
    return String(Substring(parts[1]))
  }
}
