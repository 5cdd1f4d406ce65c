// Tries the quotes, apostrophes and no-break spaces of each language.

import Testing

@testable import Languages

@Suite struct TypographyTests {
  @Test(arguments: [
    ("it", "\"a\"", "«a»"), ("sv", "\"a\"", "”a”"), ("de", "\"a\"", "„a“"),
    ("it", "l'avviso e dell'8", "l’avviso e dell’8"), ("it", "(\"a 'b' c\")", "(«a “b” c»)"),
    ("de", "er sagt: \"a 'b'.\"", "er sagt: „a ‚b‘.“"), ("sv", "Anders' \"hej\", sa hon", "Anders’ ”hej”, sa hon"),
    ("it", "gli anni '90 e 'ndrangheta", "gli anni ’90 e ’ndrangheta"), ("de", "27\" breit", "27\" breit"),
    ("it", "«già» \"e\u{301}\"", "«già» «e\u{301}»"),
  ])
  func quotes(_ code: String, _ typed: String, _ printed: String) throws {
    #expect(try LanguageFiles.language(code).typography.typeset(typed) == printed)
  }

  /// `~` stands for a no-break space.
  @Test(arguments: [
    ("it", "80 % di 600 000 e 1 600 pezzi", "80~% di 600~000 e 1~600 pezzi"), ("it", "art. 5, n. 12", "art.~5, n.~12"),
    ("sv", "kl. 9, s. 5, 80 %, 5 kr", "kl.~9, s.~5, 80~%, 5~kr"), ("de", "z. B. Nr. 5, § 613a", "z.~B. Nr.~5, §~613a"),
    ("de", "d. h. 8 h – also", "d.~h. 8~h~– also"), ("sv", "ord – ord", "ord~– ord"),
    ("de", "Phase 2 beginnt", "Phase 2 beginnt"),
    ("it", "2 marzo 2026", "2 marzo 2026"), ("sv", "12 345 678 90", "12~345~678 90"), ("sv", "a 12 3456", "a 12 3456"),
  ])
  func spaces(_ code: String, _ typed: String, _ printed: String) throws {
    let typeset = try LanguageFiles.language(code).typography.typeset(typed)
    #expect(typeset.replacing("\u{A0}", with: "~") == printed)
  }

  /// A quotation may begin in one piece of a text and end in another.
  @Test func piecesRemember() throws {
    let typography = try LanguageFiles.language("de").typography
    var state = Typography.State()
    let pieces = ["a \"", "b", "\" c"].map { piece in
      var piece = piece
      return piece.withUTF8 { typography.typeset($0, &state).map { String(decoding: $0, as: UTF8.self) } } ?? piece
    }
    #expect(pieces == ["a „", "b", "“ c"])
  }
}
