// A project to begin with: six lines, and the page that shows the plan that comes of them.

import Foundation
import Languages
import Syntax

enum NewProject: NewSort {
  static let kind = "project"

  /// Where a language is at home: the market of the example, and its time zone.
  static let homes: [String: (country: String, timezone: String)] = [
    "it": ("IT", "Europe/Rome"), "sv": ("SE", "Europe/Stockholm"), "de": ("DE", "Europe/Berlin"),
  ]

  static func make(_ name: String, in site: OpenSite) throws -> NewThing {
    guard isIdentifier(name) else {
      throw RequestError(message: "\"\(name)\" cannot name a project: \(identifierRule)")
    }
    if NewFiles.isThere("content/projects/" + name, in: site.folder) {
      throw RequestError(message: "\(site.folder)/content/projects/\(name) is there already; nothing was written")
    }
    var files = files(name, called: NewTexts.title(name), site.languages, source: site.source, try site.today)
    let modeline = site.modeline(of: "project", at: files[0].path)
    files[0] = NewFile(path: files[0].path, text: modeline + files[0].text)
    let line = NewTexts.line("name:", in: files[0].text)
    return NewThing(
      files: files, next: ["\(files[0].path):\(line): your six lines: name, type, parties, days of go-live"])
  }

  /// The files of a project, its `project.yaml` first; `more` stands behind the six lines.
  static func files(
    _ id: String, called name: String, _ languages: [String], source: String, _ today: Day, more: String = ""
  ) -> [NewFile] {
    let folder = "content/projects/\(id)/"
    let values = [
      "name": name, "client": "Nordhem Casa", "outgoing": "Ponteluna", "incoming": "Svarsund",
      "goLive": goLives(languages, today).joined(separator: ", "),
    ]
    let project = NewFile(path: folder + "project.yaml", text: NewTexts.filled("project.yaml", values) + more)
    return [project] + NewTexts.pages("plan", folder + "index", languages, source: source)
  }

  /// Mondays from half a year on, three weeks apart; in Sweden alone where no language has a home.
  private static func goLives(_ languages: [String], _ today: Day) -> [String] {
    let countries = languages.compactMap { homes[$0]?.country }
    return (countries.isEmpty ? ["SE"] : countries).enumerated().compactMap { index, country in
      today.adding(days: 8 - today.weekday + 7 * (26 + 3 * index)).map { "\(country): \($0.iso)" }
    }
  }
}
