// Tries the places of marks, links, code and raw HTML in texts where a place is hard to find; ⟦ stands at the place.

import Testing

@testable import Syntax

/// What a test looks for in a text.
enum Sought: String, CaseIterable {
  case reference, pageLink, textDirective, leaf, container, link, image, code, html, htmlBlock, error
  case term, footnoteReference, footnote

  func places(in read: ReadText) -> [String] {
    let document = read.document
    switch self {
    case .reference: return document.references.map { read.place($0.span) }
    case .pageLink: return document.pageLinks.map { read.place($0.span) }
    case .textDirective: return document.directives.filter { $0.form == .text }.map { read.place($0.span) }
    case .leaf: return document.directives.filter { $0.form == .leaf }.map { read.place($0.span) }
    case .container: return document.directives.filter { $0.form == .container }.map { read.place($0.span) }
    case .link: return document.links.filter { !$0.isImage }.map { read.place($0.span) }
    case .image: return document.links.filter(\.isImage).map { read.place($0.span) }
    case .term: return document.terms.map { read.place($0.span) }
    case .footnoteReference: return document.footnoteReferences.map { read.place($0.span) }
    case .footnote: return document.footnotes.map { read.place($0.span) }
    case .code: return read.places(.code)
    case .html: return read.places(.htmlInline)
    case .htmlBlock: return read.places(.htmlBlock)
    case .error: return read.diagnostics.sortedForReport().map { read.place($0.place.span) }
    }
  }
}

@Suite struct PositionTests {
  @Test(
    arguments: [
      // Terms, notes and bare addresses.
      (Sought.term, "&amp; åäö ⟦:term[SLA]"), (.term, "| a |\n|---|\n| \\| ⟦:term[å b]{x} |"),
      (.term, "> - *a ⟦:term[b]*"),
      (.footnoteReference, "å&lt;⟦[^1] {{ a.b }}\n\n[^1]: b"), (.footnote, "[^1]\n\n⟦[^1]: *b* å"),
      (.footnote, "[^a-long_one]\n\n> ⟦[^a-long_one]: b\n> c"),
      (.footnoteReference, "| a |\n|---|\n| `x` ⟦[^1] |\n\n[^1]: b"),
      (.link, "å &amp; ⟦www.a.example/å."), (.link, "*(⟦https://a.example/b_c)*"),
      (.link, "e\u{301} \\* ⟦a.b+c@d.example"),
      // Behind what changes the length of a text: entities, escapes, letters of several bytes, tabs.
      (.reference, "&amp; &#x1F600; ⟦{{ a.b }}"), (.reference, "\\* \\{ ⟦{{ a.b }}"),
      (.reference, "åäö 👩‍👩‍👧 ⟦{{ a.b }}"),
      (.reference, "a\tb\t⟦{{ a.b }}"), (.link, "&lt;a&gt; [x\\] ⟦[y](z)"), (.link, "&notanentity; & ⟦[y](z)"),
      (.link, "&copy;&copy;[ ⟦[y](z)"), (.link, "&ngE;&nGt; ⟦[y](z)"), (.link, "e\u{301}\u{301} “q” ⟦[y](z)"),
      (.image, "a! \\![x] ⟦![y](z)"), (.code, "\\`a &grave; ⟦`b`"), (.html, "a < b &lt;i&gt; ⟦<i>c"),
      (.link, "\\<http://a.example> ⟦<http://b.example>"), (.link, "a < b ⟦<http://b.example>"),
      (.link, "&amp;amp; [x] &amp;lt; ⟦[y](z)"), (.link, "&nbsp;&nbsp;a&nbsp;[x] ⟦[y](z)"),
      // Behind code spans and links whose end is hard to find.
      (.reference, "`a\nb` ⟦{{ a.b }}"), (.link, "`[a](b)\n[c](d)` ⟦[y](z)"), (.link, "``a ` [b](c)`` ⟦[y](z)"),
      (.code, "`` a\n``` ⟦`b`"), (.link, "`` [a` ⟦[y](z)"), (.html, "`<b>` ⟦<i>"),
      (.image, "[a](b \"ti\ntle ) [\") ⟦![y](z)"), (.image, "[a](b 'it)s') ⟦![y](z)"),
      (.image, "[a](b (it's ![)) ⟦![y](z)"),
      (.image, "[a](<b) c>) ⟦![y](z)"), (.image, "[a](b<c)⟦![d](e)"), (.image, "[a](b\\)c(d)e)⟦![y](z)"),
      (.image, "[a](b\n> \"x\")\n⟦![y](z)"), (.image, "[a][b\\]c]⟦![y](z)\n\n[b\\]c]: /d"), (.image, "[a]()⟦![y](z)"),
      (.link, "![a [b] c](d \"e [\") ⟦[y](z)"), (.image, "[⟦![a](b)](c)"), (.link, "⟦[![a](b) {{ a.b }}](c)"),
      (.link, "*a **b* c** ⟦[y](z)"), (.link, "~~a [b~~ ⟦[y](z)"), (.link, "a  \n\\\n⟦[y](z)"), (.link, "x*⟦[y](z)*"),
      (.link, "x <!-- [a](b) --> ⟦[y](z)"), (.link, "a <!-- [a]\n(b) --> ⟦[y](z)"), (.link, "<b title=\"[x]\">⟦[y](z)"),
      (.link, "[ ] a ]( ⟦[y](z)"), (.link, "]{ [x]{y} ⟦[y](z)"), (.link, "⟦[\\[](z)"), (.link, "[[ ⟦[y](z)"),
      // In a paragraph that begins with link definitions.
      (.link, "[x]: /y \"z\"\n⟦[x]"), (.link, "> [x]:\n> /y\n> '[z]'\n> [k\\]]: <a b>\n> å ⟦[x]"),
      (.link, "[x]: /y\n⟦[x] z\n==="),
      (.link, "[x]: /y\n(b) ⟦[x]"), (.link, "[x]: /y\n'z' a\n⟦[x]"), (.link, "- [x]: /y\n  [x\\]: ⟦[x]"),
      // In blocks inside blocks, with lines that are continued lazily.
      (.reference, "> a\n> b ⟦{{ a.b }}"), (.reference, "> a\nlazy ⟦{{ a.b }}"), (.link, "> - a\n>   [b\n> ⟦[y](z)"),
      (.link, "> > a\n> b\nc ⟦[y](z)"), (.link, "1. a\n\n   b\n\n   > c ⟦[y](z)"), (.link, "- - - a ⟦[y](z)"),
      (.link, "-\ta\n\n\tb ⟦[y](z)"), (.code, "- a\n\tb ⟦`c`"), (.pageLink, "- [ ] a ⟦[[steps/risks]]"),
      (.reference, "10) a\n    - [x] b\n\n      c ⟦{{ a.b }}"), (.link, ">\ta ⟦[y](z)"),
      (.reference, "> 1. > - a\n⟦{{ a.b }}"),
      (.link, "a [b] ⟦[y](z)\n==="), (.link, "# [b] ⟦[y](z) #"), (.reference, "a\n  b\n   ⟦{{ a.b }}\n---"),
      (.reference, "# ä ⟦{{ a.b }} {#id}"), (.link, "---\ntitle: å\n---\n\n> é ⟦[y](z)"),
      (.leaf, "---\nt: x\n...\n> ⟦::risks{a=b}"),
      (.leaf, "- a\n\n  ⟦::risks"), (.container, "> - å\n>\n>   ⟦:::note\n>   a\n>   :::"),
      (.container, "⟦:::note\n:::  "),
      (.container, "\u{FEFF}å\n\n⟦:::note{a}\n- x\n\n:::"), (.textDirective, "å *⟦:mark[a *b* `]`]{xy}*"),
      (.textDirective, "(⟦:mark[a\nb [c](d)]{xy}"), (.reference, "[a](/x/ \"ti ⟦{{ a.b }}\")"),
      (.reference, "![a](/b/⟦{{ a.b }})"), (.reference, "[a ⟦{{ a.b }}][b]\n\n[b]: /c"),
      (.reference, "[a][b]\n\n[b]: /c⟦{{ a.b }}"),
      (.html, "> å\n> b ⟦<b>c"), (.htmlBlock, "- å\n\n  ⟦<div>\n  b\n  </div>"),
      (.htmlBlock, "a\n\n⟦<!-- b -->"), (.error, "# å {{ a.b }} ⟦{#Å}"), (.error, "å {{ a.b }} ⟦{#ab}"),
    ] as [(Sought, String)])
  func isFound(_ sought: Sought, _ marked: String) {
    let input = MarkedInput(marked)
    let read = ReadText(input.text)
    #expect(sought.places(in: read) == [input.place], "\(read.tree)")
  }

