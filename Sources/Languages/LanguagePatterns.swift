// The texts of a language file with their placeholders found, and the complaints about those that cannot be used.

/// All patterns of a language, read once.
struct LanguagePatterns: Sendable {
  let strings: [String: MessagePattern]
  let plurals: [String: [PluralCategory: MessagePattern]]
  let dates: [DateFormat: DateSentences]
  let week, weekYear: MessagePattern
  let pair, listStart, listMiddle, listEnd: MessagePattern

  struct DateSentences: Sendable {
    let standard: MessagePattern
    let byDay: [Int: MessagePattern]
  }

  /// Reads everything that `data` holds; each fault becomes one sentence that begins with the key in the file.
  init(_ data: LanguageData, categories: [PluralCategory], problems: inout [String]) {
    var reader = PatternReader()
    strings = reader.strings(data.strings)
    plurals = reader.plurals(data.plurals, categories: categories)
    dates = reader.dates(data)
    week = reader.pattern(data.week, at: "weeks.week", needs: ["week"])
    weekYear = reader.pattern(data.weekYear, at: "weeks.weekYear", needs: ["week", "year"])
    pair = reader.pattern(data.lists.pair, at: "lists.pair", needs: ["0", "1"])
    listStart = reader.pattern(data.lists.start, at: "lists.start", needs: ["0", "1"])
    listMiddle = reader.pattern(data.lists.middle, at: "lists.middle", needs: ["0", "1"])
    listEnd = reader.pattern(data.lists.end, at: "lists.end", needs: ["0", "1"])
    problems += reader.problems
  }
}

/// Turns texts into patterns and collects what is wrong with them, in the order of keys.
private struct PatternReader {
  var problems: [String] = []

  mutating func strings(_ sources: [String: String]) -> [String: MessagePattern] {
    var patterns: [String: MessagePattern] = [:]
    for (key, source) in sources.sorted(by: { $0.key < $1.key }) {
      patterns[key] = pattern(source, at: "strings.\(key)")
    }
    return patterns
  }

  mutating func plurals(
    _ sources: [String: [PluralCategory: String]], categories: [PluralCategory]
  ) -> [String: [PluralCategory: MessagePattern]] {
    var patterns: [String: [PluralCategory: MessagePattern]] = [:]
    for (key, forms) in sources.sorted(by: { $0.key < $1.key }) {
      for category in categories where forms[category] == nil {
        problems.append("counts.\(key): has no text for the category “\(category.rawValue)”")
      }
      for (category, form) in forms.sorted(by: { $0.key < $1.key }) {
        patterns[key, default: [:]][category] = pattern(form, at: "counts.\(key).\(category.rawValue)")
      }
    }
    return patterns
  }

  mutating func dates(_ data: LanguageData) -> [DateFormat: LanguagePatterns.DateSentences] {
    checkDays(data)
    var sentences: [DateFormat: LanguagePatterns.DateSentences] = [:]
    for format in DateFormat.allCases where format.hasPatterns {
      let source = data.datePatterns[format.rawValue]
      let key = "dates.\(format.rawValue)"
      var byDay: [Int: MessagePattern] = [:]
      for (day, text) in (source?.byDay ?? [:]).sorted(by: { $0.key < $1.key }) {
        byDay[day] = pattern(text, at: "\(key).\(day)", needs: ["date"])
      }
      let standard = pattern(source?.standard ?? "", at: "\(key).default", needs: ["date"])
      sentences[format] = LanguagePatterns.DateSentences(standard: standard, byDay: byDay)
    }
    return sentences
  }

  /// Complains about formats that do not exist or have no patterns, and about days that no month has.
  private mutating func checkDays(_ data: LanguageData) {
    for (name, patterns) in data.datePatterns.sorted(by: { $0.key < $1.key }) {
      if DateFormat(rawValue: name)?.hasPatterns != true {
        problems.append("dates.\(name): is not a date format that takes patterns")
      }
      checkDays(Array(patterns.byDay.keys), at: "dates.\(name)")
    }
    checkDays(Array(data.dayNumbers.keys), at: "dates.dayNumbers")
  }

  private mutating func checkDays(_ days: [Int], at key: String) {
    for day in days.sorted() where !(1...31).contains(day) {
      problems.append("\(key).\(day): is not a day of the month, 1 to 31")
    }
  }

  /// Reads one pattern. A faulty one becomes its own text, a missing one the placeholders it should have.
  mutating func pattern(_ source: String, at key: String, needs names: [String] = []) -> MessagePattern {
    if source.isEmpty && !names.isEmpty {
      problems.append("\(key): is missing")
      return MessagePattern(names.map { "{\($0)}" }.joined(separator: ", ")) ?? MessagePattern(literal: "")
    }
    guard let pattern = MessagePattern(source) else {
      problems.append("\(key): has a brace that is not part of a placeholder such as {name}")
      return MessagePattern(literal: source)
    }
    for name in names where !pattern.placeholders.contains(name) {
      problems.append("\(key): has no {\(name)}")
    }
    return pattern
  }
}
