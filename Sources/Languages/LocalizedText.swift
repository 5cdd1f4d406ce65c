// One text in several languages, as it stands in a record's field.

/// A text per language, in the order in which it was written.
///
/// A small array, not a dictionary: a site has a handful of languages, and the order must not change between runs.
package struct LocalizedText: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package let language: LanguageTag
    package let text: String

    package init(language: LanguageTag, text: String) {
      (self.language, self.text) = (language, text)
    }
  }

  /// At most one entry per language.
  package private(set) var entries: [Entry] = []

  package init() {}

  /// A text known in one language only.
  package init(_ text: String, in language: LanguageTag) {
    entries = [Entry(language: language, text: text)]
  }

  /// Of several entries for one language the first holds; who reads a file reports the others.
  package init(_ entries: some Sequence<Entry>) {
    for entry in entries where self[entry.language] == nil { self.entries.append(entry) }
  }

  package var languages: [LanguageTag] { entries.map(\.language) }
  package var isEmpty: Bool { entries.isEmpty }

  /// The text in exactly that language. Setting nil removes it; a new language goes last.
  package subscript(language: LanguageTag) -> String? {
    get { entries.first { $0.language == language }?.text }
    set {
      let index = entries.firstIndex { $0.language == language }
      switch (index, newValue.map { Entry(language: language, text: $0) }) {
      case (let index?, let entry?): entries[index] = entry
      case (let index?, nil): entries.remove(at: index)
      case (nil, let entry?): entries.append(entry)
      case (nil, nil): break
      }
    }
  }

  /// The text for a reader of `language`, else in the first of the fallbacks that has one.
  ///
  /// The language found comes along, so that a text in another language than its page can be marked with `lang`.
  package func resolve(
    for language: LanguageTag, fallbacks: [LanguageTag]
  ) -> (text: String, language: LanguageTag)? {
    if let text = self[language] { return (text, language) }
    for fallback in fallbacks {
      if let text = self[fallback] { return (text, fallback) }
    }
    return nil
  }
}
