// `templates/languages/<code>.yaml` → `LanguageData`: the only place where a language's YAML is read.

package import Syntax

package enum LanguageFile {
  private static let topKeys = [
    "code", "name", "plurals", "dates", "weeks", "lists", "quotes", "noBreak", "collation", "strings", "counts",
    "fields", "collections", "messages",
  ]

  /// Reads one file. What a file leaves out is empty, so that a site's own file may hold only what it changes.
  package static func read(_ file: SourceFile, tag: LanguageTag) -> (LanguageData, [Diagnostic]) {
    var data = LanguageData(tag: tag, name: "")
    let (node, syntax) = YAMLReader.read(file)
    guard let node, !syntax.hasErrors else { return (data, syntax) }
    var diagnostics = syntax
    for entry in node.entries ?? [] {
      if !take(entry, into: &data) { diagnostics.append(unknownKey(entry, file)) }
    }
    return (data, diagnostics)
  }

  private static func take(_ entry: YAMLNode.Entry, into data: inout LanguageData) -> Bool {
    switch entry.key {
    case "code": break
    case "name": data.name = entry.value.text ?? ""
    case "plurals": data.pluralRules = categories(entry.value)
    case "dates": dates(entry.value, &data)
    case "weeks":
      data.week = entry.value["week"]?.text ?? ""
      data.weekYear = entry.value["weekYear"]?.text ?? ""
    case "lists":
      data.lists.pair = entry.value["pair"]?.text ?? ""
      data.lists.start = entry.value["start"]?.text ?? ""
      data.lists.middle = entry.value["middle"]?.text ?? ""
      data.lists.end = entry.value["end"]?.text ?? ""
    case "quotes":
      data.quotes.open = entry.value["open"]?.text ?? ""
      data.quotes.close = entry.value["close"]?.text ?? ""
      data.quotes.innerOpen = entry.value["innerOpen"]?.text ?? ""
      data.quotes.innerClose = entry.value["innerClose"]?.text ?? ""
    case "noBreak":
      data.noBreakBeforeNumber = entry.value["beforeNumber"]?.text ?? ""
      data.noBreakAfterNumber = entry.value["afterNumber"]?.text ?? ""
    case "collation": data.collation = entry.value.text ?? ""
    case "strings": data.strings = texts(entry.value)
    case "fields": data.fields = texts(entry.value)
    case "collections": data.collections = texts(entry.value)
    case "messages": data.messages = texts(entry.value)
    case "counts":
      for count in entry.value.entries ?? [] { data.plurals[count.key] = categories(count.value) }
    default: return false
    }
    return true
  }

  private static func dates(_ node: YAMLNode, _ data: inout LanguageData) {
    for format in node.entries ?? [] {
      if format.key == "dayNumbers" {
        data.dayNumbers = byDay(format.value)
      } else {
        data.datePatterns[format.key] = .init(
          standard: format.value["default"]?.text ?? "", byDay: byDay(format.value))
      }
    }
  }

  private static func byDay(_ node: YAMLNode) -> [Int: String] {
    var days: [Int: String] = [:]
    for entry in node.entries ?? [] {
      if let day = Int(entry.key) { days[day] = entry.value.text ?? "" }
    }
    return days
  }

  private static func categories(_ node: YAMLNode) -> [PluralCategory: String] {
    var texts: [PluralCategory: String] = [:]
    for entry in node.entries ?? [] {
      if let category = PluralCategory(rawValue: entry.key) { texts[category] = entry.value.text ?? "" }
    }
    return texts
  }

  private static func texts(_ node: YAMLNode) -> [String: String] {
    var texts: [String: String] = [:]
    for entry in node.entries ?? [] { texts[entry.key] = entry.value.text ?? "" }
    return texts
  }

  private static func unknownKey(_ entry: YAMLNode.Entry, _ file: SourceFile) -> Diagnostic {
    Diagnostic(
      "language-file", at: Place(file, entry.keySpan), "\"\(entry.key)\" is not part of a language file",
      rule: "a language file has \(topKeys.joined(separator: ", "))", help: didYouMean(entry.key, among: topKeys))
  }
}
