// Findings for machines and people, severities of a site, and work in parallel that keeps its order.

import Foundation
import Site
import Syntax
import TestSites
import Testing

@testable import Publishing

@Suite struct ReportTests {
  private let findings: [Diagnostic] = {
    let file = SourceFile(path: "content/a,b:c%.sv.md", text: "rad ett\nÅ \"fel\" här\n")
    let at = Place(file, SourceSpan(12..<17))
    return [
      Diagnostic("V01", at: at, "100 % \"fel\",\nen till: rad", rule: "en regel", help: "gör så\r\n"),
      Diagnostic("note", .warning, at: Place(path: "content/x"), "<b> & \u{202E}"),
      Diagnostic("hint", .note, at: Place(path: "content/y"), "m"),
    ]
  }()

  private func json(_ format: DiagnosticFormat, _ diagnostics: [Diagnostic]) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(format.write(diagnostics).utf8))
  }

  @Test func jsonIsAListOfFindings() throws {
    let list = try #require(try json(.json, findings) as? [[String: Any]])
    #expect(list.count == 3)
    #expect(list[0]["rule"] as? String == "V01" && list[0]["severity"] as? String == "error")
    #expect(list[0]["line"] as? Int == 2 && list[0]["column"] as? Int == 4)
    #expect(list[0]["message"] as? String == "100 % \"fel\",\nen till: rad")
    #expect(list[0]["path"] as? String == "content/a,b:c%.sv.md")
    #expect(list[0]["explanation"] as? String == "en regel" && list[0]["help"] as? String == "gör så\r\n")
    #expect(list[1]["help"] == nil && list[1]["line"] as? Int == 1)
    #expect(try json(.json, []) as? [String] == [])
  }

  @Test func sarifHasARunWithResults() throws {
    let root = try #require(try json(.sarif, findings) as? [String: Any])
    #expect(root["version"] as? String == "2.1.0" && (root["$schema"] as? String)?.hasPrefix("https://") == true)
    let run = try #require((root["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["error", "warning", "note"])
    let location = (results[0]["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
    let region = try #require(location?["region"] as? [String: Int])
    #expect(region == ["startLine": 2, "startColumn": 4])
    let uri = (location?["artifactLocation"] as? [String: String])?["uri"] ?? ""
    #expect(uri == "content/a%2Cb%3Ac%25.sv.md")
    #expect(((try json(.sarif, []) as? [String: Any])?["runs"] as? [[String: Any]])?.count == 1)
  }

  @Test func githubCommandsAreOneLineEach() {
    let lines = DiagnosticFormat.github.write(findings).split(separator: "\n").map(String.init)
    #expect(
      lines == [
        "::error file=content/a%2Cb%3Ac%25.sv.md,line=2,col=4,title=V01::100 %25 \"fel\",%0Aen till: rad%0Aen regel%0Agör så%0D%0A",
        "::warning file=content/x,line=1,col=1,title=note::<b> & \u{202E}",
        "::notice file=content/y,line=1,col=1,title=hint::m",
      ])
  }

  @Test func theTextShowsTheLineWithACaret() {
    let text = DiagnosticFormat.text.write(Array(findings.prefix(1)))
    #expect(text.contains("  --> content/a,b:c%.sv.md:2:4\n"))
    #expect(text.contains("   2 | Å \"fel\" här\n     |    ^^^^^\n"))
    var silent = findings[0]
    silent.quotesSource = false
    #expect(!DiagnosticFormat.text.write([silent]).contains("här"))
    #expect(!DiagnosticFormat.text.write(findings).unicodeScalars.contains("\u{202E}"))
  }

  @Test func aSiteSetsTheSeverityOfWarningsOnly() throws {
    let text = SmallSite.configuration + "\nrules: { note: error, hint: off, V01: off, outline: warning }\n"
    let file = SourceFile(path: SiteConfiguration.path, text: text)
    let rules = SeverityRules(try #require(SiteConfiguration.read(file).0))
    let applied = rules.apply(findings)
    #expect(applied.map(\.id) == ["V01", "note"])
    #expect(applied.map(\.severity) == [.error, .error])
  }

  @Test(arguments: [(0, 4, 3), (1, 4, 3), (10, 1, 3), (10, 4, 3), (1000, 3, 7), (999, 8, 1), (64, 2, 64), (65, 2, 64)])
  func workKeepsItsOrder(_ count: Int, _ jobs: Int, _ chunk: Int) {
    let body: @Sendable (Range<Int>) -> [Int] = { range in
      var found: [Int] = []
      for index in range where index % 3 != 0 { found += [index, -index] }
      return found
    }
    #expect(parallelMap(count, jobs: jobs, chunk: chunk, body) == body(0..<count))
  }
}
