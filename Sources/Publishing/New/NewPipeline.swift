// What a forge runs for a site: check, build, a preview of every request to merge, and the public edition.

/// The forges whose pipelines the program can write.
package enum NewPipeline: String, CaseIterable, Sendable {
  case gitlab, github

  var file: NewFile {
    switch self {
    case .gitlab: NewFile(path: ".gitlab-ci.yml", text: NewTexts.filled("gitlab.yml"))
    case .github: NewFile(path: ".github/workflows/staffetta.yml", text: NewTexts.filled("github.yml"))
    }
  }
}

/// Settings for editors that know them: ends of lines, tabs, and what to install.
enum NewEditorSettings {
  /// What dictionaries for a spell checker are called.
  private static let dictionaries = ["it": "italian", "sv": "swedish", "de": "german"]

  static func files(_ languages: [String]) -> [NewFile] {
    let spelling = languages.compactMap { dictionaries[$0] }
      .map { ",\n    \"streetsidesoftware.code-spell-checker-\($0)\"" }.joined()
    let values = ["languages": languages.joined(separator: ","), "spelling": spelling]
    return [
      NewFile(path: ".vscode/extensions.json", text: NewTexts.filled("extensions.json", values)),
      NewFile(path: ".vscode/settings.json", text: NewTexts.filled("settings.json", values)),
    ]
  }
}
