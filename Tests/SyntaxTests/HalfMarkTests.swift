// Tries marks that are broken or cut in half: each is an error at its opening, never text.

import Testing

@testable import Syntax

@Suite struct HalfMarkTests {
  @Test(arguments: [
    // Text directives without their end, or with an end that other markup cuts off.
    "å ⟦:audience[secret", "å ⟦:audience[secret]", "å ⟦:audience[secret] {team}", "å ⟦:audience[secret]{team",
    "⟦:audience[a\n\nb]{team}", "- ⟦:audience[a\n- b]{team}", "> ⟦:audience[a\n\n]{team}", "# ⟦:audience[a\nb]{team}",
    "*a ⟦:audience[b* c]{team}", "a ⟦:audience[*b]{team} c*", "[⟦:audience[a](b) c]{team}", "⟦:audience[`a]{team}`",
    "⟦:audience[a `b]{team} c` d", "**⟦:audience[a** b]{team}", "⟦:audience[<b title=\"]{team}\">",
    "⟦:au[secret]{team}",
    "~~a ⟦:audience[b]{team", "⟦:audience[a <http://x.example/]{team}>", "⟦:audience[x]{}", "⟦:audience[a [b]{team}",
    "| a | b |\n|---|---|\n| ⟦:audience[x | y]{team} |", "⟦:audience[a\n| b]{team} |\n|---|\n| c |",
    "![⟦:audience[a](b) c]{team}", "⟦:audience[a\n```\n]{team}\n```",
    // Their end without an opening.
    "secret⟦]{team}", "a *secret⟦]{team}* b", "- x\n- å⟦]{team}", "[a](b) `[` c⟦]{team}",
    "| a |\n|---|\n| b⟦]{team} |",
    "\\:x b&amp;⟦]{team}", "[a]{b} c⟦]{team}", "# a⟦]{team}",
    // Containers.
    "⟦:::note\na", "> ⟦:::note\n\n:::", "- ⟦:::note\n  a\n\n:::", "⟦:::", "a\n\n⟦:::\n", "> a\n\n- ⟦:::",
    ":::note\n:::\n⟦:::",
    "⟦:::audience{team}\n- a\n  :::", "⟦:::audience{team}\n> :::", "⟦:::note\n:::audience{team}\n:::\n",
    "⟦:::note\n```\n:::\n```",
    // References, page links, ids.
    "å ⟦{{ a.b", "a ⟦{{ b }\n}", "⟦{{ a\n}}", "*⟦{{ a* b", "&amp; ⟦{{ a", "\\*⟦{{ a", "# ⟦{{ a }", "[⟦{{ a](b)",
    "⟦{{ }}",
    "⟦{{ a b }}", "⟦{{ a, }}", "⟦{{ , a }}", "⟦{{ å }}", "a ⟦[[b c]]", "⟦[[a|]]", "⟦[[a#B]]", "⟦[[a#b#c]]", "a ⟦{#id}",
    "# a\n\n- b ⟦{#id}", "# å ⟦{#Ä}", "> # å ⟦{#a b}", "| a |\n|---|\n| b ⟦{#id}",
    // Directive lines.
    "::risks⟦ x", "::risks{a=b}⟦ c", "::risks{⟦=a}", "::risks{a=b ⟦a=c}", "::risks⟦{a=b",
    "> :::note⟦{\"}\n> :::", "a\n5. ⟦::risks", "::risks{⟦a=}", "::risks⟦ -->", "⟦{{ a --> b }}",
    // What stands for our marks while cmark reads.
    "å ⟦&#xFDD0;00", "⟦&#64976;", "[a](b⟦&#xfdef;)", "⟦&#X0FDD0;", "# ⟦&#xFDD0;",
    // A mark in the label of a definition that nothing uses.
    "[a ⟦{{ b }}]: /c", "[a]: /c \"⟦[[b]]\"",
  ])
  func isAnError(_ marked: String) {
    let input = MarkedInput(marked)
    let read = ReadText(input.text)
    let errors = read.errors
    #expect(errors.contains { $0.hasPrefix(input.place + " ") }, "\(errors) in \(read.tree)")
  }

  @Test func messagesNameTheRuleAndTheRemedy() {
    for text in [
      "a :audience[b", "a]{team}", "{{ a", "[[a b]] [[a|]]", ":::note", ":::", "a {#b}", "::risks x", "::r{a=b a=c}",
    ] {
      for diagnostic in ReadText(text).diagnostics {
        #expect(!diagnostic.message.isEmpty && diagnostic.rule?.isEmpty == false && diagnostic.help?.isEmpty == false)
      }
    }
  }

  @Test func containersNest() {
    let read = ReadText(":::note\n:::audience{team}\n- a\n\n  :::tip\n  b\n  :::\n:::\n> c\n\n:::\n")
    #expect(
      read.tree
        == "note(audience(list(item(paragraph(text\"a\") tip(paragraph(text\"b\"))))) blockQuote(paragraph(text\"c\")))"
    )
    #expect(read.errors == [])
    let directives = read.document.directives
    #expect(
      directives.map { $0.scope < 0 ? "-" : directives[Int($0.scope)].name }.sorted() == ["-", "audience", "note"])
  }

  @Test func scopesName() {
    let read = ReadText("{{ a }}\n\n:::note\n{{ b }} :audience[{{ c }} [[d]]]{team} [e]({{ f }})\n:::\n")
    let names = read.document.references.map { reference in
      "\(reference.path) \(reference.scope < 0 ? "-" : read.document.directives[Int(reference.scope)].name)"
    }
    #expect(names.sorted() == ["a -", "b note", "c audience", "f note"])
    #expect(read.document.pageLinks.map { read.document.directives[Int($0.scope)].name } == ["audience"])
  }

  @Test func arguments() {
    let read = ReadText("::risks{top, min-score=8 caption=\"Våra }risker, \" x=a:b}\n\n:mark[a]{b c=d}")
    let arguments = read.document.directives.map { $0.arguments.map { "\($0.name)=\($0.value)" } }
    #expect(arguments == [["=top", "min-score=8", "caption=Våra }risker, ", "x=a:b"], ["=b", "c=d"]])
    #expect(read.place(read.document.directives[0].arguments[2].span) == "1:26")
  }
}
