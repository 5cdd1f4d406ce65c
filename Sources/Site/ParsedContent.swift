// Everything in `content` after parsing: pages, projects, files; whole, or what one audience may see of it.

import Languages
import Syntax
package import Transition

package struct ParsedContent: Sendable {
  package let configuration: SiteConfiguration
  /// In the order of their paths, so that the languages of a page are neighbours.
  package var pages: [ParsedPage]
  /// In the order of their ids.
  package var projects: [TransitionProject]
  package var glossary: Glossary
  /// The files that are neither pages nor data, in the order of their paths.
  package var files: [ContentFile]
  /// The project that a folder's landing page names, by folder.
  private let landingProjects: [String: String]
  /// Keys of pages that are drafts in their source language: their translations are drafts, too.
  private let drafts: Set<String>

  package init(
    configuration: SiteConfiguration, pages: [ParsedPage], projects: [TransitionProject], glossary: Glossary,
    files: [ContentFile]
  ) {
    self.configuration = configuration
    self.pages = pages
    self.projects = projects
    self.glossary = glossary
    self.files = files
    let landings = pages.lazy.filter { $0.identity.isIndex }.compactMap { page in
      page.projectID.map { (page.identity.key, $0) }
    }
    landingProjects = Dictionary(landings) { first, _ in first }
    drafts = Set(pages.lazy.filter { $0.isDraft && $0.frontMatter[PageFields.source] == nil }.map(\.identity.key))
  }

  /// The project that the pages of a folder are about: that of the nearest landing page around them that names one.
  func project(ofFolder folder: String) -> String? {
    if let id = landingProjects[folder] { return id }
    guard let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return folder.isEmpty ? nil : landingProjects[""]
    }
    return project(ofFolder: String(folder[..<slash]))
  }

  /// Whether a page is not approved yet, itself or in the language it is translated from.
  package func isDraft(_ page: ParsedPage) -> Bool { page.isDraft || drafts.contains(page.identity.key) }

  package func project(_ id: String) -> TransitionProject? { projects.first { $0.id == id } }

  /// Who may have a file that lies beside the pages.
  package func audience(ofFile path: String) -> Audience {
    FileRule.find(path, in: configuration)?.audience ?? .internal
  }
}
