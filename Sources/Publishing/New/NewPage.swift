// Pages to begin with, in every language of the site: a page, the landing page of a section, questions and answers.

import Syntax

/// Drafts until somebody has written them: what tells writers what to do is not for readers.
enum NewPage: NewSort {
  static let kind = "page"

  static func make(_ name: String, in site: OpenSite) throws -> NewThing {
    try make("page", name, "content/" + name, site)
  }

  static func make(_ text: String, _ name: String, _ stem: String, _ site: OpenSite) throws -> NewThing {
    try NewTexts.checkPage(String(stem.dropFirst("content/".count)), site.languages)
    let files = NewTexts.pages(
      text, stem, site.languages, source: site.source, ["title": NewTexts.title(name)])
    let next = files.map { file in
      "\(file.path):\(NewTexts.line("title:", in: file.text)): the title and the text; "
        + "then delete line \(NewTexts.line("status:", in: file.text)), status: draft"
    }
    return NewThing(files: files, next: next)
  }
}

enum NewSection: NewSort {
  static let kind = "section"

  static func make(_ name: String, in site: OpenSite) throws -> NewThing {
    try NewPage.make("section", name, "content/\(name)/index", site)
  }
}

enum NewQuestions: NewSort {
  static let kind = "faq"
  static let plural: String? = nil

  static func make(_ name: String, in site: OpenSite) throws -> NewThing {
    try NewPage.make("faq", name, "content/" + name, site)
  }
}
