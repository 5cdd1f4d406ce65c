// Images on a page: they come from the site itself, and those who do not see them are told what they show.

import Syntax
import Transition

enum ImageChecks {
  /// `readers` decide how much a missing description weighs: on a public page it shuts people out. (WCAG 2.2, 1.1.1)
  static func check(_ document: MarkdownDocument, readers: Audience) -> [Diagnostic] {
    guard document.links.contains(where: \.isImage) else { return [] }
    var found: [Diagnostic] = []
    for node in document.nodes where node.kind == .image {
      let link = document.links[Int(node.value)]
      let place = Place(document.source, link.span)
      if let url = link.url.constant {
        if !WebAddress.isRelative(url) { found.append(elsewhere(place)) }
      } else {
        found.append(merged(place))
      }
      if node.child < 0 { found.append(undescribed(place, readers)) }
    }
    return found
  }

  private static func elsewhere(_ place: Place) -> Diagnostic {
    Diagnostic(
      "image", at: place, "this image comes from elsewhere",
      rule: "a page asks nobody but its own site: another host would learn who reads it",
      help: "put the file beside the page and write its name, or link to the address")
  }

  private static func merged(_ place: Place) -> Diagnostic {
    Diagnostic(
      "image", at: place, "the address of this image is merged",
      rule: "an image is a file of the site, named where it is shown", help: "write the file's name")
  }

  private static func undescribed(_ place: Place, _ readers: Audience) -> Diagnostic {
    Diagnostic(
      "image-alt", readers == .public ? .error : .warning, at: place, "this image has no description",
      rule: "what an image shows is said in words between its brackets (WCAG 2.2, 1.1.1)",
      help: "write ![what it shows](file.png)")
  }
}
