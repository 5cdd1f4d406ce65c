// Where a page stands, and so how its links are written.

import Markup
import Syntax

enum Viewpoint {
  /// In a folder of the edition: links are relative, and work below any path and from `file://`.
  case folder(String)
  /// At no address of its own, as the page for what is not found: links begin at the edition's path.
  case anywhere(base: String)

  /// The address of an output.
  func address(of path: String) -> WebAddress { WebAddress(route: text(path)) }

  /// The address of the page in a folder.
  func address(ofFolder route: String) -> WebAddress { address(of: RelativeAddress.file(route)) }

  func text(_ path: String) -> String {
    switch self {
    case .folder(let route): RelativeAddress.from(route, to: path)
    case .anywhere(let base): base + path
    }
  }
}

extension Markup {
  /// A link with a text; a missing text shows as nothing, and a test holds that no language lacks one.
  mutating func link(to address: WebAddress, _ text: String?) {
    element("a", [.href(address)], text: text ?? "")
  }
}

extension Markup.Attribute {
  /// The language of what a link leads to.
  static func hreflang(_ code: String) -> Markup.Attribute { .text("hreflang", code) }
}
