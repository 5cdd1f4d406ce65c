// A drawing as a file of its own: who makes one, and the list of all that can.

package import Markup
import Site

/// An SVG that stands by itself, in a file or on a page.
package struct Drawing: Sendable {
  /// What it shows, for the name of its file: `timeline`, or a record's id.
  package let name: String
  package let svg: Markup
}

/// What can be drawn of a project, in one language.
package protocol DrawingSource: Sendable {
  /// By which it is asked for.
  static var name: String { get }
  static func drawings(_ context: ComponentContext) -> [Drawing]
}

/// The list of all of them. A new one is one line here.
package enum Drawings {
  package static let all: [any DrawingSource.Type] = [Timeline.self, Scorecard.self]
}

extension Drawing {
  /// What made it, in its metadata.
  static let origin = "staffetta report"

  /// The bytes of its file.
  package var file: [UInt8] { svg.serializedXML() }

  /// Stands in every such file: a command replaces those and no others.
  package static let mark = "<metadata>\(origin)</metadata>"
}