  @Test(
    arguments: [
      (Sought.reference, "| a | b |\n|---|---|\n| \\| å | ⟦{{ a.b }} |"),
      (.link, "| a | b |\n|---|---|\n| `x \\| [` | ⟦[y](z) |"),
      (.pageLink, "| a | b |\n|---|---|\n| [x]( | ⟦[[key|label]] |"),
      (.link, "> | a | b |\n> |---|---|\n> | å | ⟦[y](z) |"),
      (.code, "- x\n\n  | a | b |\n  |---|---|\n  | ` | ⟦`y` |"), (.link, "> - a | b\n>   --|--\n>   å | ⟦[y](z)"),
      (.textDirective, "| a |\n|---|\n| å ⟦:mark[x]{yz} |"), (.html, "| a |\n|---|\n| å &amp; ⟦<b>x |"),
      (.image, "text [\n| a | b |\n|---|---|\n| ⟦![y](z) | |"), (.reference, "| å ⟦{{ a.b }} |\n|---|"),
      (.reference, "text ⟦{{ a.b }}\n| a |\n|---|\n| b |"), (.link, "| a |\n|---|\n| ~~x~~ ⟦[y][k] |\n\n[k]: /z"),
      (.error, "> å | b\n> --|--\n> ⟦]{team} | c"), (.code, "| å |\n|---|\n| ⟦`\\|` |"),
    ] as [(Sought, String)])
  func isFoundInTables(_ sought: Sought, _ marked: String) {
    let input = MarkedInput(marked)
    let read = ReadText(input.text)
    #expect(sought.places(in: read) == [input.place], "\(read.tree)")
  }

  /// The same text with other line ends has the same places.
  @Test(arguments: ["\r\n", "\r"])
  func lineEnds(_ lineEnd: String) {
    let input = MarkedInput("# å\n\n> - a\n>   b ⟦{{ a.b }}\n")
    let read = ReadText(input.text.replacing("\n", with: lineEnd))
    #expect(Sought.reference.places(in: read) == [input.place])
  }

  @Test func spansCoverTheWholeMark() {
    for marked in ["å ⟦{{ a.b, long }}⟧ b", "å ⟦[[a/b#c|d e]]⟧ b", "å ⟦[a](b \"c\")⟧ d", "> ⟦::risks{a=b}⟧ "] {
      let input = MarkedInput(marked)
      let document = ReadText(input.text).document
      let spans =
        document.references.map(\.span) + document.pageLinks.map(\.span) + document.links.map(\.span)
        + document.directives.map(\.span)
      #expect(spans.map(document.source.text) == [input.content])
    }
  }
}
