// The second look: published editions read from disk, and scanned with all that is packed in their files.

import Glibc
import Site
package import Syntax

/// What the second look came to.
package struct Verification: Sendable {
  package var diagnostics: [Diagnostic] = []
  package var editions: [String] = []
  package var files = 0
  /// Pieces that were packed in the files.
  package var members = 0
}

extension Pipeline {
  /// Looks at what is published of the editions that were asked for. The site itself need not be sound.
  package mutating func verify(_ checked: CheckedSite) throws -> Verification {
    guard let parsed = checked.parsed, let asOf = checked.asOf else { return Verification() }
    let (output, jobs) = (request.outputFolder, request.jobs)
    let published = try checked.editions.map { try PublishedEdition($0.edition, output: output) }
    var verification = try timings.measure("verify") {
      let verifiers = EditionVerifier.all(
        checked.editions.map { ($0.edition, $0.selected) }, parsed, asOf: asOf, jobs: jobs)
      var verification = Verification()
      for (edition, (checked, verifier)) in zip(published, zip(checked.editions, verifiers)) {
        let deep = DeepVerifier(verifier, parsed, selected: checked.selected)
        try verification.add(edition, EditionLook(edition, deep).run(jobs: jobs), deep)
      }
      return verification
    }
    if published.contains(where: \.wasReplaced) { throw AlreadyRunning(path: output) }
    verification.diagnostics = reported(verification.diagnostics, parsed, asOf: asOf)
    return verification
  }
}

extension Verification {
  fileprivate mutating func add(_ edition: PublishedEdition, _ look: EditionLook.Result, _ verifier: DeepVerifier) {
    editions.append(edition.edition.name)
    files += edition.files.count
    members += look.members
    diagnostics += edition.findings + verifier.diagnostics(look.leaks)
    diagnostics += look.problems.map { path, reason in
      Diagnostic(
        "not-inspected", .warning, at: Place(path: edition.edition.name + "/" + path),
        "not all of it can be looked at: \(reason)",
        rule: "what is published can be looked into: nobody knows what is in the rest",
        help:
          "publish it in a form that can be read; or, when somebody has looked, rules: { not-inspected: off } in site.yaml"
      )
    }
  }
}

/// All files of one edition, on all threads.
private struct EditionLook {
  private let edition: PublishedEdition
  private let verifier: DeepVerifier

  struct Result {
    var leaks: [EditionVerifier.Leak] = []
    var problems: [(path: String, reason: String)] = []
    var members = 0
  }

  init(_ edition: PublishedEdition, _ verifier: DeepVerifier) {
    self.edition = edition
    self.verifier = verifier
  }

  private enum Outcome: Sendable {
    case looked(DeepScan)
    case failed(any Error)
  }

  func run(jobs: Int) throws -> Result {
    let files = edition.files
    let outcomes = parallelMap(files.count, jobs: jobs, chunk: 4) { range in
      files[range].map { path in
        do {
          return Outcome.looked(try look(at: path))
        } catch {
          return Outcome.failed(error)
        }
      }
    }
    var result = Result()
    for outcome in outcomes {
      switch outcome {
      case .failed(let error): throw error
      case .looked(let scan):
        result.leaks += scan.leaks
        result.problems += scan.problems
        result.members += scan.members
      }
    }
    return result
  }

  private func look(at path: String) throws -> DeepScan {
    var scan = DeepScan(verifier)
    let place = edition.folder + "/" + path
    var info = stat()
    if lstat(place, &info) == 0, info.st_size > AttachedFile.maximumSize {
      scan.giveUp(path, "it is larger than \(AttachedFile.maximumSize >> 20) MiB")
    } else {
      try scan.look(at: path, AttachedFile.read(place, place))
    }
    return scan
  }
}
