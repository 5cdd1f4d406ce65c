// A language of a site, named by its BCP 47 code.

/// A BCP 47 code in its usual spelling: `it`, `pt-BR`, `sr-Latn`, `sr-Latn-RS`.
///
/// Only language, script and region are known: variants and extensions never name a site's language.
package struct LanguageTag: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as it stands in `lang` attributes, file names and addresses.
  package let code: String

  /// Takes 2-3 lower-case letters, then optionally a script (`Latn`), then optionally a region (`BR`).
  ///
  /// Other spellings of the same language (`PT-br`, `pt_BR`) are refused, so that a language has one name.
  package init?(_ code: String) {
    if Self.isLanguage(code.utf8) {
      self.code = code
      return
    }
    var subtags = code.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)[...]
    guard let language = subtags.popFirst(), Self.isLanguage(language) else { return nil }
    if let script = subtags.first, Self.isScript(script) { subtags.removeFirst() }
    if let region = subtags.first, Self.isRegion(region) { subtags.removeFirst() }
    guard subtags.isEmpty else { return nil }
    self.code = code
  }

  private init(known code: String) { self.code = code }

  /// The language of the program's own messages.
  package static let english = LanguageTag(known: "en")

  package var description: String { code }

  package static func < (left: LanguageTag, right: LanguageTag) -> Bool {
    left.code < right.code
  }

  private static func isLanguage(_ subtag: some Collection<UInt8>) -> Bool {
    (2...3).contains(subtag.count) && subtag.allSatisfy(isLower)
  }

  private static func isScript(_ subtag: some Collection<UInt8>) -> Bool {
    guard subtag.count == 4, let first = subtag.first else { return false }
    return isUpper(first) && subtag.dropFirst().allSatisfy(isLower)
  }

  private static func isRegion(_ subtag: some Collection<UInt8>) -> Bool {
    subtag.count == 2 && subtag.allSatisfy(isUpper)
  }

  private static func isLower(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isUpper(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }
}
