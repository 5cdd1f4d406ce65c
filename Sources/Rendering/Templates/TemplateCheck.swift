// Mustache prints nothing for a name it does not know: so every name in a template is checked here, with its line.

import Syntax

enum TemplateCheck {
  /// Names that hold text. They are escaped where they are printed.
  static let textNames: Set<String> = [
    "language", "audience", "policy", "robots", "refresh", "title", "heading", "lead", "siteName", "edition", "asOf",
    "description", "canonical", "stylesheet", "icon", "skip", "menu", "homeAddress", "allPages",
    "allPagesAddress", "fallback", "fallbackLanguage", "original", "originalLabel", "status", "facts", "ownerLabel",
    "owner", "reviewByLabel", "reviewBy", "tagsLabel", "tags", "home",
  ]

  /// Names that hold markup this program wrote; only these may stand in `{{{ }}}`.
  static let markupNames: Set<String> = [
    "alternates", "logo", "languages", "breadcrumbs", "navigation", "contents", "content", "members", "neighbours",
    "legal",
  ]

  static func check(_ file: SourceFile, templates: Set<String>) -> [Diagnostic] {
    let tags = tags(of: file)
    // What may be closed by its name beside values: partials with blocks, and the blocks themselves.
    let closable = templates.union(tags.filter { $0.tag.sign == UInt8(ascii: "$") }.map(\.tag.name))
    return tags.compactMap { problem($0.tag, templates, closable, Place(file, $0.span)) }
  }

  private static func tags(of file: SourceFile) -> [(tag: Tag, span: SourceSpan)] {
    var found: [(tag: Tag, span: SourceSpan)] = []
    let bytes = file.bytes
    var at = 0
    while at + 1 < bytes.count {
      guard bytes[at] == UInt8(ascii: "{"), bytes[at + 1] == UInt8(ascii: "{") else {
        at += 1
        continue
      }
      let isTriple = at + 2 < bytes.count && bytes[at + 2] == UInt8(ascii: "{")
      let start = at + (isTriple ? 3 : 2)
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "}"), bytes[end] != UInt8(ascii: "\n") { end += 1 }
      let content = String(decoding: bytes[start..<end], as: UTF8.self)
      found.append((Tag(content, isTriple: isTriple), SourceSpan(start..<end)))
      at = end
    }
    return found
  }

  private struct Tag {
    let sign: UInt8
    let name: String
    let isTriple: Bool

    init(_ content: String, isTriple: Bool) {
      let trimmed = content.utf8.drop { $0 == 0x20 }
      let signs = "#^/>!&%<$".utf8
      sign = trimmed.first.flatMap { signs.contains($0) ? $0 : nil } ?? 0
      let rest = sign == 0 ? Substring(trimmed) : Substring(trimmed.dropFirst())
      name = rest.split(separator: " ").first.map(String.init) ?? ""
      self.isTriple = isTriple
    }
  }

  private static func problem(
    _ tag: Tag, _ templates: Set<String>, _ closable: Set<String>, _ place: Place
  ) -> Diagnostic? {
    switch tag.sign {
    case UInt8(ascii: "!"), UInt8(ascii: "%"), UInt8(ascii: "$"): return nil
    case UInt8(ascii: ">"), UInt8(ascii: "<"):
      return templates.contains(tag.name)
        ? nil : unknown("template", tag.name, templates.sorted(), place)
    case UInt8(ascii: "/") where closable.contains(tag.name): return nil
    case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"):
      let names = textNames.union(markupNames)
      return names.contains(tag.name) || tag.name == "." ? nil : unknown("value", tag.name, names.sorted(), place)
    default:
      let names = tag.isTriple || tag.sign == UInt8(ascii: "&") ? markupNames : textNames
      if names.contains(tag.name) || tag.name == "." && !tag.isTriple { return nil }
      return markupNames.contains(tag.name)
        ? escapedMarkup(tag.name, place) : unknown("value", tag.name, names.sorted(), place)
    }
  }

  private static func unknown(_ what: String, _ name: String, _ names: [String], _ place: Place) -> Diagnostic {
    Diagnostic(
      "template", at: place, "there is no \(what) \"\(name)\"", rule: "a template uses names that exist",
      help: didYouMean(name, among: names))
  }

  private static func escapedMarkup(_ name: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      "template", at: place, "\"\(name)\" is markup and would show its tags", rule: "markup stands in three braces",
      help: "write {{{\(name)}}}")
  }

  static func broken(_ file: SourceFile, _ reason: String) -> Diagnostic {
    Diagnostic(
      "template", at: Place(file, SourceSpan(at: 0)), "the template cannot be read: \(reason)",
      rule: "templates are Mustache", help: "check that every {{#section}} is closed")
  }
}
