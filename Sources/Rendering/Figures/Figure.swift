// What a component returns: a caption, a typed table and drawings; every output format is written from it.

import Languages
package import Markup
package import Site
import Transition

/// A view of the data. HTML, print, CSV, search text and mail are written from the same value.
package struct Figure: Sendable {
  package internal(set) var caption: String
  /// One sentence for the reader when there are no rows.
  package let emptyText: String
  package let columns: [Column]
  package fileprivate(set) var rows: [Row]
  /// What stands between the caption and the rows.
  var lead: [MergedText] = []
  /// What stands below the rows.
  var notes: [MergedText] = []
  /// Nil where all rows are people's.
  package internal(set) var proposed: Proposed?
  /// Pictures of the same data, above the table.
  var drawings: [Markup] = []
  /// How the table stands.
  var form = Form.table

  /// Forms of a table in HTML.
  enum Form: Sendable {
    case table
    /// A grid of marks: narrow cells in the middle of their columns.
    case grid
    /// Rows that hold much text: each a sheet of its own.
    case sheets
    /// The table repeats a drawing in words, and is folded below it under this title.
    case folded(String)
  }

  package struct Column: Sendable {
    package let title: String
    /// The field it shows; nil for what is derived from several.
    package let field: String?
    package let isNumber: Bool
    /// On pages its cells stand under their row, across it, behind their title: for sentences beside narrow columns.
    let isBelow: Bool

    package init(_ title: String, field: String?, isNumber: Bool = false) {
      self.init(title, field: field, isNumber: isNumber, isBelow: false)
    }

    init(_ title: String, field: String?, isNumber: Bool = false, isBelow: Bool) {
      self.title = title
      self.field = field
      self.isNumber = isNumber
      self.isBelow = isBelow
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
    package fileprivate(set) var cells: [Cell]
    /// The sum of the rows above it.
    var isTotal = false
    /// Under which links lead to it; unique on the page.
    var anchor: String?
    /// Its first cell stands across all columns: it says what the rows below it have in common.
    var isHeading = false
    /// How deep it stands below the row it is a part of.
    var level = 0

    init(record: String, cells: [Cell], isTotal: Bool = false, anchor: String? = nil, level: Int = 0) {
      (self.record, self.cells, self.isTotal) = (record, cells, isTotal)
      (self.anchor, self.level) = (anchor, level)
    }
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
    /// A number or a day as machines read it; nil for texts.
    var plain: Plain?
    /// Places of the page that it names, in its text's stead.
    var links: [Link] = []
    /// A box to tick on paper stands before the text.
    var hasBox = false
    /// The box is ticked: what the text says is done.
    var isTicked = false
    /// Answers to choose from, each with a box to tick on paper, in its text's stead.
    var choices: [MergedText] = []
    /// Lines to write on by hand.
    var blankLines = 0
    /// What explains the text, in small letters below it.
    var detail: MergedText?
    /// A tint behind it, where its text says the same.
    var tint: Tint?

    enum Plain: Sendable, Equatable {
      case number(FixedDecimal)
      case day(Day)
    }

    enum Tint: Sendable { case low, middle, high }

    /// A name that leads to a row of the page, or to another page.
    struct Link: Sendable {
      let text: MergedText
      /// As seen from the page; a page's route below the edition's folder until `linked(from:)`.
      fileprivate(set) var address: String

      init(text: MergedText, anchor: String) { (self.text, address) = (text, "#" + anchor) }

      /// A page, by its route.
      init(text: MergedText, page route: String) { (self.text, address) = (text, RelativeAddress.file(route)) }
    }

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

    /// A number in the language's form, and as it is.
    init(_ text: String, _ number: FixedDecimal?) {
      self.init(text)
      plain = number.map { .number($0) }
    }

    /// Links beside each other; their names are its text.
    init(links: [Link]) {
      self.init(links.map(\.text.plainText).joined(separator: ", "))
      self.links = links
    }

    /// A line to write on by hand.
    static var blank: Cell {
      var cell = Cell("")
      cell.blankLines = 1
      return cell
    }

    /// Whether nothing stands in it.
    var isEmpty: Bool { text.text.isEmpty && drawing == nil && !hasBox && blankLines == 0 }

    /// Boxes to tick below each other; their words are its text.
    init(choices: [MergedText]) {
      self.init(choices.map(\.plainText).joined(separator: " / "))
      self.choices = choices
    }

    /// The cell with that in small letters below it.
    func explained(_ detail: MergedText?) -> Cell {
      var cell = self
      cell.detail = detail
      return cell
    }

    /// The cell with a tint behind it.
    func tinted(_ tint: Tint?) -> Cell {
      var cell = self
      cell.tint = tint
      return cell
    }
  }

  package init(caption: String, emptyText: String, columns: [Column], rows: [Row]) {
    self.caption = caption
    self.emptyText = emptyText
    self.columns = columns
    self.rows = rows
  }
}

extension Figure.Cell.Plain {
  init?(_ value: Value) {
    switch value {
    case .number(let number): self = .number(number)
    case .day(let day): self = .day(day)
    default: return nil
    }
  }
}

extension Figure {
  /// The same with its links to pages as seen from a page, from which `home` is the way to the edition's folder.
  func linked(from home: String) -> Figure {
    var figure = self
    for row in rows.indices {
      for cell in rows[row].cells.indices {
        for link in rows[row].cells[cell].links.indices where !rows[row].cells[cell].links[link].address.hasPrefix("#")
        {
          figure.rows[row].cells[cell].links[link].address = home + rows[row].cells[cell].links[link].address
        }
      }
    }
    return figure
  }
}
