// A merged value → HTML: marked with its language when that is not the page's; Markdown of the data as inlines.

import Markup
import Site
import Transition

extension MergedText {
  /// The text where no markup may stand: in an attribute, in the contents.
  var plainText: String {
    guard isMarkdown, !DataMarkdown.isPlain(text) else { return text }
    return DataMarkdown.document(text).plainText(of: 0)
  }

  /// Whether there is a list or another block in it, which may not stand inside a paragraph.
  var holdsBlocks: Bool {
    guard isMarkdown, !DataMarkdown.isPlain(text) else { return false }
    let document = DataMarkdown.document(text)
    return document.children(of: 0).contains { document.nodes[Int($0)].kind != .paragraph }
  }
}

enum MergedTextMarkup {
  static func append(_ text: MergedText, to html: inout Markup) {
    guard let language = text.language else { return content(text, &html) }
    html.element(text.holdsBlocks ? "div" : "span", [.language(language.code)]) { content(text, &$0) }
  }

  /// Several beside each other.
  static func append(_ texts: [MergedText], to html: inout Markup) {
    for (index, text) in texts.enumerated() {
      if index > 0 { html.text(" · ") }
      append(text, to: &html)
    }
  }

  private static func content(_ text: MergedText, _ html: inout Markup) {
    guard text.isMarkdown, !DataMarkdown.isPlain(text.text) else { return html.text(text.text) }
    var writer = MarkdownMarkup(document: DataMarkdown.document(text.text), style: .fragment, resolver: nil)
    writer.appendInlineContent(to: &html)
  }
}
