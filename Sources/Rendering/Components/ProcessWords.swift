// What processes, departments and directions are called, the same in maps, sheets and grids.

import Languages
import Site
import Transition

extension ComponentContext {
  /// A department in the reader's language, where that has a word for it.
  func department(_ name: String) -> String { language.text("department-\(name)") ?? name }

  /// How often something passes, in the reader's language where that has a word for it.
  func frequency(_ interaction: Record) -> String {
    let written = interaction[Interaction.frequency] ?? ""
    return language.text("frequency-\(written)") ?? written
  }

  /// "→ E": an arrow and a letter, which a note explains.
  func sign(_ direction: InteractionDirection) -> String { "\(direction.arrow)\u{A0}\(letter(direction))" }

  func letter(_ direction: InteractionDirection) -> String {
    switch direction {
    case .in: text("direction-letter-in")
    case .out: text("direction-letter-out")
    case .both: text("direction-letter-both")
    case .unknown: "?"
    }
  }

  /// Which way that is, in a word.
  func word(_ direction: InteractionDirection) -> String {
    direction == .unknown ? "?" : format.word(direction.rawValue, Interaction.direction.spec)
  }

  /// Which way that is, in a sentence's words.
  func meaning(_ direction: InteractionDirection) -> String {
    switch direction {
    case .in: text("direction-from-department")
    case .out: text("direction-to-department")
    case .both: text("direction-both-ways")
    case .unknown: text("direction-unknown")
    }
  }

  /// What hangs on a process: a word and a tint.
  func criticality(_ process: Record) -> Figure.Cell {
    cell(process, ServiceProcess.criticality).tinted(process.criticalityTint)
  }

  /// "PR01 Bestell- und Lieferstatus".
  func name(of process: Record, mark: String) -> MergedText {
    let name = cell(process, ServiceProcess.name).text
    return MergedText("\(mark) \(name.plainText)", language: name.language)
  }
}

extension InteractionDirection {
  /// With the departments at the left: from them, to them.
  var arrow: String {
    switch self {
    case .in: "→"
    case .out: "←"
    case .both: "↔"
    case .unknown: "–"
    }
  }
}

extension Record {
  var criticalityTint: Figure.Cell.Tint? {
    switch self[ServiceProcess.criticality] {
    case "critical": .high
    case "high": .middle
    case "normal", "low": .low
    default: nil
    }
  }

  /// It stays with the client.
  var isRetained: Bool { self[ServiceProcess.outsourceable] == "none" }
}

extension TransitionProject {
  /// Short names of all processes, by their ids: these where all are short, else numbers.
  var processMarks: [String: String] {
    let ids = self[ServiceProcess.schema].map(\.id)
    let isShort = ids.allSatisfy { $0.utf8.count <= 4 }
    let marks = ids.enumerated().map { ($0.element, isShort ? $0.element.uppercased() : String($0.offset + 1)) }
    return Dictionary(marks) { first, _ in first }
  }
}
