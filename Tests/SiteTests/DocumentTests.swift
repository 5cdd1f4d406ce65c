// Documents for readers outside the house: who may have them, and who looked at what they say of their authors.

import Site
import Syntax
import TestSites
import Testing

@Suite struct DocumentTests {
  private func site(_ settings: String, _ body: String = "[x](docs/a.pdf)", _ fields: String = "audience: public")
    -> SmallSite
  {
    SmallSite(
      [
        "index.sv.md": page("Hem", fields, body), "docs/a.pdf": "pdf", "docs/b.DOCX": "docx", "docs/c.txt": "text",
        "docs/d.avif": "x",
      ],
      configuration: SmallSite.configuration + "\n" + settings)
  }

  @Test(arguments: [
    ("files: { docs/a.pdf: ‸public }", ["open", "svarsund", "ponteluna"]),
    ("files: { docs/: ‸{ audience: public } }", ["open", "svarsund", "ponteluna"]),
    ("files: { docs/: { audience: public, metadata: keep }, docs/a.pdf: ‸public }", ["open", "svarsund", "ponteluna"]),
  ])
  func itsPropertiesAreReported(_ settings: String, _ editions: [String]) throws {
    let site = site(settings)
    for edition in ["open", "svarsund", "ponteluna", "wiki", "team", "board"] {
      let found = try site.build(edition).diagnostics
      #expect(
        found.lines == (editions.contains(edition) ? site.marks.map { "attachment-metadata \($0)" } : []), "\(edition)")
      #expect(found.allSatisfy { $0.severity == .warning && $0.message.contains("docs/a.pdf") })
    }
  }

  @Test(arguments: [
    "files: { docs/a.pdf: { audience: public, metadata: keep } }",
    "files: { docs/: { audience: public, metadata: keep } }",
    "files: { docs/: public, docs/a.pdf: { audience: public, metadata: keep } }",
  ])
  func theyMayBeKept(_ settings: String) throws {
    let built = try site(settings).build("open")
    #expect(built.diagnostics.lines == [])
    #expect(built.site.files.map(\.path) == ["docs/a.pdf"])
  }

  @Test func onlyWhatGoesOutIsLookedAt() throws {
    let settings = "files: { docs/: public }"
    #expect(try site(settings, "Text.").build("open").diagnostics.lines == [], "no page links to one")
    #expect(try site(settings, "[x](docs/c.txt)").build("open").diagnostics.lines == [], "a text has no properties")
    #expect(try site(settings, "[x](docs/b.DOCX)").build("open").diagnostics.count == 1)
    #expect(
      try site(settings, "[x](docs/d.avif)").build("open").diagnostics.count == 1, "what is not known is not plain")
    let partner = "audience: partner"
    #expect(try site("files: { docs/: partner }", "[x](docs/a.pdf)", partner).build("svarsund").diagnostics.count == 1)
    #expect(try site("files: { docs/: partner }", "[x](docs/a.pdf)", partner).build("open").diagnostics.lines == [])
  }

  @Test func anAttachmentIsInternalUnlessItIsOpened() throws {
    let site = site("files: { docs/b.DOCX: { audience: public, metadata: keep } }", "‸[x](docs/a.pdf)")
    #expect(try site.build("open").diagnostics.lines == site.marks.map { "V58 \($0)" })
    #expect(try site.build("open").site.files.isEmpty)
  }

  @Test(arguments: [
    ("files: { docs/a.pdf: ‸{ metadata: keep } }", "V04"), ("files: { docs/a.pdf: ‸publik }", "V04"),
    ("files: { docs/a.pdf: { audience: public, metadata: ‸remove } }", "V04"),
    ("files: { docs/a.pdf: { audience: public, ‸metdata: keep } }", "V03"),
  ])
  func anEntryIsAnAudienceOrSaysMore(_ settings: String, _ id: String) {
    let site = site(settings)
    #expect(site.findings().lines == site.marks.map { "\(id) \($0)" })
  }
}
