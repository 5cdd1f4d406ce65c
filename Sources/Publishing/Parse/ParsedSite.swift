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
}
