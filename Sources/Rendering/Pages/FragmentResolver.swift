// What a fragment without a site can say: addresses that hold, and the titles of admonitions in a language.

package import Languages
package import Markup
package import Site
package import Syntax

/// Resolves nothing that needs a site; such uses are reported before a fragment is drawn.
package struct FragmentResolver: MarkdownResolver {
  private let document: MarkdownDocument
  package let language: Language

  package init(_ document: MarkdownDocument, language: Language) {
    self.document = document
    self.language = language
  }

  package func address(ofLink index: Int) -> WebAddress? {
    document.links[index].url.constant.flatMap { try? WebAddress(checking: $0) }
  }

  package func text(_ template: TextTemplate) -> String { template.constant ?? "" }
  package func anchor(ofHeading index: Int) -> String? { nil }
  package func words(ofHeading index: Int) -> String { document.headings[index].text }
  package func words(ofPageLink index: Int) -> String { "" }
  package func words(below node: Int32) -> String { document.plainText(of: node) }
  package func file(ofLink index: Int) -> ContentFile? { nil }
  package func term(_ index: Int) -> TermMeaning? { nil }
  package func append(reference index: Int, to html: inout Markup) {}
  package func holdsBlocks(reference index: Int) -> Bool { false }
  package func append(pageLink index: Int, to html: inout Markup) {}
  package func append(directive index: Int, to html: inout Markup) {}
}
