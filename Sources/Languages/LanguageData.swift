// Everything that a language file holds, as plain values.

/// The content of `templates/languages/<code>.yaml`, read but not yet checked; `Language` is made from it.
///
/// An empty text or map means that the file does not give the value. That is what lets a site's own file hold only
/// the keys that it changes.
package struct LanguageData: Hashable, Sendable {
  package var tag: LanguageTag
  /// The language's name in itself: "Svenska".
  package var name: String
  /// Texts of the interface by key, with `{name}` placeholders (`strings`).
  package var strings: [String: String] = [:]
  /// What fields of the data are called, by the name of the field (`fields`): the headers of sheets and tables.
  package var fields: [String: String] = [:]
  /// What collections of records are called, by their name (`collections`): sheets of a workbook, captions of tables.
  package var collections: [String: String] = [:]
  /// What rules say, by the key of the message: `V21.trigger` (`messages`).
  package var messages: [String: String] = [:]
  /// Texts that depend on a number, by key and category; `{n}` is the number (`counts`).
  package var plurals: [String: [PluralCategory: String]] = [:]
  /// When each category holds, in CLDR's syntax (`plurals`); `other` needs no rule.
  package var pluralRules: [PluralCategory: String] = [:]
  /// How a date is put into a sentence, by the raw value of a `DateFormat` that has a pattern (`dates`).
  package var datePatterns: [String: DatePatterns] = [:]
  /// Days of the month, 1...31, that are not written with their plain number (`dates.dayNumbers`): Italian 1 is "1º".
  package var dayNumbers: [Int: String] = [:]
  /// A week of the current year: "settimana {week}" (`weeks.week`).
  package var week = ""
  /// A week of another year: "settimana {week} del {year}" (`weeks.weekYear`).
  package var weekYear = ""
  package var lists = ListPatterns()
  package var quotes = Quotes()
  /// Words that a line end must not part from the number behind or before them, with spaces between (`noBreak`).
  package var noBreakBeforeNumber = ""
  package var noBreakAfterNumber = ""
  /// The ICU locale whose order sorts lists: "sv", "de@collation=phonebook" (`collation`).
  package var collation = ""

  package init(tag: LanguageTag, name: String) {
    (self.tag, self.name) = (tag, name)
  }

  /// The patterns of one date format: by day of the month, since an article may depend on how a number is spoken.
  package struct DatePatterns: Hashable, Sendable {
    /// A text with `{date}`.
    package var standard: String
    /// Texts with `{date}` for single days, 1...31.
    package var byDay: [Int: String]

    package init(standard: String, byDay: [Int: String] = [:]) {
      (self.standard, self.byDay) = (standard, byDay)
    }
  }

  /// Patterns with `{0}` and `{1}` as in CLDR: for two items, and for the first, inner and last joints of more.
  package struct ListPatterns: Hashable, Sendable {
    package var pair = ""
    package var start = ""
    package var middle = ""
    package var end = ""

    package init() {}
  }

  /// Quotation marks, and those for a quotation inside another.
  package struct Quotes: Hashable, Sendable {
    package var open = ""
    package var close = ""
    package var innerOpen = ""
    package var innerClose = ""

    package init() {}
  }
}

extension LanguageData {
  /// These data, with what `changes` gives put in its place, key by key.
  package func overridden(by changes: LanguageData) -> LanguageData {
    var result = self
    result.strings.merge(changes.strings) { $1 }
    result.fields.merge(changes.fields) { $1 }
    result.collections.merge(changes.collections) { $1 }
    result.messages.merge(changes.messages) { $1 }
    result.plurals.merge(changes.plurals) { $0.merging($1) { $1 } }
    result.pluralRules.merge(changes.pluralRules) { $1 }
    result.datePatterns.merge(changes.datePatterns) { $0.overridden(by: $1) }
    result.dayNumbers.merge(changes.dayNumbers) { $1 }
    for text in Self.singleTexts where !changes[keyPath: text].isEmpty {
      result[keyPath: text] = changes[keyPath: text]
    }
    return result
  }

  private static var singleTexts: [WritableKeyPath<LanguageData, String>] {
    [
      \.name, \.week, \.weekYear, \.collation, \.noBreakBeforeNumber, \.noBreakAfterNumber,
      \.lists.pair, \.lists.start, \.lists.middle, \.lists.end,
      \.quotes.open, \.quotes.close, \.quotes.innerOpen, \.quotes.innerClose,
    ]
  }
}

extension LanguageData.DatePatterns {
  fileprivate func overridden(by changes: Self) -> Self {
    Self(
      standard: changes.standard.isEmpty ? standard : changes.standard,
      byDay: byDay.merging(changes.byDay) { $1 })
  }
}
