// The colours of all drawings, by what they are for: on white, on dark, in print and for readers who tell few colours.

/// A drawing says them twice: as an attribute, for slides and printers, and as a class, by which `figures.css` gives them
/// their dark form. Nothing is told by a colour alone: shapes, hatching or words say the same.
enum Ink: String, Sendable, CaseIterable {
  case text, muted, grid, paper
  /// Places: what is blocked, a target band, a cell of a grid.
  case soft
  /// What is over; a reference beside the value.
  case past
  /// The value that the drawing is about; the two beside it. They keep apart for all colour vision, and in grey.
  case main, second, third
  /// Judgements.
  case good, attention, bad
  /// Tints behind dark text, from harmless to grave.
  case low, middle, high

  /// On paper and white: text 7:1, marks 3:1 against white.
  var hex: String {
    switch self {
    case .text: "#1a2330"
    case .muted: "#556070"
    case .grid: "#dde1e7"
    case .paper: "#ffffff"
    case .soft: "#e3e7ec"
    case .past: "#8a94a3"
    case .main: "#1f5fa8"
    case .second: "#b45300"
    case .third: "#0c7a6b"
    case .good: "#1c6b45"
    case .attention: "#8a5300"
    case .bad: "#a3243b"
    case .low: "#e4efe7"
    case .middle: "#fbeccb"
    case .high: "#f7d3d3"
    }
  }
}
