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
  private let origin: (Readership?) -> String

  /// Items in groups, in the order in which the groups begin.
  private func grouped<Key: Hashable>(_ kind: DisclosureItem.Kind, _ groupKey: (DisclosureItem) -> Key)
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

  // MARK: Pages

  private struct Owner: Hashable {
    let name: [String]
    let before: Readership?
  }

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

  // MARK: Records

  private struct Collection: Hashable {
    let name: [String]
    let before: Readership?
    var fields: [String] = []
  }

  /// Whole records: their ids, then the fields that all of them show, then those that some do.
  func records(_ isMeant: ([String]) -> Bool) -> [String] {
    let records = grouped(.field) { Owner(name: $0.key.holder, before: $0.before) }.filter { isMeant($0.key.name) }
    var collections: [(key: Collection, records: [(id: String, fields: [String])])] = []
    for (owner, items) in records {
      let key = Collection(name: Array(owner.name.dropLast()), before: owner.before)
      let record = (id: owner.name.last ?? "", fields: Self.outermost(items.map(\.key.name)))
      if let position = collections.firstIndex(where: { $0.key == key }) {
        collections[position].records.append(record)
      } else {
        collections.append((key, [record]))
      }
    }
    return collections.flatMap { key, records -> [String] in
      let all = Set(records.flatMap(\.fields)).sorted()
      let common = all.filter { name in records.allSatisfy { $0.fields.contains(name) } }
      let some = all.filter { !common.contains($0) }
      var lines = [Self.wrapped("- \(title(key.name)), \(count(records.count))\(origin(key.before)): ", records.map(\.id))]
      if !common.isEmpty { lines.append(Self.wrapped("  fields: ", common)) }
      if !some.isEmpty { lines.append(Self.wrapped("  in some: ", some)) }
      return lines
    }
  }

  /// Fields that are new in records that were shown before: `- p, milestones, m1, m2: planned`.
  func fields(_ isMeant: ([String]) -> Bool) -> [String] {
    let records = grouped(.field) { Owner(name: $0.key.holder, before: $0.before) }.filter { isMeant($0.key.name) }
    var groups: [(key: Collection, ids: [String])] = []
    for (owner, items) in records {
      let fields = Self.outermost(items.map(\.key.name))
      let key = Collection(name: Array(owner.name.dropLast()), before: owner.before, fields: fields)
      if let position = groups.firstIndex(where: { $0.key == key }) {
        groups[position].ids.append(owner.name.last ?? "")
      } else {
        groups.append((key, [owner.name.last ?? ""]))
      }
    }
    return groups.map { key, ids in
      Self.wrapped("- \(title(key.name)) \(ids.joined(separator: ", "))\(origin(key.before)): ", key.fields)
    }
  }

  /// A mapping stands for the fields inside it.
  private static func outermost(_ names: [String]) -> [String] {
    let all = Set(names)
    return names.filter { name in
      let parts = name.split(separator: ".")
      return !(1..<max(1, parts.count)).contains { all.contains(parts.prefix($0).joined(separator: ".")) }
    }
  }

  /// `nordhem-casa, milestones`; the glossary and `site.yaml` belong to no project.
  private func title(_ collection: [String]) -> String {
    shown(collection.filter { !$0.isEmpty }.joined(separator: ", "))
  }

  private func count(_ count: Int) -> String { count == 1 ? "1 record" : "\(count) records" }

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

  private func shown(_ text: String) -> String { DiagnosticText.visible(text) }
}
