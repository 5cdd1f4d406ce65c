// The assembled site of one edition: pages with their routes, sections, translations and resolved links.

package import Languages
package import Syntax
package import Transition

/// What one edition shows on one day. Everything later stages need is looked up here; nothing hidden is in it.
package struct Site: Sendable {
  package let edition: Edition
  package let asOf: AsOf
  package let configuration: SiteConfiguration
  /// In the order of `site.yaml`; a page's `language` is an index into it.
  package let languages: [Language]
  package let projects: [TransitionProject]
  package let glossary: Glossary
  package let groups: [PageGroup]
  package let pages: [SitePage]
  package let sections: [Section]
  /// Files beside the pages that a page of this edition links to, and the logo; in the order of their paths.
  package let files: [ContentFile]
  package let logo: ContentFile?
  /// Where values merged into pages come from.
  package let uses: [FieldUse]

  /// A file that a page links to.
  package func file(_ path: String) -> ContentFile? {
    let index = files.partitioningIndex { !$0.path.utf8.lexicographicallyPrecedes(path.utf8) }
    return index < files.count && files[index].path == path ? files[index] : nil
  }
}

/// One page in all its languages.
package struct PageGroup: Sendable {
  package let key: String
  /// Indices into `Site.pages`, one per language of the site.
  package var pages: [Int]
  /// The section whose landing page it is, or -1.
  package let landingOf: Int
  /// The section of its folder, which its route goes through; -1 for the home page.
  package let folder: Int
  /// The section it is read in: its folder's, or the nearest around that has a landing page; -1 for the home page.
  package let section: Int
}

/// A page in one language.
package struct SitePage: Sendable {
  /// The text that is shown; another language's where the translation is missing.
  package let source: ParsedPage
  package let language: Int
  package let isFallback: Bool
  package let group: Int
  /// Path of its folder in the edition, ending in `/`: `sv/steps/risks/`.
  package let route: String
  package let title: String
  package let anchors: [String]
  /// Index into `Site.projects`, or -1.
  package let project: Int
  /// Where links lead, as the document's `links` and `pageLinks`; empty when all links leave the site.
  package var destinations: LinkDestinations
}

/// The pages of one folder, in reading order.
package struct Section: Sendable {
  package let key: String
  /// The section around it, or -1.
  package let parent: Int
  /// The landing page's group, or -1 when the folder has none (or this audience may not see it).
  package let landing: Int
  /// Groups of its pages and of the landing pages of its subsections.
  package let members: [Int]
}

/// A place where a value of the data is shown: for "where is this used", impact and review.
package struct FieldUse: Sendable {
  /// Index into `Site.pages`.
  package let page: Int
  package let project: String
  package let collection: String
  /// The record's id; nil when the place shows every record of the collection.
  package let record: String?
  package let fields: [String]
  package let span: SourceSpan

  package init(page: Int, project: String, collection: String, record: String?, fields: [String], span: SourceSpan) {
    self.page = page
    self.project = project
    self.collection = collection
    self.record = record
    self.fields = fields
    self.span = span
  }
}
