// Where a page's links lead, as values: they become addresses only when the page is written.

import Syntax

/// Where one link leads.
package enum LinkDestination: Sendable {
  /// Outside the site, or an address that is merged when the page is written.
  case address
  /// A page of the site by its group, with an anchor.
  case page(group: Int, anchor: String?)
  /// A heading of the same page.
  case anchor(String)
  /// A file beside the pages, by its path.
  case file(String)
  /// It was reported; nothing is linked.
  case broken
}

/// The destinations of a page's links, index by index as in its document.
package struct LinkDestinations: Sendable {
  package var links: [LinkDestination] = []
  package var pageLinks: [LinkDestination] = []
  /// Indices into the glossary's terms; nil for one that was reported.
  package var terms: [Int?] = []
}

extension MarkdownDocument {
  /// Whether any link needs to be looked up in the site.
  var hasInternalLinks: Bool {
    !pageLinks.isEmpty || links.contains { $0.url.constant.map(WebAddress.isRelative) ?? true }
  }
}
