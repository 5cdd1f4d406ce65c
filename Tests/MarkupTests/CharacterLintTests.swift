// Keeps `Character` out of the code that reads and writes markup: a quote and an accent after it are one of them.

import Foundation
import Testing

@Suite struct CharacterLintTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")

  @Test(arguments: ["Markup", "Syntax"])
  func noCharacters(_ room: String) throws {
    let folder = Self.sources.appending(path: room)
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
      .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    #expect(!files.isEmpty)
    for file in files {
      for (number, line) in try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        if finds(in: String(line)) { Issue.record("\(file.lastPathComponent):\(number + 1): \(line)") }
      }
    }
  }

  @Test func findsWhatItLooksFor() {
    for line in [
      "let a: Character = b", "[Character]()", "a as Character", "if Character(b) == c // d", "text.characters",
    ] {
      #expect(finds(in: line) == !line.hasPrefix("text"), "\(line)")
    }
    for line in [
      "// a Character", "/// one `Character` each", "let a = 1 // Character", "controlCharacters", "\"a Character\"",
      "CharacterSetX",
    ] {
      #expect(!finds(in: line), "\(line)")
    }
  }

  /// Whether the type's name stands in the code of a line: as a word, outside of comments and texts.
  private func finds(in line: String) -> Bool {
    var code = ""
    for (index, part) in line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    where index.isMultiple(of: 2) {
      code += part + " "
    }
    if let comment = code.range(of: "//") { code = String(code[..<comment.lowerBound]) }
    let words = code.unicodeScalars.split { !CharacterSet.alphanumerics.contains($0) && $0 != "_" }
    return words.contains { String($0) == "Character" }
  }
}
