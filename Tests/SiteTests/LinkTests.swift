// Links by key and by path: where they lead, and what is said of those that lead nowhere.

import Site
import Syntax
import TestSites
import Testing

@Suite struct LinkTests {
  private let files = [
    "index.sv.md": page("Hem"), "contact.sv.md": page("Kontakt", "", "## Telefon"),
    "steps/index.sv.md": page("Steg"), "steps/risks.sv.md": page("Risker", "", "## Trösklar\n\n## Egen {#own}"),
    "steps/deep/night.sv.md": page("Natt"), "other/night.sv.md": page("Annan natt"),
    "projects/p/risks.sv.md": page("Projektets risker"), "projects/p/plan.sv.md": page("Plan"),
    "projects/p/project.yaml": "name: n\ntype: insourcing\nstart: 2026-01-01\n",
    "projects/q/project.yaml": "name: n\ntype: insourcing\nstart: 2026-01-01\n",
    "secret.sv.md": page("Hemlig", "audience: team"), "steps/plan.pdf": "pdf", "img/logo.png": "",
    "img/team.png": "",
  ]
  private let configuration = SmallSite.configuration + "\nfiles: { img/: public, img/team.png: team }\n"

  /// The site with one more page, `steps/here`, of this text.
  private func site(_ body: String, at path: String = "steps/here", _ fields: String = "") -> SmallSite {
    SmallSite(files.merging(["\(path).sv.md": page("Här", fields, body)]) { $1 }, configuration: configuration)
  }

  @Test(arguments: [
    ("[[contact]]", "<a href=\"../../contact/index.html\">Kontakt</a>"),
    ("[[contact|ring oss]]", "<a href=\"../../contact/index.html\">ring oss</a>"),
    ("[[contact#telefon]]", "<a href=\"../../contact/index.html#telefon\">Kontakt</a>"),
    ("[[steps/risks]]", "<a href=\"../risks/index.html\">Risker</a>"),
    ("[[steps]]", "<a href=\"../index.html\">Steg</a>"),
    ("[[steps/index]]", "<a href=\"../index.html\">Steg</a>"),
    ("[[index]]", "<a href=\"../../index.html\">Hem</a>"),
    ("[[plan]]", "<a href=\"../../projects/p/plan/index.html\">Plan</a>"),
    ("[x](risks.md)", "<a href=\"../risks/index.html\">x</a>"),
    ("[x](risks.sv.md#own)", "<a href=\"../risks/index.html#own\">x</a>"),
    ("[x](risks.de.md)", "<a href=\"../risks/index.html\">x</a>"),
    ("[x](risks/)", "<a href=\"../risks/index.html\">x</a>"),
    ("[x](./risks)", "<a href=\"../risks/index.html\">x</a>"),
    ("[x](../contact.md)", "<a href=\"../../contact/index.html\">x</a>"),
    ("[x](/contact.md)", "<a href=\"../../contact/index.html\">x</a>"),
    ("[x](../index.md)", "<a href=\"../../index.html\">x</a>"),
    ("[x](#fot)\n\n## Fot", "<a href=\"#fot\">x</a>"),
    ("[[here#fot]]\n\n## Fot", "<a href=\"#fot\">Här</a>"),
    (
      "[x](plan.pdf)",
      "<a href=\"../../../files/steps/plan.pdf\">x <span class=\"attachment\">(PDF, 1\u{A0}kB)</span></a>"
    ),
    (
      "![logga](../img/logo.png)",
      "<img src=\"../../../files/img/logo.png\" alt=\"logga\" width=\"120\" height=\"40\" loading=\"lazy\" decoding=\"async\">"
    ),
    ("[x](https://a.example/?a=1&b=2)", "<a href=\"https://a.example/?a=1&amp;b=2\">x</a>"),
    ("[x](mailto:a@b.example)", "<a href=\"mailto:a@b.example\">x</a>"),
    ("[vi]([[contact]])", "<a href=\"../../contact/index.html\">vi</a>"),
  ])
  func leadsThere(_ body: String, _ html: String) throws {
    let built = try site(body).build()
    #expect(built.diagnostics.lines == [])
    let text = try built.body("sv/steps/here/")
    #expect(text.hasPrefix("<p>\(html)</p>\n"), "\(text)")
  }

