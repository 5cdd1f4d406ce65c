// Footnotes, and the meaning of a page's terms: collected while the text is written, set behind it.

import Markup
import Syntax

/// A note that the text has led to, and how often.
package struct UsedNote: Sendable {
  let id: String
  var references: Int
}

extension MarkdownMarkup {
  // MARK: Footnotes

  /// The anchors have a colon, which no heading's has.
  private static func anchor(ofNote number: Int) -> String { "fn:\(number)" }

  private static func anchor(ofReference number: Int, _ count: Int) -> String {
    count == 1 ? "fnref:\(number)" : "fnref:\(number):\(count)"
  }

  /// Notes are numbered in the order in which the text leads to them.
  mutating func noteReference(_ reference: Footnote, _ html: inout Markup) {
    guard !isInLink else { return }
    let index = notes.firstIndex { $0.id == reference.id } ?? notes.count
    if index == notes.count { notes.append(UsedNote(id: reference.id, references: 0)) }
    notes[index].references += 1
    let number = index + 1
    html.element("sup", [.class("footnote-reference"), .id(Self.anchor(ofReference: number, notes[index].references))])
    {
      $0.element(
        "a",
        [
          .href(WebAddress(route: "#" + Self.anchor(ofNote: number))),
          .label(word("footnote", ["number": String(number)])),
        ], text: String(number))
    }
  }

  /// A note may lead to another one, so the list grows while it is written.
  mutating func appendNotes(to html: inout Markup) {
    guard !notes.isEmpty else { return }
    startLine(&html)
    html.open("section", [.class("footnotes"), .label(word("footnotes"))])
    html.element("h2", text: word("footnotes"))
    html.open("ol")
    var index = 0
    while index < notes.count {
      appendNote(index, to: &html)
      index += 1
    }
    html.close("ol")
    html.close("section")
    endLine(&html)
  }

  private mutating func appendNote(_ index: Int, to html: inout Markup) {
    guard let note = document.footnotes.first(where: { $0.id == notes[index].id }) else { return }
    html.open("li", [.id(Self.anchor(ofNote: index + 1))])
    html.open("p")
    typesetting = .init()
    inlines(below: note.node, &html)
    html.close("p")
    html.text(" ")
    let back = WebAddress(route: "#" + Self.anchor(ofReference: index + 1, 1))
    let label = word("footnote-back", ["number": String(index + 1)])
    html.element("a", [.class("footnote-back"), .href(back), .label(label)], text: "↩\u{FE0E}")
    html.close("li")
  }

  // MARK: Terms

  /// A word that leads to its meaning below the text; one that the glossary does not have is a word.
  mutating func term(_ index: Int, _ html: inout Markup) {
    let label = document.terms[index].label
    guard !isInLink, let meaning = resolver?.term(index) else { return html.text(label) }
    if !terms.contains(where: { $0.id == meaning.id }) { terms.append(meaning) }
    html.element("a", [.class("term"), .href(WebAddress(route: "#term:" + meaning.id))], text: label)
  }

  mutating func appendTerms(to html: inout Markup) {
    guard !terms.isEmpty else { return }
    startLine(&html)
    html.element("section", [.class("terms"), .label(word("terms-on-page"))]) { html in
      html.element("h2", text: word("terms-on-page"))
      html.element("dl") { html in
        for term in terms {
          html.element("dt", [.id("term:" + term.id)]) { MergedTextMarkup.append(term.name, to: &$0) }
          html.element("dd") { MergedTextMarkup.append(term.definition, to: &$0) }
        }
      }
    }
    endLine(&html)
  }
}
