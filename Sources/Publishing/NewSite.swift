// A site to begin with: its configuration, a home page, and a project of six lines with its plan on a page.

import Foundation
package import Languages
import Rendering
import Syntax
import Transition

package struct NewSite: Sendable {
  package let files: [NewFile]

  /// Where a language is at home: the market of the example, and its time zone.
  private static let homes: [String: (country: String, timezone: String)] = [
    "it": ("IT", "Europe/Rome"), "sv": ("SE", "Europe/Stockholm"), "de": ("DE", "Europe/Berlin"),
  ]

  /// Codes of the languages that a site can begin with.
  package static var languages: [String] { homes.keys.sorted() }

  /// A site in some languages, the first of which its texts are written in; `today` is when it begins.
  package init(_ languages: [String], today: Day) throws {
    if let unknown = languages.first(where: { Self.homes[$0] == nil }) {
      throw RequestError(
        message: """
          a site cannot begin in "\(unknown)": \(didYouMean(unknown, among: Self.languages)); \
          another language is one file in its templates/languages
          """)
    }
    guard let source = languages.first, Set(languages).count == languages.count, let home = Self.homes[source] else {
      throw RequestError(message: "--languages names at least one language, each once: --languages it,sv,de")
    }
    let site = [
      "languages": languages.joined(separator: ", "), "source": source, "timezone": home.timezone,
    ]
    let project = [
      "name": Self.names[source] ?? "", "client": "Nordhem Casa", "outgoing": "Ponteluna", "incoming": "Svarsund",
      "goLive": Self.goLives(languages, today).joined(separator: ", "),
    ]
    let folder = "content/projects/transition/"
    files =
      [
        NewFile(path: "content/site.yaml", text: Self.filled("new/site.yaml", site)),
        NewFile(path: folder + "project.yaml", text: Self.filled("new/project.yaml", project)),
        NewFile(path: ".gitignore", text: "public/\n.staffetta*\n"),
      ]
      + languages.flatMap { language in
        [("home", "content/"), ("plan", folder)].map { name, folder in
          NewFile(path: "\(folder)index.\(language).md", text: Self.page(name, language, source: source))
        }
      }
  }

  private static let names = [
    "it": "Cambio di fornitore", "sv": "Byte av leverantör", "de": "Wechsel des Dienstleisters",
  ]

  /// Mondays from half a year on, three weeks apart.
  private static func goLives(_ languages: [String], _ today: Day) -> [String] {
    languages.enumerated().compactMap { index, language in
      let monday = today.adding(days: 8 - today.weekday + 7 * (26 + 3 * index))
      return homes[language].flatMap { home in monday.map { "\(home.country): \($0.iso)" } }
    }
  }

  /// A page that is not in the language the site is written in says what it is translated from.
  private static func page(_ name: String, _ language: String, source: String) -> String {
    let text = filled("new/\(name).\(language).md", [:])
    guard language != source, let end = text.range(of: "\n---\n") else { return text }
    return text.replacingCharacters(in: end, with: "\nsource: \(source)\n---\n")
  }

  private static func filled(_ path: String, _ values: [String: String]) -> String {
    values.sorted { $0.key < $1.key }.reduce(String(decoding: Theme.carried[path] ?? [], as: UTF8.self)) {
      $0.replacingOccurrences(of: "{\($1.key)}", with: $1.value)
    }
  }
}
