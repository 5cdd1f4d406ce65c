// What parsing gives: the content, the theme, the languages, and what became of every file.

package import Languages
package import Rendering
package import Site
package import Syntax

package struct ParsedSite: Sendable {
  package let content: ParsedContent
  package let names: NameIndex
  package let theme: Theme
  package let languages: [Language]
  /// What every edition may show: templates, the words of the languages.
  let commonTexts: [[UInt8]]
  /// Files below `content` that are data; that nothing uses; that have errors and are not pages.
  package let dataCount: Int
  package let unused: [String]
  package let errorCount: Int
  /// The tables among the data, to say rows and columns of what is found in their records.
  let tables: [CSVTable]

  /// Findings about records, with row and column where these stand in a table.
  package func located(_ findings: [Diagnostic]) -> [Diagnostic] { tables.located(findings) }

  /// What templates and languages print by themselves.
  static func commonTexts(_ tree: SourceTree, _ languages: [Language]) -> [[UInt8]] {
    // What new sites begin with is on a page only where somebody wrote it there.
    func isTemplate(_ path: String) -> Bool { !path.hasSuffix(".yaml") && !path.hasPrefix("new/") }
    let carried = Theme.carried.filter { isTemplate($0.key) }.sorted { $0.key < $1.key }.map(\.value)
    let own = tree.entries.filter { $0.path.utf8.starts(with: "templates/".utf8) && isTemplate($0.path) }
    let words = languages.flatMap { language in
      let data = language.data
      return data.strings.values.sorted() + data.fields.values.sorted() + data.collections.values.sorted()
        + data.plurals.values.flatMap(\.values).sorted()
    }
    return carried + own.compactMap(\.bytes).filter { !carried.contains($0) }
      + [Array(words.joined(separator: "\n").utf8)]
  }
}
