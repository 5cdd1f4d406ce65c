// Tries language tags, localised texts and texts with placeholders.

import Testing

@testable import Languages

@Suite struct TextTests {
  @Test(arguments: ["it", "sv", "nds", "pt-BR", "sr-Latn", "sr-Latn-RS"])
  func acceptsTags(_ code: String) {
    #expect(LanguageTag(code)?.code == code)
  }

  @Test(arguments: [
    "", "i", "IT", "ital", "pt-br", "pt_BR", "pt-", "-BR", "pt-BRA", "sr-latn", "sr-RS-Latn", "it-IT-x", "it ", "ìt",
    "en-001",
  ])
  func refusesTags(_ code: String) {
    #expect(LanguageTag(code) == nil)
  }

  @Test func resolvesTexts() throws {
    let (it, sv, de) = try (tag("it"), tag("sv"), tag("de"))
    var text = LocalizedText([.init(language: sv, text: "Hej"), .init(language: it, text: "Ciao")])
    #expect(text[sv] == "Hej")
    #expect(text[de] == nil)
    #expect(text.resolve(for: it, fallbacks: [sv]).map { "\($0.text) \($0.language)" } == "Ciao it")
    #expect(text.resolve(for: de, fallbacks: [de, sv, it]).map { "\($0.text) \($0.language)" } == "Hej sv")
    #expect(text.resolve(for: de, fallbacks: []) == nil)
    text[de] = "Hallo"
    text[sv] = nil
    #expect(text.languages == [it, de])
    text[it] = "Salve"
    #expect(text.entries.map(\.text) == ["Salve", "Hallo"])
    #expect(LocalizedText([.init(language: it, text: "a"), .init(language: it, text: "b")])[it] == "a")
  }

  @Test func fillsPlaceholders() throws {
    let pattern = try #require(MessagePattern("Från {first} till {last-day}: {first}"))
    #expect(pattern.placeholders == ["first", "last-day", "first"])
    let values = ["first": "{last-day}", "last-day": "\u{301}"]
    #expect(pattern.filled(with: values) == "Från {last-day} till \u{301}: {last-day}")
    #expect(pattern.filled(with: [:]) == "Från {first} till {last-day}: {first}")
    #expect(MessagePattern("")?.pieces == [])
    #expect(MessagePattern("{a}{b}")?.pieces == [.placeholder("a"), .placeholder("b")])
  }

  @Test(arguments: ["{", "}", "a {b", "a b}", "{}", "{a b}", "{{a}}", "{é}", "{a}}"])
  func refusesStrayBraces(_ text: String) {
    #expect(MessagePattern(text) == nil)
  }

  private func tag(_ code: String) throws -> LanguageTag {
    try #require(LanguageTag(code))
  }
}