  @Test func aKeyMeansThePageOfTheProjectFirst() throws {
    let inside = try site("[[risks]]", at: "projects/p/here").build()
    #expect(inside.diagnostics.lines == [])
    #expect(try inside.body("sv/projects/p/here/") == "<p><a href=\"../risks/index.html\">Projektets risker</a></p>\n")
    let named = try site("[[risks]]", at: "here", "project: p").build()
    #expect(try named.body("sv/here/").contains("projects/p/risks/"))
  }

  @Test(arguments: [
    ("‸[[night]]", "link", "write one of [[other/night]], [[steps/deep/night]]"),
    ("Text ‸[[kontact]]", "link", "did you mean [[contact]]?"),
    ("Å Ä ‸[[nowhere-at-all]]", "link", nil),
    ("‸[[contact#telefn]]", "link", "did you mean \"telefon\"?"),
    ("‸[x](riskz.md)", "link", "did you mean [[steps/risks]]?"),
    ("‸[x](../../../up.md)", "link", "correct the path, or link by key: [[key]]"),
    ("‸[x](plan.docx)", "link", nil),
    ("‸![x](../img/none.png)", "link", nil),
    ("a ‸[x](#nix)", "link", nil),
    ("‸[x](#)", "", nil),
  ])
  func saysWhatIsWrong(_ body: String, _ id: String, _ help: String?) throws {
    let site = site(body)
    let built = try site.build()
    #expect(built.diagnostics.lines == (id.isEmpty ? [] : site.marks.map { "\(id) \($0)" }))
    if let help { #expect(built.diagnostics.first?.help == help) }
  }

  @Test(arguments: ["‸[[secret]]", "‸[x](../secret.md)", "‸![lag](../img/team.png)", "‸[x](plan.pdf)"])
  func whatIsHiddenIsNotUnknown(_ body: String) throws {
    // The page is public: a file without a rule is internal.
    let site = site(body, "audience: public")
    for edition in ["open", "board"] {
      let built = try site.build(edition)
      #expect(built.diagnostics.lines == site.marks.map { "V58 \($0)" }, "\(edition)")
      for finding in built.diagnostics {
        let words = [finding.message, finding.rule ?? "", finding.help ?? ""].joined(separator: " ")
        #expect(!words.contains("Hemlig"))
        #expect(words.contains("(public)"))
      }
    }
  }

  @Test func aSuggestionNamesNothingHidden() throws {
    let site = site("‸[[secrte]]", "audience: public")
    let open = try site.build("open")
    #expect(open.diagnostics.lines == site.marks.map { "link \($0)" })
    #expect(open.diagnostics.first?.help == nil)
  }

  @Test func anAmbiguousKeyNamesNothingHidden() throws {
    var files = files
    files["dark/night.sv.md"] = page("Mörk", "audience: team")
    files["here.sv.md"] = page("Här", "", "‸[[night]]")
    let site = SmallSite(files, configuration: configuration)
    let help = try #require(try site.build("wiki").diagnostics.first?.help)
    #expect(help.contains("[[other/night]]") && !help.contains("dark"))
  }

  @Test func anAudienceBlockMayLinkToItsOwn() throws {
    let built = try site(":::audience{team}\n[[secret]]\n:::").build("team")
    #expect(built.diagnostics.lines == [])
    #expect(try built.body("sv/steps/here/").contains("href=\"../../secret/index.html\""))
    #expect(try site(":::audience{team}\n[[secret]]\n:::").build("wiki").body("sv/steps/here/") == "")
  }

  @Test func aTranslationsOwnWordsAreNoAnchor() throws {
    var files = files
    files["contact.de.md"] = page("Kontakt", "source: sv", "## Fernsprecher")
    files["index.de.md"] = page("Start", "source: sv", "[[contact#telefon]] ‸[[contact#fernsprecher]]")
    let site = SmallSite(files, configuration: configuration)
    #expect(
      try site.build().diagnostics.lines == site.marks.map { "link \($0)" }, "its heading has the source's anchor")
  }

  @Test func onlyFilesThatAreLinkedArePartOfAnEdition() throws {
    let built = try site("[x](plan.pdf)").build()
    #expect(built.site.files.map(\.path) == ["steps/plan.pdf"])
    #expect(built.plan.outputs.contains { $0.path == "files/steps/plan.pdf" && $0.mediaType == "application/pdf" })
  }
}
