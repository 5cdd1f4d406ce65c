// `staffetta check --disclosure`: what the editions show, or what is new in them, for a person to sign.

import ArgumentParser
import Publishing
import Syntax

struct DisclosureOptions: ParsableArguments {
  @Flag(name: .long, help: "Print what each edition shows, for a person to sign; as text or json.")
  var disclosure = false

  @Option(
    name: .long,
    help: "With --disclosure: only what readers could not see at this revision of the site's git repository.")
  var since: String?

  func validate() throws {
    if since != nil, !disclosure { throw ValidationError("--since belongs to --disclosure: write both") }
  }

  /// Only the two forms that a person or a script can go on with.
  func validate(_ format: DiagnosticFormat) throws {
    if disclosure, format == .sarif || format == .github {
      throw ValidationError("--disclosure is printed as text or json, and \(format.rawValue) is a form for findings")
    }
  }

  /// The revision to compare with; looked up before the site is checked.
  func revision(_ request: BuildRequest) throws -> GitRevision? {
    try since.map { try GitRevision($0, ofSite: request.site) }
  }

  /// Prints the report; nothing where the site could not be read.
  func print(_ checked: CheckedSite, since revision: GitRevision?, jobs: Int, as format: DiagnosticFormat) throws {
    guard let disclosure = try Disclosure.make(checked, since: revision, jobs: jobs) else { return }
    try StandardOutput.write(format == .json ? DisclosureJSON(disclosure).text : DisclosureText(disclosure).text)
  }
}
