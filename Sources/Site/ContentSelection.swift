// Selection: the part of the content that one edition may show on one day. What is hidden goes no further.

import Languages
package import Transition

extension ParsedContent {
  /// The content for a readership. A page or project that hides nothing from it is handed on as it is.
  package func selected(for readers: Readership, asOf: AsOf) -> ParsedContent {
    let shown = pages.compactMap { page in
      let standing = standing(of: readers, to: page, asOf)
      return shows(page, to: readers, standing, asOf) ? page.selected(for: readers, standing) : nil
    }
    let isHidden = hidden(shown)
    return ParsedContent(
      configuration: configuration, pages: shown,
      projects: projects.map { $0.selected(for: readers, asOf: asOf).withoutPages(where: isHidden) },
      glossary: glossary.selected(for: readers, asOf: asOf),
      files: files.filter { audience(ofFile: $0.path) <= readers.audience })
  }

  /// Whether a value that names a page names one that is not shown: its key says what there is. A key may be written
  /// without the folders of its project.
  private func hidden(_ shown: [ParsedPage]) -> ((String) -> Bool)? {
    guard shown.count < pages.count else { return nil }
    let left = Set(shown.map(\.identity.key))
    let gone = Set(pages.map(\.identity.key)).subtracting(left)
    guard !gone.isEmpty else { return nil }
    return { name in
      !left.contains(name) && (gone.contains(name) || gone.contains { PageIdentity.isMeant(by: name, $0) })
    }
  }

  /// Whether a page is part of an edition.
  package func shows(_ page: ParsedPage, to readers: Readership, _ asOf: AsOf) -> Bool {
    shows(page, to: readers, standing(of: readers, to: page, asOf), asOf)
  }

  /// Whether an edition shows a page with all its parts.
  package func showsWhole(_ page: ParsedPage, to readers: Readership, _ asOf: AsOf) -> Bool {
    let standing = standing(of: readers, to: page, asOf)
    return shows(page, to: readers, standing, asOf) && page.selected(for: readers, standing) === page
  }

  private func shows(_ page: ParsedPage, to readers: Readership, _ standing: Standing, _ asOf: AsOf) -> Bool {
    let isEmbargoed = page.frontMatter[PageFields.embargoUntil].map { !asOf.hasReached($0).holds } ?? false
    if isEmbargoed || isDraft(page) { return readers.audience >= max(page.audience, .team) }
    return page.mark.admits(readers, standing)
  }

  /// What a provider is to the projects that a page is about; where there are none, nobody is a stranger.
  private func standing(of readers: Readership, to page: ParsedPage, _ asOf: AsOf) -> Standing {
    guard readers.audience == .partner, let partner = readers.partner else { return .party }
    let id = page.projectID ?? project(ofFolder: page.identity.folder)
    let concerned = id.map { id in projects.filter { $0.id == id } } ?? projects
    let sides = concerned.compactMap { $0.side(of: partner, asOf: asOf) }
    if sides.contains(.incoming) { return .incoming }
    return sides.isEmpty && !concerned.isEmpty ? .stranger : .party
  }
}

extension ParsedPage {
  /// The page without the blocks and spans that the readers may not see.
  func selected(for readers: Readership, _ standing: Standing) -> ParsedPage {
    var isHidden = directiveMarks.map { !$0.admits(readers, standing) }
    guard isHidden.contains(true) else { return self }
    // Outer directives have higher indices.
    for index in isHidden.indices.reversed() {
      let scope = document.directives[index].scope
      if scope >= 0, isHidden[Int(scope)] { isHidden[index] = true }
    }
    let (pruned, kept) = document.removing { isHidden[$0] }
    return with(pruned, kept.map { directiveMarks[$0] })
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
