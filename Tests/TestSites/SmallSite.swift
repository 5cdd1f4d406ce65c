// A small site written inside a test, run through the real stages in memory: parse, select, assemble, plan, render.

import Foundation
import Languages
package import Publishing
package import Rendering
package import Site
package import Syntax
import Transition

/// Files by their path; below `content/` unless they begin with `templates/`. A mark `‸` in a text is a place to
/// compare findings with.
package struct SmallSite: Sendable {
  package let tree: SourceTree
  /// `content/index.sv.md:3:5` for every mark, in the order of the paths.
  package let marks: [String]
  /// Files that are only copied, by their path below `content`.
  private let attached: [String: [UInt8]]

  package struct Failed: Error {
    package let lines: [String]
  }

  /// Two languages, Swedish first; an edition for every audience, the partner's one for each side.
  package static let configuration = """
    name: { sv: "Överlämning", de: "Übergabe" }
    languages: [sv, de]
    sourceLanguage: sv
    timezone: Europe/Stockholm
    editions:
      open: { audience: public, url: "https://open.example/hjalp" }
      svarsund: { audience: partner, partner: svarsund, url: "https://svarsund.example" }
      ponteluna: { audience: partner, partner: ponteluna, url: "https://ponteluna.example" }
      wiki: { audience: internal, url: "https://wiki.example" }
      team: { audience: team, url: "https://team.example" }
      board: { audience: restricted, url: "https://board.example" }
    """

  package init(
    _ files: [String: String], ignored: [String] = [], refused: [String] = [], configuration: String = configuration
  ) {
    var entries: [SourceTree.Entry] = []
    var marks: [String] = []
    var attached: [String: [UInt8]] = [:]
    var all = Dictionary(uniqueKeysWithValues: files.map { (Self.path($0.key), $0.value) })
    if all[SiteConfiguration.path] == nil { all[SiteConfiguration.path] = configuration }
    for (path, marked) in all.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      let text = MarkedText(marked)
      marks += text.marks.map { "\(path):\($0)" }
      let isRead = [".md", ".yaml", ".csv", ".mustache", ".css", ".png", ".svg"].contains { path.hasSuffix($0) }
      let bytes = path.hasSuffix(".png") && text.text.isEmpty ? Self.png(120, 40) : Array(text.text.utf8)
      if !isRead { attached[String(path.dropFirst("content/".count))] = bytes }
      entries.append(SourceTree.Entry(path: path, bytes: isRead ? bytes : nil, size: bytes.count))
    }
    tree = SourceTree(entries: entries, ignored: ignored, refused: refused)
    self.marks = marks
    self.attached = attached
  }

  /// The beginning of a PNG of that size, which is what an empty `.png` stands for.
  package static func png(_ width: UInt8, _ height: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, height]
  }

  private static func path(_ path: String) -> String { path.hasPrefix("templates/") ? path : "content/" + path }

  /// The content after parsing, whatever was found; fails only when nothing could be read.
  package func parsed() throws -> (ParsedSite, [Diagnostic]) {
    let (parsed, diagnostics) = ContentParser.parse(tree, jobs: 1)
    guard let parsed else { throw Failed(lines: diagnostics.map { "\($0.line) \($0.message)" }) }
    return (parsed, diagnostics)
  }

  /// What parsing finds, also when nothing comes of it.
  package func findings(asOf iso: String = "2026-03-16") -> [Diagnostic] {
    let (parsed, found) = ContentParser.parse(tree, jobs: 1)
    guard let parsed, let day = Day(iso: iso) else { return found.sortedForReport() }
    return (found + Self.errors(parsed, AsOf(day))).sortedForReport()
  }

  /// Everything that parsing and the rules find, with the site's own severities.
  package func allFindings(asOf iso: String = "2026-03-16") throws -> [Diagnostic] {
    let (parsed, found) = try parsed()
    guard let day = Day(iso: iso) else { throw Failed(lines: ["no day \(iso)"]) }
    let rules = ProjectChecks.check(parsed.content, asOf: AsOf(day), jobs: 1)
    return SeverityRules(parsed.content.configuration).apply(found + rules).sortedForReport()
  }

  /// What the rules find wrong. What small data could have beside is no matter of the tests that write them.
  private static func errors(_ parsed: ParsedSite, _ asOf: AsOf) -> [Diagnostic] {
    parsed.located(ProjectChecks.check(parsed.content, asOf: asOf, jobs: 1)).filter { $0.severity == .error }
  }

  /// All editions on one day, checked as the program does it.
  package func checked(asOf iso: String = "2026-03-16") throws -> CheckedSite {
    var pipeline = Pipeline(BuildRequest(site: ""), clock: AsOfClock(asked: iso, epoch: nil))
    return try pipeline.check(tree)
  }

  /// One edition on one day; with the pages that nobody wrote, where a test is about them.
  package func build(
    _ name: String = "wiki", asOf iso: String = "2026-03-16", withProjectPages: Bool = false
  ) throws -> BuiltSite {
    let (parsed, problems) = try parsed()
    guard let day = Day(iso: iso), let edition = parsed.content.configuration.editions.first(where: { $0.name == name })
    else { throw Failed(lines: ["no edition \(name), or no day \(iso)"]) }
    let asOf = AsOf(day)
    let content = parsed.content.selected(for: edition.readers, asOf: asOf)
    let whole =
      withProjectPages ? ProjectPages.added(to: content, edition, parsed.languages, parsed.names) : content
    let (site, found) = Assembler.assemble(
      whole, edition: edition, asOf: asOf, languages: parsed.languages, names: parsed.names)
    let (plan, planned) = Plan.make(site, names: parsed.names)
    let rules = Self.errors(parsed, asOf)
    let diagnostics = (problems + rules + found + planned + SiteChecks.check(site)).sortedForReport()
    return BuiltSite(
      parsed: parsed, site: site, plan: plan, diagnostics: diagnostics, selected: content, attached: attached)
  }
}

