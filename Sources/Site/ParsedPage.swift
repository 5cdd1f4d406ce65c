// A page as one file tells it: front matter, text, outline, and who may see which part.

import Languages
package import Syntax
package import Transition

/// One Markdown file after parsing. Shared between editions: a selection that hides nothing hands on the same object.
package final class ParsedPage: Sendable {
  package let identity: PageIdentity
  package let file: SourceFile
  package let frontMatter: Record
  /// The title with its references; positions in it are those of the front matter.
  package let title: TextTemplate
  /// References in the title.
  package let titleReferences: [Reference]
  package let document: MarkdownDocument
  /// For each directive of the document, whom what it holds is for; everyone where it says nothing about that.
  let directiveMarks: [AudienceMark]
  /// The same as the narrowest audience named by it and those around it.
  package let directiveAudiences: [Audience]
  /// The anchors of the headings by this page's own words; equal ones are numbered.
  package let ownAnchors: [String]
  /// Whether a link has to be looked up in the site.
  let hasInternalLinks: Bool
  /// The project it names, by its front matter or its folder.
  package let projectID: String?
  /// The front matter's audience; internal when it says nothing.
  package var audience: Audience { mark.audience }
  /// Whom the page is for, by its front matter.
  let mark: AudienceMark

  init(
    identity: PageIdentity, file: SourceFile, frontMatter: Record, title: TextTemplate, titleReferences: [Reference],
    document: MarkdownDocument, directiveMarks: [AudienceMark]
  ) {
    self.identity = identity
    self.file = file
    self.frontMatter = frontMatter
    self.title = title
    self.titleReferences = titleReferences
    self.document = document
    self.directiveMarks = directiveMarks
    directiveAudiences = Self.narrowest(directiveMarks, document)
    ownAnchors = Anchors.own(document.headings)
    hasInternalLinks = document.hasInternalLinks
    projectID = ProjectScope.named(by: frontMatter, identity)
    mark = AudienceMark(
      audience: frontMatter.audience, parties: frontMatter[PageFields.parties].map(Set.init),
      isForAgents: frontMatter[PageFields.agents] == true)
  }

  /// Who reads the page at the least: its audience, and the incoming provider where it is written for agents.
  package var widestReaders: Audience { mark.widestReaders }

  /// Who reads a place on the page: the page's audience, narrowed by the directives around the place.
  package func audience(inScope scope: Int32) -> Audience {
    scope < 0 ? widestReaders : max(widestReaders, directiveAudiences[Int(scope)])
  }

  var parties: Set<String> { mark.parties ?? [] }

  package var isDraft: Bool { frontMatter[PageFields.status] == "draft" }

  /// The same page with another text: what a selection left of it.
  func with(_ document: MarkdownDocument, _ marks: [AudienceMark]) -> ParsedPage {
    ParsedPage(
      identity: identity, file: document.source, frontMatter: frontMatter, title: title,
      titleReferences: titleReferences, document: document, directiveMarks: marks)
  }

  /// The same text at another place of the site.
  package func at(_ identity: PageIdentity) -> ParsedPage {
    ParsedPage(
      identity: identity, file: file, frontMatter: frontMatter, title: title, titleReferences: titleReferences,
      document: document, directiveMarks: directiveMarks)
  }

  /// A container is complete before the one around it: outer ones have higher indices, so from the outside in.
  private static func narrowest(_ marks: [AudienceMark], _ document: MarkdownDocument) -> [Audience] {
    var audiences = marks.map(\.widestReaders)
    for index in audiences.indices.reversed() {
      let scope = document.directives[index].scope
      if scope >= 0 { audiences[index] = max(audiences[index], audiences[Int(scope)]) }
    }
    return audiences
  }
}
