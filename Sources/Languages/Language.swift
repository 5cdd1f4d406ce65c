// A language ready for use: its texts, and the way it writes dates, numbers, lists and plurals.

internal import Foundation

/// A language of a site. One object serves all threads; its only state are caches behind locks.
package final class Language: Sendable {
  package let tag: LanguageTag
  /// The language's name in itself: "Svenska".
  package let name: String
  /// What it was made from, for listing and comparing the keys of languages.
  package let data: LanguageData

  /// ICU's conventions for the language. Always this explicit one, never the locale of the process.
  let locale: Locale
  let collation: Locale
  let dates: DateTexts
  let numbers = NumberTexts()
  let patterns: LanguagePatterns
  package let typography: Typography

  private let pluralRules: PluralRules

  /// Makes a language even from data with faults, and adds a sentence for each to `problems`.
  ///
  /// A problem names its key as the language file does: `plurals.one`, `dates.from.8`, `strings.home`. What cannot
  /// be used is replaced by something plain, so that a site can go on to report its other problems.
  package init(_ data: LanguageData, problems: inout [String]) {
    self.data = data
    (tag, name) = (data.tag, data.name)
    locale = Locale(identifier: data.tag.code)
    collation = Locale(identifier: data.collation.isEmpty ? data.tag.code : data.collation)
    dates = DateTexts(locale: locale, dayNumbers: data.dayNumbers)
    typography = Typography(data)
    pluralRules = PluralRules(data.pluralRules, problems: &problems)
    patterns = LanguagePatterns(data, categories: pluralRules.categories, problems: &problems)
  }

  /// The text of the interface with that key, its `{name}` placeholders filled; nil if the language has none.
  package func text(_ key: String, _ values: [String: String] = [:]) -> String? {
    patterns.strings[key]?.filled(with: values)
  }

  /// What a rule says, by the key of its message, with the values that clash; nil if the language has no words for it.
  package func message(_ key: String, _ values: [String: String]) -> String? {
    data.messages[key].flatMap { MessagePattern($0)?.filled(with: values) }
  }

  /// What a field of the data is called; its name where the language has no title for it.
  package func title(ofField name: String) -> String { data.fields[name] ?? name }

  /// What a collection of records is called; its name where the language has no title for it.
  package func title(ofCollection name: String) -> String { data.collections[name] ?? name }

  /// The text with that key as pieces, for who puts markup into its placeholders.
  package func pattern(_ key: String) -> MessagePattern? {
    patterns.strings[key]
  }

  /// The text with that key for a number, which stands for `{n}` as the language writes it.
  package func plural(_ key: String, count: FixedDecimal, _ values: [String: String] = [:]) -> String? {
    guard let forms = patterns.plurals[key] else { return nil }
    let form = forms[pluralCategory(of: count)] ?? forms[.other]
    return form?.filled(with: values.merging(["n": number(count)]) { given, _ in given })
  }

  package func plural(_ key: String, count: Int, _ values: [String: String] = [:]) -> String? {
    plural(key, count: FixedDecimal(count), values)
  }

  package func pluralCategory(of count: FixedDecimal) -> PluralCategory {
    pluralRules.category(of: PluralOperands(count))
  }
}
