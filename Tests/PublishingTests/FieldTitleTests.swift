// Holds that the titles of the shipped languages name columns: each means its field, and never two of one entity.

import Languages
import Site
import Syntax
import Testing

@testable import Publishing
@testable import Transition

@Suite struct FieldTitleTests {
  private let languages = ["it", "sv", "de"].compactMap(LanguageTag.init).compactMap(LanguageLoader.carried)

  @Test func everyTitleMeansItsField() {
    let titles = LanguageLoader.titles(languages)
    #expect(languages.count == 3)
    var doubtful: [String] = []
    for schema in Entities.all where schema.flatColumns != nil {
      for language in languages {
        for field in schema.fields {
          guard let title = language.data.fields["\(schema.name).\(field.name)"] ?? language.data.fields[field.name]
          else {
            continue
          }
          let found = titles.fields(title, of: schema)
          if found != [field.name] {
            doubtful.append("\(language.tag) \(schema.name).\(field.name) \"\(title)\": \(found)")
          }
        }
      }
    }
    #expect(doubtful == [])
  }
}
