// A text with places marked in it, so that a test says where a finding points without counting columns.

/// The mark `‸` stands directly before the place; it is not part of the text.
package struct MarkedText: Sendable {
  package let text: String
  /// `line:column` of every mark, both from 1, columns in Unicode scalars.
  package let marks: [String]

  package init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var marks: [String] = []
    var (line, column) = (1, 1)
    for scalar in marked.unicodeScalars {
      if scalar == "‸" {
        marks.append("\(line):\(column)")
        continue
      }
      text.append(scalar)
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    }
    self.text = String(text)
    self.marks = marks
  }
}
