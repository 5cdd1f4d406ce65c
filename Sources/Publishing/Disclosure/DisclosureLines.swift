// The lines of one edition's part of the report: things that say the same are put together.

import Languages
import Site
import Syntax
import Transition

struct DisclosureLines {
  private let items: [DisclosureItem]
  private let sourceLanguage: LanguageTag

  init(_ part: Disclosure.Part, sourceLanguage: LanguageTag) {
    (items, self.sourceLanguage) = (part.items, sourceLanguage)
    origin = { [readers = part.edition.readers] in $0.map { " (\($0.shown) → \(readers.shown))" } ?? "" }
  }

  /// ` (internal → public)` for what had narrower readers before.
  let origin: (Readership?) -> String

  /// Items in groups, in the order in which the groups begin.
  func grouped<Key: Hashable>(_ kind: DisclosureItem.Kind, _ groupKey: (DisclosureItem) -> Key)
    -> [(key: Key, items: [DisclosureItem])]
  {
    var groups: [(key: Key, items: [DisclosureItem])] = []
    var positions: [Key: Int] = [:]
    for item in items where item.key.kind == kind {
      let key = groupKey(item)
      if let position = positions[key] {
        groups[position].items.append(item)
      } else {
        positions[key] = groups.count
        groups.append((key, [item]))
      }
    }
    return groups
  }

  /// What holds some items, of those with the same readers before.
  struct Owner: Hashable {
    let name: [String]
    let before: Readership?
  }

  // MARK: Pages

  /// `- steps/risks: "Risker" (sv, de)`.
  var pages: [String] {
    grouped(.page) { Owner(name: $0.key.holder, before: $0.before) }.map { owner, items in
      let title = items.first { $0.key.name == sourceLanguage.code } ?? items[0]
      let languages = items.map(\.key.name).joined(separator: ", ")
      return "- \(shown(owner.name[0])): \"\(shown(title.text))\" (\(languages))\(origin(owner.before))"
    }
  }

  /// `- steps/risks: 3 (sv), 2 (de)`.
  var parts: [String] {
    grouped(.part, \.key.holder).map { holder, items in
      "- \(shown(holder[0])): " + items.map { "\($0.text) (\($0.key.name))" }.joined(separator: ", ")
    }
  }

  // MARK: Texts and values

  /// What is new in a page or a record, with how the first of it begins.
  var texts: [String] {
    grouped(.text) { Owner(name: $0.key.holder, before: $0.before) }.map { owner, items in
      let first = items.min { $0.place.span.start < $1.place.span.start } ?? items[0]
      let more = items.count == 1 ? "" : " and \(items.count - 1) more"
      let name = shown(owner.name.filter { !$0.isEmpty }.joined(separator: ", "))
      return "- \(name)\(origin(owner.before)): \"\(excerpt(first.text))\"\(more)\n"
        + "  \(DiagnosticText.location(first.place))"
    }
  }

  private func excerpt(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return shown(line.unicodeScalars.count > 70 ? String(line.unicodeScalars.prefix(70)) + "…" : line)
  }

  func plain(_ kind: DisclosureItem.Kind) -> [String] {
    items.filter { $0.key.kind == kind }.map { "- \(shown($0.text))\(origin($0.before))" }
  }

  /// With the place where it stands.
  func placed(_ kind: DisclosureItem.Kind) -> [String] {
    items.filter { $0.key.kind == kind }.map {
      "- \(shown($0.text))\(origin($0.before))  \(DiagnosticText.location($0.place))"
    }
  }

  /// By the file that they stand in: `522,850 at 3:14`.
  var amounts: [String] {
    grouped(.amount) { Owner(name: [$0.place.path], before: $0.before) }.map { owner, items in
      let sorted = items.sorted { ($0.place.span.start, $0.text) < ($1.place.span.start, $1.text) }
      let values = sorted.map { item in
        let position = item.place.file?.position(of: Int(item.place.span.start))
        return item.text + (position.map { " at \($0.line):\($0.column)" } ?? "")
      }
      return Self.wrapped("- \(shown(owner.name[0]))\(origin(owner.before)): ", values)
    }
  }

  // MARK: Lines

  private static let width = 100

  /// A list in lines that fit on paper; the following ones are set in.
  static func wrapped(_ start: String, _ values: [String]) -> String {
    let margin = String(repeating: " ", count: start.hasPrefix(" ") ? 4 : 2)
    var lines: [String] = []
    var line = start
    for (index, value) in values.enumerated() {
      let piece = DiagnosticText.visible(value) + (index + 1 < values.count ? "," : "")
      let isFirst = line == start || line == margin
      if !isFirst, line.unicodeScalars.count + piece.unicodeScalars.count + 1 > width {
        lines.append(line)
        line = margin
      }
      line += (line == start || line == margin ? "" : " ") + piece
    }
    return (lines + [line]).joined(separator: "\n")
  }

  func shown(_ text: String) -> String { DiagnosticText.visible(text) }
}
