// What a component returns: a caption, a typed table and drawings; every output format is written from it.

package import Markup
package import Site

/// A view of the data. HTML, print, CSV, search text and mail are written from the same value.
package struct Figure: Sendable {
  package let caption: String
  /// One sentence for the reader when there are no rows.
  package let emptyText: String
  package let columns: [Column]
  package let rows: [Row]
  /// What stands between the caption and the rows.
  var lead: [MergedText] = []
  /// What stands below the rows.
  var notes: [MergedText] = []
  /// Nil where all rows are people's.
  package internal(set) var proposed: Proposed?

  package struct Column: Sendable {
    package let title: String
    /// The field it shows; nil for what is derived from several.
    package let field: String?
    package let isNumber: Bool

    package init(_ title: String, field: String?, isNumber: Bool = false) {
      self.title = title
      self.field = field
      self.isNumber = isNumber
    }
  }

  /// The rows that nobody has confirmed yet, and what is said of them.
  package struct Proposed: Sendable {
    let word: String
    let note: String
    let rows: Set<Int>
  }

  package struct Row: Sendable {
    /// The record it shows.
    package let record: String
    package let cells: [Cell]
    /// The sum of the rows above it.
    var isTotal = false
  }

  /// What a cell's words mean for the reader; shown by a mark and a colour, beside the words.
  enum Tone: Sendable {
    case good, attention, bad, open
  }

  package struct Cell: Sendable {
    package let text: MergedText
    /// A drawing that shows what the text says.
    package let drawing: Markup?
    let tone: Tone?

    package init(_ text: MergedText, drawing: Markup? = nil) {
      self.text = text
      self.drawing = drawing
      tone = nil
    }

    init(_ text: String, tone: Tone?) {
      self.text = MergedText(text)
      drawing = nil
      self.tone = tone
    }

    package init(_ text: String) { self.init(MergedText(text)) }
  }

  package init(caption: String, emptyText: String, columns: [Column], rows: [Row]) {
    self.caption = caption
    self.emptyText = emptyText
    self.columns = columns
    self.rows = rows
  }
}
