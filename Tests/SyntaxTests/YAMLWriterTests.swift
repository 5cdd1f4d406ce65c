// Tries the YAML writer: the form that people would write, and every text comes back as it was.

import TestRandom
import Testing

@testable import Syntax

@Suite struct YAMLWriterTests {
  private let nowhere = SourceSpan(at: 0)

  private func scalar(_ text: String) -> YAMLNode { YAMLNode(.scalar(text, plain: false), nowhere) }

  private func mapping(_ entries: [(String, YAMLNode)]) -> YAMLNode {
    YAMLNode(.mapping(entries.map { .init(key: $0.0, keySpan: nowhere, value: $0.1) }), nowhere)
  }

  private func list(_ texts: [String]) -> YAMLNode { YAMLNode(.sequence(texts.map(scalar)), nowhere) }

  @Test func recordsAsPeopleWriteThem() {
    let long = String(repeating: "lång text ", count: 8) + "slut"
    let records = [
      mapping([
        ("id", scalar("r1-sent")), ("title", mapping([("sv", scalar("Sent")), ("de", scalar("Zu spät"))])),
        ("due", scalar("2026-03-02")), ("probability", scalar("4")), ("amount", scalar("-12.50")),
        ("markets", list(["SE", "DE"])), ("residual", mapping([("p", scalar("2")), ("i", scalar("3"))])),
      ]),
      mapping([
        ("id", scalar("no")), ("cause", mapping([("sv", scalar(long)), ("de", scalar(long))])),
        ("note", scalar("Första raden\n\n- en punkt")), ("x-own", scalar("+39 02 \"x\"")), ("å b", scalar("8:30")),
      ]),
    ]
    #expect(
      YAMLWriter.records(records) == """
        - id: r1-sent
          title: { sv: "Sent", de: "Zu spät" }
          due: 2026-03-02
          probability: 4
          amount: -12.50
          markets: [SE, DE]
          residual: { p: 2, i: 3 }
        - id: "no"
          cause:
            sv: "\(long)"
            de: "\(long)"
          note: |-
            Första raden

            - en punkt
          x-own: "+39 02 \\"x\\""
          "å b": "8:30"

        """)
  }

  /// Another seed may be put here to look further.
  static let seed: UInt64 = 20_261_122

  @Test func everyTextComesBack() throws {
    var generator = SeededGenerator(seed: Self.seed)
    let tokens = [
      "a", "é", "👩‍👩‍👧", " ", "  ", "\n", "\t", "\"", "'", "\\", "#", ": ", "- ", "{", "}", "[", "]", ",", "&", "*", "!",
      "|",
      ">", "%", "@", "`", "null", "~", "true", "yes", "1", "-", ".", "?", "\u{2028}", "\u{2029}", "\u{A0}", "\u{FEFF}",
      "---", "...", "=", "<<",
    ]
    func text() -> String {
      (0..<Int.random(in: 0...7, using: &generator)).map { _ in tokens.randomElement(using: &generator) ?? "" }.joined()
    }
    for _ in 0..<2000 {
      let texts = (0..<7).map { _ in text() }
      let record = mapping([
        ("id", scalar(texts[0])), ("a", scalar(texts[1])),
        ("b", mapping([("sv", scalar(texts[2])), ("de", scalar(texts[3]))])),
        ("c", list([texts[4], texts[5]])), ("d", YAMLNode(.sequence([mapping([("sv", scalar(texts[6]))])]), nowhere)),
      ])
      let yaml = YAMLWriter.records([record, record])
      let (node, diagnostics) = YAMLReader.read(SourceFile(path: "a.yaml", text: yaml))
      let back = try #require(node?.elements, "\(yaml)")
      let read = back.map { element in
        [
          element["id"], element["a"], element["b"]?["sv"], element["b"]?["de"], element["c"]?.elements?[0],
          element["c"]?.elements?[1], element["d"]?.elements?[0]["sv"],
        ].map { node -> String in if case .scalar(let text, _)? = node?.value { text } else { "-" } }
      }
      if read != [texts, texts] || !diagnostics.isEmpty {
        Issue.record("seed \(Self.seed): \(texts) became \(read) through \(yaml)")
      }
    }
  }
}
