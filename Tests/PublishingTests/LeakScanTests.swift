// The last look at an edition's bytes: phrases against a plain search, amounts and contacts in every written form.

import Foundation
import TestRandom
import Testing

@testable import Publishing

@Suite struct LeakScanTests {
  private func list(_ texts: [String]) -> PhraseList {
    PhraseList(sorted: texts.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }.map { $0[...] })
  }

  private func found(_ phrases: [String], in text: String) -> [String] {
    let sorted = phrases.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    let scan = LeakScan(phrases: list(phrases), names: [], amounts: [])
    return scan.findings(in: [Array(text.utf8)[...]]).phrases.sorted().map { sorted[$0] }
  }

  @Test func findsWhatBeginsAtAWord() {
    let phrases = ["Svarsund tar över", "Svarsund tar över i mars", "åtta nya medarbetare"]
    #expect(found(phrases, in: "<p>Svarsund tar över i mars.</p>") == Array(phrases[0...1]))
    #expect(found(phrases, in: "»Svarsund tar över« och\u{A0}åtta nya medarbetare") == [phrases[0], phrases[2]])
    #expect(found(phrases, in: "xSvarsund tar över; Svarsund tar öve") == [])
    #expect(found(phrases, in: "Svarsund tar över") == [phrases[0]], "at the very end")
  }

  /// Few words, so that phrases begin alike, hold one another and overlap.
  @Test(arguments: [1, 2, 3]) func findsWhatAPlainSearchFinds(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let words = ["överlämning", "kund", "plan", "åtta", "risk", "data", "och", "kunskap"]
    func text(_ count: ClosedRange<Int>) -> String {
      (0..<Int.random(in: count, using: &random)).map { _ in words.randomElement(using: &random)! }
        .joined(separator: " ")
    }
    let phrases = Set((0..<400).map { _ in text(2...6) }).filter { $0.utf8.count >= 12 }.sorted()
    for _ in 0..<40 {
      let page = "<p>" + text(5...60) + "</p>"
      let expected = phrases.filter { phrase in
        page.range(of: " " + phrase) != nil || page.range(of: ">" + phrase) != nil
      }
      #expect(Set(found(phrases, in: page)) == Set(expected))
    }
  }

  @Test func namesCountAsWholeWords() {
    let scan = LeakScan(phrases: list([]), names: [Array("Anna Berg".utf8), Array("Åke".utf8)], amounts: [])
    func names(_ text: String) -> Set<Int> { scan.findings(in: [Array(text.utf8)[...]]).names }
    #expect(names("Fråga Anna Berg, hon vet.") == [0])
    #expect(names("Anna Bergman eller Åkermark") == [])
    #expect(names("(Åke)") == [1])
  }

  @Test(arguments: [
    ("522850", [522_850]), ("522.850", [522_850]), ("522 850", [522_850]), ("522\u{A0}850", [522_850]),
    ("522\u{202F}850", [522_850]), ("522,850", [522_850]), ("522'850", [522_850]), ("522’850", [522_850]),
    ("522.850,00 €", [522_850]), ("EUR522850", [522_850]), ("1.522.850", [1_522_850]),
    ("1 522 850", [1_522_850, 522_850]),
    ("9.999", []), ("9999", []), ("10 000", [10_000]), ("16.3.2026", []), ("522.85", []), ("522.8501", []),
    ("522850a", []), ("2026-03-16", []), ("0,52", []), ("99999999999999999999", []),
  ])
  func readsAmounts(_ text: String, _ expected: [UInt64]) {
    var found: [UInt64] = []
    Array(text.utf8).withUnsafeBytes { bytes in
      var at = 0
      while at < bytes.count {
        if WordBytes.table[Int(bytes[at])] == WordBytes.digit {
          at = max(at + 1, AmountReader.read(bytes, at: at) { found.append($0) })
        } else {
          at += 1
        }
      }
    }
    #expect(found == expected)
  }

  @Test(arguments: [
    ("Skriv till anna.berg@firma.example.", ["email anna.berg@firma.example"]),
    ("<a href=\"mailto:A_B+c@Firma.example\">", ["email a_b+c@firma.example"]),
    ("@media print", []), ("a@b", []), ("se @firma.example", []),
    ("Ring +46 40 123 45 67 nu", ["phone 1234567"]), ("+39 (0)2 1234-5678", ["phone 2345678"]),
    ("tel:+46401234567", ["phone 1234567"]), ("040-123 45 67.", ["phone 1234567"]),
    ("0771\u{A0}100\u{A0}200", ["phone 1100200"]),
    ("089/1234567", ["phone 1234567"]), ("(040) 12 34 567", ["phone 1234567"]), ("0046 40 123456", ["phone 0123456"]),
    ("+49 (0) 89 / 1234567", ["phone 1234567"]), ("0176 - 1234567", ["phone 1234567"]),
    ("0331 / 123456", ["phone 1123456"]),
    ("01234567890", []), ("DE89 3704 0044 0532 0130 00", []), ("SE45 5000 0000 0583 9825 7466", []),
    ("+12 500 000 kr", []), ("08-12 13-17 18-20", []), ("02-03-2026 09-17", []), ("012-345-678", []),
    ("01.03.2026", []), ("08-17", []), ("version 0.12.345.678", []), ("1+1234567890", []), ("2026-03-16", []),
  ])
  func readsContacts(_ text: String, _ expected: [String]) {
    let found = Array(text.utf8).withUnsafeBytes { ContactReader.contacts(in: $0).map(\.contact) }
    #expect(found.map { "\($0.kind.rawValue) \($0.key)" } == expected)
  }

  @Test(arguments: [
    ("Vi byter *inte* nummer förrän i maj.", ["nummer förrän i maj."]),
    ("Priset är 522 850 kronor per år", ["Priset är 522 850 kronor per år", "kronor per år"]),
    ("service-level-agreement", []), ("kort text", []), ("”Den nya partnern” vet", ["Den nya partnern” vet"]),
    ("Rad ett är lång\nrad två är lång", ["Rad ett är lång", "rad två är lång"]),
  ])
  func cutsWhereAPageMayPrintOtherwise(_ text: String, _ expected: [String]) {
    var found: [String] = []
    var text = text
    text.withUTF8 { PhraseCutter.cut($0) { found.append(String(decoding: $0, as: UTF8.self)) } }
    #expect(found == expected)
  }
}
