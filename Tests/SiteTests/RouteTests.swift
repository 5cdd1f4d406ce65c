// Identity, routes, order and neighbours: which page stands where, in every language.

import Site
import Syntax
import TestSites
import Testing

@Suite struct RouteTests {
  @Test(arguments: [
    ("index.sv.md", "", "", true, "sv"), ("contact.de.md", "contact", "", false, "de"),
    ("steps/index.sv.md", "steps", "steps", true, "sv"),
    ("steps/day-1/night-2.pt-BR.md", "steps/day-1/night-2", "steps/day-1", false, "pt-BR"),
  ])
  func readsAnIdentity(_ path: String, _ key: String, _ folder: String, _ isIndex: Bool, _ language: String) throws {
    let identity = try PageIdentity(path: path)
    #expect(identity.key == key && identity.folder == folder)
    #expect(identity.isIndex == isIndex && identity.language.code == language)
  }

  @Test(arguments: [
    "risks.md", "risks.SV.md", "risks.sv.old.md", "Risks.sv.md", "risker å.sv.md", "a_b.sv.md", "Steps/risks.sv.md",
    "con.sv.md", "steps/.sv.md", ".sv.md",
  ])
  func refusesAName(_ path: String) {
    #expect(throws: PageIdentity.Problem.self) { try PageIdentity(path: path) }
  }

  private let nested = [
    "index.sv.md": page("Hem"), "index.de.md": page("Start", "source: sv"),
    "contact.sv.md": page("Kontakt", "slug: kontakt"), "contact.de.md": page("Kontakt", "source: sv"),
    "steps/index.sv.md": page("Steg", "slug: steg"),
    "steps/index.de.md": page("Schritte", "source: sv\nslug: schritte"),
    "steps/risks.sv.md": page("Risker", "slug: risker"), "steps/risks.de.md": page("Risiken", "source: sv"),
    "steps/deep/night.sv.md": page("Natt"), "steps/deep/night.de.md": page("Nacht", "source: sv"),
    "loose/alone.sv.md": page("Ensam"), "loose/alone.de.md": page("Allein", "source: sv"),
  ]

  @Test func aSlugIsOfItsLanguageAndElseTheKey() throws {
    let built = try SmallSite(nested).build()
    #expect(built.diagnostics.lines == [])
    #expect(
      built.site.pages.map(\.route).sorted() == [
        "de/", "de/contact/", "de/loose/alone/", "de/schritte/", "de/schritte/deep/night/", "de/schritte/risks/",
        "sv/", "sv/kontakt/", "sv/loose/alone/", "sv/steg/", "sv/steg/deep/night/", "sv/steg/risker/",
      ])
  }

  @Test func landingPagesAndSections() throws {
    let site = try SmallSite(nested).build().site
    let sections = Dictionary(uniqueKeysWithValues: site.sections.map { ($0.key, $0) })
    func keys(_ section: String) -> [String]? { sections[section]?.members.map { site.groups[$0].key } }
    #expect(Set(sections.keys) == ["", "steps", "steps/deep", "loose"])
    #expect(keys("") == ["contact", "loose/alone", "steps"], "a subsection is there by its landing page")
    #expect(keys("steps") == ["steps/deep/night", "steps/risks"], "a folder without one lends its pages")
    #expect(keys("steps/deep") == [] && keys("loose") == [])
    #expect(sections["steps/deep"]?.landing == -1)
    #expect(try #require(sections[""]).parent == -1)
    let steps = try #require(site.groups.first { $0.key == "steps" })
    #expect(site.sections[steps.landingOf].key == "steps" && site.sections[steps.section].key == "")
  }

  @Test func theOrderIsTheSourcesInEveryLanguage() throws {
    let site = try SmallSite([
      "index.sv.md": page("Hem"), "a.sv.md": page("A", "order: 30"), "b.sv.md": page("B"),
      "c.sv.md": page("C", "order: 2"),
      "d.sv.md": page("D", "order: 30"), "c.de.md": page("C", "source: sv\norder: 99"), "aa.sv.md": page("AA"),
    ]).build().site
    let home = try #require(site.sections.first { $0.key.isEmpty })
    #expect(home.members.map { site.groups[$0].key } == ["c", "a", "d", "aa", "b"])
  }

  @Test func theOrderOfTheFirstLanguageIsNotTheSources() throws {
    let site = try SmallSite([
      "index.sv.md": page("Hem"), "a.de.md": page("A", "order: 1"), "a.sv.md": page("A", "source: de\norder: 9"),
      "b.sv.md": page("B", "order: 5"),
    ]).build().site
    let home = try #require(site.sections.first { $0.key.isEmpty })
    #expect(home.members.map { site.groups[$0].key } == ["a", "b"], "German is the source of a")
  }

  @Test func aNameThatIsNoPagesIsReported() {
    let site = SmallSite([
      "index.sv.md": page("Hem"), "risks.md": page("R"), "Risk.sv.md": page("R"), "a.it.md": page("A"),
    ])
    #expect(
      site.findings().lines == [
        "file-name content/Risk.sv.md", "file-name content/a.it.md", "file-name content/risks.md",
      ])
  }
}
