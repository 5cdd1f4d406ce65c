// Texts that the program carries to begin a page with, in every language that it knows.

import Foundation
import Rendering
import Site
import Syntax

enum NewTexts {
  /// A carried text with its `{name}`s filled in.
  static func filled(_ path: String, _ values: [String: String] = [:]) -> String {
    values.sorted { $0.key < $1.key }.reduce(carried("new/" + path)) {
      $0.replacingOccurrences(of: "{\($1.key)}", with: $1.value)
    }
  }

  /// A carried text as it is.
  static func carried(_ path: String) -> String { String(decoding: Theme.carried[path] ?? [], as: UTF8.self) }

  /// `<stem>.<language>.md` for every language; those that are not in the source language say what they come from.
  static func pages(
    _ name: String, _ stem: String, _ languages: [String], source: String, _ values: [String: String] = [:]
  ) -> [NewFile] {
    let known = ([source] + languages + ["it"]).first { has(name, $0) } ?? "it"
    return languages.map { language in
      let isKnown = has(name, language)
      var text = filled("\(name).\(isKnown ? language : known).md", values)
      if language != source { text = adding("source: \(source)", to: text) }
      // Nobody but the team reads a text in a language that is not the page's.
      if !isKnown, !text.contains("\nstatus: draft\n") { text = adding("status: draft", to: text) }
      return NewFile(path: "\(stem).\(language).md", text: text)
    }
  }

  private static func has(_ name: String, _ language: String) -> Bool {
    Theme.carried["new/\(name).\(language).md"] != nil
  }

  private static func adding(_ line: String, to page: String) -> String {
    guard let end = page.range(of: "\n---\n") else { return page }
    return page.replacingCharacters(in: end, with: "\n\(line)\n---\n")
  }

  /// `steps/price-list` → `Price list`, to begin a title with.
  static func title(_ name: String) -> String {
    let words = (name.split(separator: "/").last ?? "").split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Refuses a name that no page can have.
  static func checkPage(_ stem: String, _ languages: [String]) throws {
    for language in languages {
      do {
        _ = try PageIdentity(path: "\(stem).\(language).md")
      } catch {
        throw RequestError(message: "\"\(stem)\" cannot name a page: folders and key are made of a-z, 0-9 and -")
      }
    }
  }

  /// The first line, from 1, that begins so; 1 where none does.
  static func line(_ start: String, in text: String) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.firstIndex { $0.hasPrefix(start) } ?? 0) + 1
  }
}
