// What a document's own text does not say, and whoever writes it as HTML must be told.

package import Languages
package import Markup
package import Site
package import Syntax

/// What a document's own text does not say: where links lead, what references mean, what directives show.
package protocol MarkdownResolver {
  func address(ofLink index: Int) -> WebAddress?
  func append(reference index: Int, to html: inout Markup)
  /// Whether its value holds a list or another block.
  func holdsBlocks(reference index: Int) -> Bool
  func append(pageLink index: Int, to html: inout Markup)
  /// The words of a page link, where no link may stand.
  func words(ofPageLink index: Int) -> String
  /// What is below a node in plain words, with its values: a heading in the contents, the description of an image.
  func words(below node: Int32) -> String
  func append(directive index: Int, to html: inout Markup)
  func text(_ template: TextTemplate) -> String
  /// The anchor of the nth heading.
  func anchor(ofHeading index: Int) -> String?
  /// A heading in plain words.
  func words(ofHeading index: Int) -> String
  /// The file of the site that a link or an image leads to.
  func file(ofLink index: Int) -> ContentFile?
  /// What a term of the glossary means.
  func term(_ index: Int) -> TermMeaning?
  /// The language of the words that a page adds to its text: titles, labels.
  var language: Language { get }
}

/// A term of the glossary in the language of a text.
package struct TermMeaning {
  let id: String
  let name: MergedText
  let definition: MergedText
}
