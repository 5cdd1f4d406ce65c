// `staffetta verify`: looks once more at what is published, for what its readers may not see.

import ArgumentParser
import Languages
import Publishing
import Syntax
import Transition

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Looks deeply at published editions for what their readers may not see; writes nothing.",
    discussion: """
      Reads every file of the published folders, and what is packed in it: ZIP, Word, Excel and the like, gzip, PDF (its
      pages through pdftotext, of poppler-utils), texts in UTF-16, base64 in styles, escaped addresses. Compares with what
      the site withholds from each edition's readers on the day, and with the list of files that the build left there.
      Every finding fails, also a file that cannot be looked into.

      Examples:
        staffetta verify
        staffetta verify --edition customers --as-of 2026-03-02 --output /srv/www
        staffetta verify --format sarif > findings.sarif
      """)

  @OptionGroup var options: SiteOptions

  @Option(name: .long, help: "Where the editions are. Default: public, in the site's folder.")
  var output: String?

  @Option(name: .long, help: "text, json, sarif, github or gitlab.")
  var format: DiagnosticFormat = .text

  func run() throws {
    let wording = options.language.wording
    try withExitCodes(wording) {
      var request = try options.request
      request.output = output.map(SiteOptions.withoutSlash)
      var pipeline = Pipeline(request, clock: options.clock)
      let checked = try pipeline.check()
      guard checked.parsed != nil else {
        try Terminal.report(checked.diagnostics, as: format, wording, asked: options.language.asked)
        let found = Terminal.summary(checked.diagnostics, wording)
        StandardError.write("\(found): the site cannot be read; nothing was looked at\n")
        throw ExitCode(1)
      }
      let verification = try pipeline.verify(checked)
      try Terminal.report(verification.diagnostics, as: format, wording, asked: options.language.asked)
      for line in options.lines(of: pipeline.timings, checked) { StandardError.write(line + "\n") }
      StandardError.write(summary(verification, checked, wording) + "\n")
      guard verification.diagnostics.isEmpty else { throw ExitCode(1) }
    }
  }

  private func summary(_ verification: Verification, _ checked: CheckedSite, _ wording: Wording) -> String {
    let found = Terminal.summary(verification.diagnostics, wording)
    let day = checked.asOf?.day.iso ?? ""
    let editions = verification.editions.joined(separator: ", ")
    return
      "\(found.isEmpty ? "no findings" : found) as of \(day): \(verification.files) files (\(editions)), \(verification.members) members inside"
  }
}
