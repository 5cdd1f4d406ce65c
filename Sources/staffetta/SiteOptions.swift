// Options that `build`, `check` and `verify` share, and how their outcome becomes messages and an exit code.

import ArgumentParser
import Foundation
import Publishing
import Syntax

struct SiteOptions: ParsableArguments {
  @OptionGroup var editions: EditionOptions

  @Flag(name: .long, help: "Warnings fail, too.")
  var strict = false

  @Option(name: .long, help: "Threads. Default: one per core.")
  var jobs: Int?

  @OptionGroup var language: LanguageOption

  @Flag(name: .long, help: "Print time and memory of each stage.")
  var timings = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is at least 1") }
  }

  var request: BuildRequest {
    get throws {
      var request = try editions.request
      request.isStrict = strict
      request.jobs = jobs ?? request.jobs
      return request
    }
  }

  var clock: AsOfClock { editions.clock }

  /// A folder as the shell completes its name, without the slash at the end.
  static func withoutSlash(_ path: String) -> String {
    path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// What `--timings` prints; nothing without it.
  func lines(of measured: Timings, _ checked: CheckedSite) -> [String] {
    timings ? measured.lines(pages: checked.pageCount) : []
  }

  /// The folder that holds content/site.yaml: the one that was named, or looked for upwards.
  static func folder(_ site: String?) throws -> String {
    if let site { return withoutSlash(site) }
    var path = FileManager.default.currentDirectoryPath
    while !FileManager.default.fileExists(atPath: path + "/content/site.yaml") {
      guard path != "/", !path.isEmpty else {
        throw ValidationError("no content/site.yaml here or above; name the site's folder: --site DIR")
      }
      path = (path as NSString).deletingLastPathComponent
    }
    return path
  }
}

/// Runs a command's body; what it throws becomes a message and the exit code that belongs to it.
/// The language is read only for that.
func withExitCodes(_ language: @autoclosure () -> Wording = .ofEnvironment(), _ body: () throws -> Void) throws {
  func failure(_ code: Int32, _ id: String, _ message: Message, at path: String? = nil, help: Message? = nil)
    -> ExitCode
  {
    let wording = language()
    let lines = [
      "\(wording("error"))[\(id)]: \(wording(message))", path.map { "  --> \($0)" },
      help.map { "  \(wording("help")): \(wording($0))" },
    ]
    StandardError.write(lines.compactMap(\.self).joined(separator: "\n") + "\n")
    return ExitCode(code)
  }
  do {
    try body()
  } catch let error as RequestError {
    throw failure(64, "usage", error.message)
  } catch let error as OutputRefusal {
    throw failure(64, "output-folder", Message(verbatim: error.message), help: Message(verbatim: error.help))
  } catch let error as MissingProgram {
    throw failure(
      69, "missing-program", "there is no \(error.name) on the PATH: \(error.reason)", help: error.help)
  } catch let error as FileError {
    throw failure(
      74, "input-output", Message(verbatim: "cannot \(error.action): \(error.reason)"), at: error.path,
      help: "check the path; what is published is whole, and the next run makes it new")
  } catch let error as Findings {
    let wording = language()
    StandardError.write(Terminal.text(error.diagnostics, wording))
    StandardError.write("\(Terminal.summary(error.diagnostics, wording)): \(wording("nothing was written"))\n")
    throw ExitCode(1)
  } catch let error as AlreadyRunning {
    throw failure(
      75, "locked", "another build is writing to this folder", at: error.path, help: "wait until it is done")
  }
}

enum Terminal {
  /// Colour only for people who want it: https://no-color.org
  static var hasColor: Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(STDERR_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Findings for people on standard error, for machines on standard output: these in English unless asked.
  static func report(
    _ diagnostics: [Diagnostic], as format: DiagnosticFormat, _ wording: Wording, asked: Wording?
  ) throws {
    if format == .text {
      StandardError.write(text(diagnostics, wording))
    } else {
      try StandardOutput.write(format.write(diagnostics.map { (asked ?? .english)($0) }))
    }
  }

  static func text(_ diagnostics: [Diagnostic], _ wording: Wording) -> String {
    DiagnosticText(color: hasColor, wording).text(diagnostics.map { wording($0) })
  }

  /// "2 errors, 1 warning", or nothing.
  static func summary(_ diagnostics: [Diagnostic], _ wording: Wording) -> String {
    func count(_ severity: Diagnostic.Severity) -> Int { diagnostics.count { $0.severity == severity } }
    let (errors, warnings) = (count(.error), count(.warning))
    let accepted = diagnostics.count { $0.acceptance != nil }
    let parts: [Message] =
      (errors == 0 ? [] : [errors == 1 ? "1 error" : "\(errors) errors"])
      + (warnings == 0 ? [] : [warnings == 1 ? "1 warning" : "\(warnings) warnings"])
      + (accepted == 0 ? [] : ["\(accepted) accepted in waivers"])
    return parts.map { wording($0) }.joined(separator: ", ")
  }
}