/// One edition of a small site, ready to be drawn.
package struct BuiltSite: Sendable {
  package let parsed: ParsedSite
  package let site: Site
  package let plan: Plan
  package let diagnostics: [Diagnostic]
  let selected: ParsedContent
  let attached: [String: [UInt8]]

  /// How many terms of the glossary its readers may see.
  package var selectedTerms: Int { selected.glossary.terms.count }

  /// What the last look at the bytes of all outputs finds.
  package func leaks() -> [Diagnostic] {
    let verifier = EditionVerifier.all([(site.edition, selected)], parsed, asOf: site.asOf, jobs: 1)[0]
    let renderer = Renderer(site: site, plan: plan, theme: parsed.theme)
    let found = plan.outputs.flatMap { output -> [EditionVerifier.Leak] in
      var bytes = renderer.draw(output) ?? []
      if case .file(let path) = output.content { bytes = attached[path] ?? [] }
      return verifier.leaks(in: bytes, (output.path, output.isText))
    }
    return verifier.diagnostics(found)
  }

  /// An output as text; fails when the plan has none of that path.
  package func text(_ path: String) throws -> String {
    guard let output = plan.outputs.first(where: { $0.path == path }) else {
      throw SmallSite.Failed(lines: ["no output \(path)"] + plan.outputs.map(\.path))
    }
    let renderer = Renderer(site: site, plan: plan, theme: parsed.theme)
    return String(decoding: renderer.draw(output) ?? [], as: UTF8.self)
  }

  /// What stands in the text column of a page, without what surrounds it.
  package func body(_ route: String) throws -> String {
    let page = try text(route + "index.html")
    guard let start = page.range(of: "<div class=\"text\""),
      let open = page.range(of: ">\n", range: start.upperBound..<page.endIndex),
      let main = page.range(of: "</main>", options: .backwards),
      let end = page.range(of: "</div>\n</div>\n", options: .backwards, range: open.upperBound..<main.lowerBound)
    else { throw SmallSite.Failed(lines: ["no text in", page]) }
    return String(page[open.upperBound..<end.lowerBound])
  }

  /// A page by its route.
  package func page(_ route: String) throws -> SitePage {
    guard let page = site.pages.first(where: { $0.route == route }) else {
      throw SmallSite.Failed(lines: ["no page \(route)"] + site.pages.map(\.route))
    }
    return page
  }
}

/// A page's file: front matter with a title and further lines, then the text.
package func page(_ title: String, _ fields: String = "", _ body: String = "Text.") -> String {
  "---\ntitle: \(title)\n\(fields.isEmpty ? "" : fields + "\n")---\n\(body)\n"
}
