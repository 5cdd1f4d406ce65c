// Findings as short lines that a test can compare: where, and which rule.

package import Syntax

extension Diagnostic {
  /// `content/index.sv.md:3:5`, or the path alone for a file as a whole.
  package var location: String {
    guard let file = place.file else { return place.path }
    let (line, column) = file.position(of: Int(place.span.start))
    return "\(place.path):\(line):\(column)"
  }

  /// `V01 content/index.sv.md:3:5`.
  package var line: String { "\(id) \(location)" }
}

extension [Diagnostic] {
  package var lines: [String] { map(\.line) }
  package var errors: [Diagnostic] { filter { $0.severity == .error } }
  package func named(_ id: String) -> [Diagnostic] { filter { $0.id == id } }
}
