// How far knowledge has been handed over, in words, the same on process sheets and in the coverage grid.

import Languages
import Site
import Transition

extension ComponentContext {
  /// A language by its code: "Schwedisch".
  func languageName(_ code: String) -> String {
    LanguageTag(code).map { language.displayName(of: $0) } ?? code
  }

  /// "Abgenommen"; "Teilweise abgenommen, es fehlt Deutsch".
  func state(of coverage: TransferCoverage) -> Figure.Cell {
    switch coverage.state {
    case .none: return Figure.Cell(text("transfer-none"), tone: .bad)
    case .documentsOnly: return Figure.Cell(text("transfer-documents-only"), tone: .attention)
    case .planned: return Figure.Cell(text("transfer-planned"), tone: .open)
    case .running:
      let key = coverage.isDocumentsOnlySoFar ? "transfer-documents-so-far" : "transfer-running"
      return Figure.Cell(text(key), tone: .open)
    case .partlySignedOff:
      let missing = coverage.languages.filter { coverage.of(language: $0).signedOff.isEmpty }
      let names = language.list(missing.map { languageName($0) })
      return Figure.Cell(text("transfer-partly-signed-off", ["languages": names]), tone: .open)
    case .signedOff: return Figure.Cell(text("transfer-signed-off"), tone: .good)
    }
  }

  /// The same in a word or two, for drawings.
  func shortState(of coverage: TransferCoverage) -> String {
    switch coverage.state {
    case .none: text("transfer-none")
    case .documentsOnly: text("transfer-documents-only")
    case .planned: text("transfer-planned")
    case .running: text("transfer-running")
    case .partlySignedOff: text("transfer-partly")
    case .signedOff: text("transfer-signed-off")
    }
  }

  /// "7 von 9 durchgeführt, nächster am 12. Januar".
  func sessions(of coverage: TransferCoverage) -> Figure.Cell {
    guard !coverage.planned.isEmpty else { return Figure.Cell("") }
    let held = text("sessions-held", count(coverage.held.count, of: coverage.planned.count))
    let ahead = coverage.planned.compactMap { $0[KTSession.date] }.first { !format.asOf.hasReached($0).holds }
    guard let ahead else { return Figure.Cell(held) }
    let day = language.format(ahead, as: .on, relativeTo: format.asOf.day)
    return Figure.Cell(held + "; " + text("next-session", ["day": day]))
  }

  /// "4 von 5 bestanden".
  func tests(of coverage: TransferCoverage) -> Figure.Cell {
    guard !coverage.tested.isEmpty else { return Figure.Cell("") }
    return Figure.Cell(text("tests-passed", count(coverage.passed.count, of: coverage.tested.count)))
  }

  /// A day of this year without it, and as machines read it.
  func shortDayCell(_ day: Day?) -> Figure.Cell {
    var cell = Figure.Cell(day.map { shortDay($0) } ?? "")
    cell.plain = day.map { .day($0) }
    return cell
  }

  func count(_ n: Int, of all: Int) -> [String: String] {
    ["n": language.number(n), "of": language.number(all)]
  }
}
