// `staffetta render`: one Markdown text to an HTML fragment, without a site.

import ArgumentParser
import Foundation
import Languages
import Markup
import Publishing
import Rendering
import Site
import Syntax

struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Renders one Markdown file, or standard input (-), as an HTML fragment.",
    discussion: """
      With --commonmark the text is CommonMark 0.30 and nothing else: no tables, no directives, HTML as it is.
      Otherwise our extensions hold. What needs a site (references, page links, components) is reported.

      Examples:
        staffetta render notes.md
        echo '# Title' | staffetta render - --commonmark
      """)

  @Argument(help: "A Markdown file, or - for standard input.")
  var file: String

  @Option(name: .long, help: "The language of the text, for the words a fragment may need.")
  var language = "it"

  @Flag(name: .long, help: "CommonMark 0.30 only.")
  var commonmark = false

  func validate() throws {
    if language(of: language) == nil {
      throw ValidationError("there are no texts for \(language); there are it, sv, de")
    }
  }

  func run() throws {
    try withExitCodes {
      let (source, problems) = SourceFile.checked(path: file == "-" ? "standard input" : file, bytes: try input())
      let body = commonmark ? 0 : FrontMatter.split(source).0.body
      let (document, findings) = MarkdownReader.read(source, from: body, dialect: commonmark ? .commonMark : .site)
      var all = problems + findings
      if !commonmark {
        all += PageChecks.check(document, allowsRawHTML: false, dropsExcessCells: true) + needsSite(document)
      }
      StandardError.write(Terminal.text(all.sortedForReport(), .ofEnvironment()))
      if all.hasErrors { throw ExitCode(1) }
      var html = Markup()
      let resolver = commonmark ? nil : language(of: language).map { FragmentResolver(document, language: $0) }
      var writer = MarkdownMarkup(document: document, style: commonmark ? .commonMark : .fragment, resolver: resolver)
      writer.append(to: &html)
      try StandardOutput.write(html.serialized().bytes)
    }
  }

  private func language(of code: String) -> Language? { LanguageTag(code).flatMap(LanguageLoader.carried) }

  private func input() throws -> [UInt8] {
    if file == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw FileError("read", file, "no such file, or no right to read it")
    }
    guard data.count <= SourceFile.maximumSize else {
      throw FileError("read", file, "it has more than \(SourceFile.maximumSize) bytes")
    }
    return Array(data)
  }

  private func needsSite(_ document: MarkdownDocument) -> [Diagnostic] {
    let spans =
      document.references.map(\.span) + document.pageLinks.map(\.span) + document.terms.map(\.span)
      + document.directives.filter { $0.form == .leaf }.map(\.span)
    return spans.map { span in
      Diagnostic(
        "render", at: Place(document.source, span), "this needs a site",
        rule: "a fragment has no data and no other pages",
        help: "build the site instead")
    }
  }
}
