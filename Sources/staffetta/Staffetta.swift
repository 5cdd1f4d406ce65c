// The command line: the list of subcommands, exit codes, and what a mistyped subcommand gets.

import ArgumentParser
import Glibc
import Publishing
import Syntax

@main
struct Staffetta: ParsableCommand {
  /// One line per command; each has a file of its own.
  static let commands: [any ParsableCommand.Type] = [
    InitCommand.self, NewCommand.self, BuildCommand.self, CheckCommand.self, VerifyCommand.self, RenderCommand.self,
    ImportCommand.self, ExportCommand.self, AdoptCommand.self, ReportCommand.self, ShowCommand.self, SchemaCommand.self,
  ]

  static let configuration = CommandConfiguration(
    commandName: "staffetta",
    abstract:
      "Publishes transition playbooks: Markdown and project data in, a multilingual site for each audience out.",
    discussion: """
      A site is a folder with content/site.yaml, pages (content/**/<key>.<language>.md) and the data of projects
      (content/projects/<id>/*.yaml, or *.csv). Start with: staffetta build

      Exit codes: 0 done, 1 findings or failed build, 64 usage, 69 a program of the system is missing,
      70 a bug, 74 input/output, 75 another build is running.
      """,
    version: "0.1.0",
    subcommands: commands,
    defaultSubcommand: nil)

  static func main() {
    // A reader that goes away (`staffetta render … | head`) ends the program quietly.
    signal(SIGPIPE, SIG_DFL)
    leaveEnvironment()
    let arguments = Array(CommandLine.arguments.dropFirst())
    suggestCommand(arguments.first)
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
    } catch {
      exit(withError: error)
    }
  }

  /// Language and time zone come from the site alone. ICU would still read its defaults from the environment, and does
  /// so from several threads at once, which crashes on values that name no zone.
  private static func leaveEnvironment() {
    Wording.keepLanguage()
    setenv("TZ", "UTC", 1)
    for name in ["LANG", "LC_ALL", "LC_TIME", "LC_NUMERIC", "LC_COLLATE", "LC_MESSAGES", "LANGUAGE"] { unsetenv(name) }
  }

  /// The argument parser suggests options but not commands.
  private static func suggestCommand(_ typed: String?) {
    let names = commands.map { $0._commandName } + ["help"]
    guard let typed, !typed.hasPrefix("-"), !names.contains(typed) else { return }
    StandardError.write("error: there is no command \"\(typed)\": \(didYouMean(typed, among: names))\n")
    StandardError.write("  help: staffetta --help lists the commands\n")
    Glibc.exit(64)
  }
}
