// Values that are chosen from a list in the data have a word in every language that the program carries.

import Rendering
import Syntax
import Testing
import Transition

struct ChoiceWordTests {
  /// Choices that are the same in every language: signs of units.
  private static let signs: Set<String> = ["unit"]

  private static func fields(of schema: EntitySchema) -> [(String, [String])] {
    schema.fields.flatMap { field -> [(String, [String])] in
      switch field.kind {
      case .choice(let names): [(field.name, names)]
      case .list(.record(let inner)), .record(let inner): fields(of: inner)
      default: []
      }
    }
  }

  @Test(arguments: ["it", "sv", "de"])
  func everyChoiceHasItsWord(language: String) throws {
    let bytes = try #require(Theme.carried["languages/\(language).yaml"])
    let node = try #require(YAMLReader.read(SourceFile(path: language, bytes: bytes)).node)
    let strings = try #require(node["strings"])
    var asked = 0
    for (field, names) in Entities.all.flatMap(Self.fields) where !Self.signs.contains(field) {
      for name in names {
        asked += 1
        #expect(strings["\(field)-\(name)"]?.text?.isEmpty == false, "\(field)-\(name)")
      }
    }
    #expect(asked > 50)
  }
}
