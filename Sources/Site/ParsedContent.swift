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

  package init(
    configuration: SiteConfiguration, pages: [ParsedPage], projects: [TransitionProject], glossary: Glossary,
    files: [ContentFile]
  ) {
    self.configuration = configuration
    self.pages = pages
    self.projects = projects
    self.glossary = glossary
    self.files = files
  }

  package func project(_ id: String) -> TransitionProject? { projects.first { $0.id == id } }

  /// Who may have a file that lies beside the pages.
  package func audience(ofFile path: String) -> Audience {
    FileRule.find(path, in: configuration)?.audience ?? .internal
  }
}
