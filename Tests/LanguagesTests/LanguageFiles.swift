// Reads the shipped language files for the tests, with a reader that knows only the YAML they are written in.

import Foundation

@testable import Languages

/// A map of a language file: a text, or keys with what belongs to them.
indirect enum FileValue {
  case text(String)
  case map([String: FileValue])

  subscript(key: String) -> FileValue? {
    if case .map(let entries) = self { entries[key] } else { nil }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var texts: [String: String] {
    if case .map(let entries) = self { entries.compactMapValues(\.text) } else { [:] }
  }

  var maps: [String: FileValue] {
    if case .map(let entries) = self { entries } else { [:] }
  }
}

enum LanguageFiles {
  struct Missing: Error {}

  static let codes = ["it", "sv", "de"]

  /// The language made from its shipped file; fails if the file has a problem.
  static func language(_ code: String) throws -> Language {
    var problems: [String] = []
    let language = Language(try data(code), problems: &problems)
    guard problems.isEmpty else { throw Problems(list: problems) }
    return language
  }

  struct Problems: Error { let list: [String] }

  static func data(_ code: String) throws -> LanguageData {
    let text = try String(contentsOf: try folder().appending(path: "\(code).yaml"), encoding: .utf8)
    let file = parse(text)
    guard let tag = LanguageTag(file["code"]?.text ?? ""), let name = file["name"]?.text else { throw Missing() }
    var data = LanguageData(tag: tag, name: name)
    data.strings = file["strings"]?.texts ?? [:]
    data.plurals = (file["counts"]?.maps ?? [:]).mapValues { categories($0.texts) }
    data.pluralRules = categories(file["plurals"]?.texts ?? [:])
    readDates(file["dates"]?.maps ?? [:], into: &data)
    readMarks(file, into: &data)
    return data
  }

  private static func readDates(_ dates: [String: FileValue], into data: inout LanguageData) {
    for (format, value) in dates {
      let texts = value.texts
      let days = [Int: String](uniqueKeysWithValues: texts.compactMap { day in Int(day.key).map { ($0, day.value) } })
      if format == "dayNumbers" {
        data.dayNumbers = days
      } else {
        data.datePatterns[format] = .init(standard: texts["default"] ?? "", byDay: days)
      }
    }
  }

  private static func readMarks(_ file: FileValue, into data: inout LanguageData) {
    let (weeks, lists) = (file["weeks"]?.texts ?? [:], file["lists"]?.texts ?? [:])
    (data.week, data.weekYear) = (weeks["week"] ?? "", weeks["weekYear"] ?? "")
    (data.lists.pair, data.lists.start) = (lists["pair"] ?? "", lists["start"] ?? "")
    (data.lists.middle, data.lists.end) = (lists["middle"] ?? "", lists["end"] ?? "")
    let noBreak = file["noBreak"]?.texts ?? [:]
    (data.noBreakBeforeNumber, data.noBreakAfterNumber) = (noBreak["beforeNumber"] ?? "", noBreak["afterNumber"] ?? "")
    let quotes = file["quotes"]?.texts ?? [:]
    (data.quotes.open, data.quotes.close) = (quotes["open"] ?? "", quotes["close"] ?? "")
    (data.quotes.innerOpen, data.quotes.innerClose) = (quotes["innerOpen"] ?? "", quotes["innerClose"] ?? "")
    data.collation = file["collation"]?.text ?? ""
  }

  private static func categories(_ texts: [String: String]) -> [PluralCategory: String] {
    .init(uniqueKeysWithValues: texts.compactMap { key, value in PluralCategory(rawValue: key).map { ($0, value) } })
  }

  /// The folder is looked for upwards from this file, so that it does not matter how deep the tests lie.
  private static func folder() throws -> URL {
    var place = URL(filePath: #filePath)
    while place.path(percentEncoded: false).utf8.count > 1 {
      place = place.deletingLastPathComponent()
      let folder = place.appending(path: "templates/languages")
      if FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) { return folder }
    }
    throw Missing()
  }

  /// Nested maps of texts, two spaces a level; comments on lines of their own.
  static func parse(_ text: String) -> FileValue {
    let lines = text.split(separator: "\n").filter { line in
      line.first { $0 != " " }.map { $0 != "#" } ?? false
    }
    var rest = lines[...]
    return map(&rest, indent: 0)
  }

  private static func map(_ lines: inout ArraySlice<Substring>, indent: Int) -> FileValue {
    var entries: [String: FileValue] = [:]
    while let line = lines.first, line.prefix(while: { $0 == " " }).count == indent {
      lines.removeFirst()
      let parts = line.dropFirst(indent).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let (key, value) = (unquoted(parts[0]), parts.count > 1 ? unquoted(parts[1].drop { $0 == " " }) : "")
      entries[key] = value.isEmpty ? map(&lines, indent: indent + 2) : .text(value)
    }
    return .map(entries)
  }

  private static func unquoted(_ text: Substring) -> String {
    text.count >= 2 && text.first == "\"" && text.last == "\"" ? String(text.dropFirst().dropLast()) : String(text)
  }
}

/// A day that the test's writer knows to exist.
func day(_ iso: String) throws -> Day {
  guard let day = Day(iso: iso) else { throw LanguageFiles.Missing() }
  return day
}

func decimal(_ text: String) throws -> FixedDecimal {
  guard let number = FixedDecimal(text) else { throw LanguageFiles.Missing() }
  return number
}
