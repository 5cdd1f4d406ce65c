// V15: a wave without close watch from its go-live on.

import Languages
import Syntax

enum HypercareMissing: Rule {
  static let id = "V15"
  static let weight = RuleClass.completeness
  static let rationale = "The first weeks after a go-live are watched day by day, from the first day on."
  static let messages = [
    "missing": RuleMessage(
      "the wave \"{id}\" has no hypercare",
      "add hypercare, from {goLive} to the day on which its exit criteria are to be met"),
    "late": RuleMessage(
      "hypercare of \"{id}\" begins on {from}, its go-live is {goLive}", "let it begin on the day of the go-live"),
  ]
  static let example = RuleExample(
    broken: """
      waves.yaml
        - { id: w1, markets: [SE], goLive: 2026-03-02, hypercare: { from: ‸2026-03-09, to: 2026-04-10 } }
      """,
    sound: """
      waves.yaml
        - { id: w1, markets: [SE], goLive: 2026-03-02, hypercare: { from: 2026-03-02, to: 2026-04-10 } }
      """)

  static func check(_ context: RuleContext) -> [Finding] {
    context.all[Wave.schema].compactMap { wave in
      guard let goLive = wave[Wave.goLive] else { return nil }
      guard let hypercare = wave[Wave.hypercare] else { return Finding("missing", wave, "id", ["goLive": goLive.iso]) }
      guard let from = hypercare[Hypercare.from], goLive < from else { return nil }
      return Finding(
        "late", at: hypercare.place(of: "from"), ["id": wave.title, "from": from.iso, "goLive": goLive.iso], of: wave,
        related: [.init("the go-live", wave.place(of: "goLive"))])
    }
  }
}
