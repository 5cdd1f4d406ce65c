// The option that says in which language findings are said; without it the environment does.

import ArgumentParser
import Publishing

struct LanguageOption: ParsableArguments {
  @Option(
    name: .customLong("language"),
    help:
      "The language of the messages: \(Wording.codes.joined(separator: ", ")). Default: LC_ALL, LC_MESSAGES, LANG; en.")
  var code: String?

  func validate() throws {
    if let code, !Wording.codes.contains(code) {
      throw ValidationError(
        "there are no messages in \(code); there are \(Wording.codes.joined(separator: ", "))")
    }
  }

  /// What was asked for on the command line.
  var asked: Wording? { code.flatMap { Wording($0) } }

  var wording: Wording { asked ?? .ofEnvironment() }
}
