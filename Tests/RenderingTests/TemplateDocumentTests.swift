// `templates/README.md` names every value that a template may use, and no other.

import Foundation
import Rendering
import Testing

@Suite struct TemplateDocumentTests {
  @Test func theDocumentNamesEveryValue() throws {
    var place = URL(filePath: #filePath)
    for _ in 0..<3 { place = place.deletingLastPathComponent() }
    let document = try String(contentsOf: place.appending(path: "templates/README.md"), encoding: .utf8)
    let parts = document.split(separator: "## Names in templates").last?.split(separator: "## A new language").first
    let rows = try #require(parts).split(separator: "\n").filter { $0.hasPrefix("| `") }
    let named = rows.flatMap { row in
      row.split(separator: "|")[0].split(separator: "`").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    }
    #expect(Set(named) == Theme.valueNames && named.count == Theme.valueNames.count)
  }
}
