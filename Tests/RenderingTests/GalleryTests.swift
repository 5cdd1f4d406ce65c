// The gallery of the shipped wiki shows every component of the list, on the page of its group, in every language.

import Foundation
import Rendering
import TestSites
import Testing

@Suite struct GalleryTests {
  private func page(_ group: ComponentGroup, _ language: String) throws -> [Substring] {
    let path = "content/gallery/gallery-\(group.rawValue).\(language).md"
    let text = try String(contentsOf: try ProjectFolder.root().appending(path: path), encoding: .utf8)
    return text.split(separator: "\n")
  }

  /// A heading with its name, the line that makes it as code and as itself, and its arguments; in the order of the list.
  @Test(arguments: ["it", "sv", "de"]) func showsEveryComponent(_ language: String) throws {
    for group in ComponentGroup.allCases {
      let lines = try page(group, language)
      let components = Components.all.filter { $0.group == group }
      let headings = lines.filter { $0.hasPrefix("## ") }.compactMap { $0.split(separator: "{#").last?.dropLast() }
      #expect(headings.map(String.init) == components.map { $0.name }, "\(group.rawValue), \(language)")
      for component in components {
        let made = lines.filter { $0 == "::\(component.name)" || $0.hasPrefix("::\(component.name){") }
        #expect(made.contains { line in made.count { $0 == line } >= 2 }, "\(component.name), \(language)")
        let isTheLast = component.name == "component-arguments"
        #expect(
          lines.contains("::component-arguments{of=\(isTheLast ? "table" : component.name)}"), "\(component.name)")
      }
    }
  }
}
