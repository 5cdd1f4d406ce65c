// `staffetta check`: everything that a build checks, with nothing written.

import ArgumentParser
import Publishing
import Syntax
import Transition

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the site for every edition; writes nothing.",
    discussion: """
      Findings go to standard error as text, or to standard output in a form for machines.

      Examples:
        staffetta check --strict
        staffetta check --explain V21
        staffetta check --format sarif > findings.sarif
        staffetta check --disclosure --since v1.4 --edition customers
      """)

  @OptionGroup var options: SiteOptions

  @Option(name: .long, help: "text, json, sarif, github or gitlab.")
  var format: DiagnosticFormat = .text

  @Option(name: .long, help: "A rule's name: prints what it holds, why, and an example; checks nothing.")
  var explain: String?

  @OptionGroup var report: DisclosureOptions

  func validate() throws {
    try report.validate(format)
  }

  func run() throws {
    let wording = options.language.wording
    try withExitCodes(wording) {
      if let explain { return try StandardOutput.write(try RuleExplanation.text(of: explain)) }
      let request = try options.request
      let revision = try report.revision(request)
      var pipeline = Pipeline(request, clock: options.clock)
      let checked = try pipeline.check()
      let asText = report.disclosure ? DiagnosticFormat.text : format
      try Terminal.report(checked.diagnostics, as: asText, wording, asked: options.language.asked)
      if report.disclosure { try report.print(checked, since: revision, jobs: request.jobs, as: format) }
      for line in options.lines(of: pipeline.timings, checked) { StandardError.write(line + "\n") }
      let failed = checked.hasFailed(strict: options.strict)
      let found = Terminal.summary(checked.diagnostics, wording)
      let all = wording("\(found.isEmpty ? wording("no findings") : found) in \(checked.pageCount) pages")
      StandardError.write(all + (checked.asOf.map { wording(" as of \($0.day.iso)") } ?? "") + "\n")
      if failed { throw ExitCode(1) }
    }
  }
}

extension DiagnosticFormat: ExpressibleByArgument {}
