// Every text of the interface that the program asks for is in every language, and all have the same keys.

import Foundation
import Languages
import Rendering
import Site
import Syntax
import TestSites
import Testing
import Transition

@Suite struct StringKeyTests {
  static let codes = ["it", "sv", "de"]

  struct Missing: Error {}

  private func data(_ code: String) throws -> LanguageData {
    guard let bytes = Theme.carried["languages/\(code).yaml"], let tag = LanguageTag(code) else { throw Missing() }
    let (data, found) = LanguageFile.read(SourceFile(path: "\(code).yaml", bytes: bytes), tag: tag)
    #expect(!found.hasErrors)
    return data
  }

  /// The texts between quotes that stand directly behind one of these words in the sources of a room.
  private func literals(after words: [String], in room: String) throws -> Set<String> {
    let folder = try ProjectFolder.root().appending(path: "Sources/\(room)")
    var found: Set<String> = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path(percentEncoded: false))
    where path.hasSuffix(".swift") {
      let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
      for word in words {
        for piece in text.split(separator: word, omittingEmptySubsequences: false).dropFirst() {
          // `text(\n"key"` and `text(flag ? "yes" : "no")` count too.
          let call = piece.prefix { $0 != ")" && $0 != "," && $0 != "[" }
          guard call.drop(while: { $0 == " " || $0 == "\n" }).first == "\"" || call.contains("?") else { continue }
          let parts = call.split(separator: "\"", omittingEmptySubsequences: false)
          found.formUnion(parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
        }
      }
    }
    return found
  }

  private func keys() throws -> Set<String> {
    let words = [".text(", " text(", "label(", "word(", ".caption(", "(\"prev\", ", "(\"next\", "]
    let asked = try literals(after: words, in: "Rendering").union(literals(after: [".text(", " text("], in: "Site"))
    // What is no key: values made up of parts, and attributes and texts of markup.
    return asked.filter { key in
      !key.isEmpty
        && key.utf8.allSatisfy { $0 == UInt8(ascii: "-") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }.subtracting([
      "rel", "role", "scope", "hreflang", "aria-current", "tabindex", "alt", "title", "type", "start",
      "align", "class", "disabled", "loading", "decoding", "audience-", "checked", "width", "height", "fill", "stroke",
      "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap", "points", "xmlns", "font-size",
      "font-family", "font-weight", "text-anchor", "x", "y", "x1", "y1", "x2", "y2", "rx", "d", "charset", "name",
      "content", "http-equiv", "data-audience", "cx", "cy", "r", "aria-hidden", "download", "colspan", "day-",
      "suspended",
    ])
  }

  @Test(arguments: codes) func everyKeyExists(_ code: String) throws {
    let keys = try keys()
    for known in [
      "skip-to-content", "previous", "next", "yes", "no", "risk-register-caption", "breadcrumbs", "tags", "footnote",
    ] {
      #expect(keys.contains(known), "the sources were read: \(known)")
    }
    #expect(keys.subtracting(try data(code).strings.keys).sorted() == [])
  }

  /// Keys that are put together from the names of the data.
  @Test(arguments: codes) func everyMadeUpKeyExists(_ code: String) throws {
    var keys = Admonition.names + ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map { "day-\($0)" }
    for field in [Risk.status.spec, Risk.category.spec, Phase.kind.spec] {
      guard case .choice(let names) = field.kind else { throw Missing() }
      keys += names.map { "\(field.name)-\($0)" }
    }
    keys += Audience.names.map { "audience-\($0)" }
    #expect(Set(keys).subtracting(try data(code).strings.keys).sorted() == [])
  }

  @Test(arguments: codes) func allLanguagesHaveTheSameKeys(_ code: String) throws {
    let (own, italian) = (try data(code), try data("it"))
    #expect(Set(own.strings.keys) == Set(italian.strings.keys))
    #expect(Set(own.plurals.keys) == Set(italian.plurals.keys))
    #expect(Set(own.datePatterns.keys) == Set(DateFormat.allCases.filter(\.hasPatterns).map(\.rawValue)))
    for (key, text) in own.strings { #expect(placeholders(text) == placeholders(italian.strings[key] ?? ""), "\(key)") }
  }

  private func placeholders(_ text: String) -> Set<String> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
        $0.split(separator: "}").first.map(String.init)
      })
  }

  @Test(arguments: codes) func aLanguageHasNoProblem(_ code: String) throws {
    var problems: [String] = []
    _ = Language(try data(code), problems: &problems)
    #expect(problems == [])
  }
}
