// The lines of the report about records: by collection, with the fields that all of them show and those that some do.

import Site
import Syntax
import Transition

extension DisclosureLines {
  private struct Shown {
    let id: String
    let fields: [String]
    /// Those that a page names.
    let onPages: Set<String>
  }

  private struct Collection: Hashable {
    /// The project and the collection.
    let name: [String]
    let before: Readership?
    var fields: [String] = []
  }

  /// What is said of one collection.
  private struct Entry {
    var projects: [String]
    let collection: String
    let count: String
    let ids: [String]
    let lines: [String]

    func saysTheSame(as other: Entry) -> Bool {
      collection == other.collection && count == other.count && ids == other.ids && lines == other.lines
    }
  }

  /// Whole records: their ids, the fields that all of them show, those that some do, those that stand on pages.
  func records(_ isMeant: ([String]) -> Bool) -> [String] {
    var entries: [Entry] = []
    for (key, records) in collections(isMeant) {
      let entry = Entry(
        projects: [key.name[0]], collection: key.name[1], count: "(\(records.count))\(origin(key.before))",
        ids: Self.runs(records.map(\.id)), lines: fieldLines(records))
      // What projects share stands in each of them.
      if let same = entries.firstIndex(where: { $0.saysTheSame(as: entry) }) {
        entries[same].projects += entry.projects
      } else {
        entries.append(entry)
      }
    }
    return entries.flatMap { entry in
      [Self.wrapped("- \(title(entry.projects, entry.collection)) \(entry.count): ", entry.ids)] + entry.lines
    }
  }

  private func collections(_ isMeant: ([String]) -> Bool) -> [(key: Collection, records: [Shown])] {
    var collections: [(key: Collection, records: [Shown])] = []
    for (owner, items) in grouped(.field, { Owner(name: $0.key.holder, before: $0.before) }) where isMeant(owner.name) {
      let key = Collection(name: Array(owner.name.dropLast()), before: owner.before)
      let record = Shown(
        id: owner.name.last ?? "", fields: Self.outermost(items.map(\.key.name)),
        onPages: Set(Self.outermost(items.filter(\.isOnPages).map(\.key.name))))
      if let position = collections.firstIndex(where: { $0.key == key }) {
        collections[position].records.append(record)
      } else {
        collections.append((key, [record]))
      }
    }
    return collections
  }

  private func fieldLines(_ records: [Shown]) -> [String] {
    let all = Set(records.flatMap(\.fields)).sorted()
    let common = all.filter { name in records.allSatisfy { $0.fields.contains(name) } }
    let used = records.filter { !$0.onPages.isEmpty }
    let lists = [
      ("  fields: ", common), ("  in some: ", all.filter { !common.contains($0) }),
      ("  on pages: ", Set(records.flatMap(\.onPages)).sorted()),
      ("  on pages of: ", used.count < records.count ? Self.runs(used.map(\.id)) : []),
    ]
    return lists.filter { !$0.1.isEmpty }.map { Self.wrapped($0.0, $0.1) }
  }

  /// Fields that are new in records that were shown before: `- p / milestones m1, m2: planned`.
  func fields(_ isMeant: ([String]) -> Bool) -> [String] {
    var groups: [(key: Collection, ids: [String])] = []
    for (owner, items) in grouped(.field, { Owner(name: $0.key.holder, before: $0.before) }) where isMeant(owner.name) {
      let fields = Self.outermost(items.map(\.key.name))
      let key = Collection(name: Array(owner.name.dropLast()), before: owner.before, fields: fields)
      if let position = groups.firstIndex(where: { $0.key == key }) {
        groups[position].ids.append(owner.name.last ?? "")
      } else {
        groups.append((key, [owner.name.last ?? ""]))
      }
    }
    return groups.map { key, ids in
      let ids = Self.runs(ids).joined(separator: ", ")
      return Self.wrapped("- \(title([key.name[0]], key.name[1])) \(ids)\(origin(key.before)): ", key.fields)
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

  /// `nordhem-casa / milestones`; the glossary and `site.yaml` belong to no project.
  private func title(_ projects: [String], _ collection: String) -> String {
    let projects = projects.filter { !$0.isEmpty }.joined(separator: ", ")
    return shown(projects.isEmpty ? collection : "\(projects) / \(collection)")
  }

  // MARK: Runs

  /// Ids that differ in a number which goes up by one, as `kt01 … kt31`.
  static func runs(_ ids: [String]) -> [String] {
    var runs: [[String]] = []
    for id in ids {
      if let last = runs.last?.last, follows(id, last) { runs[runs.count - 1].append(id) } else { runs.append([id]) }
    }
    return runs.flatMap { $0.count < 3 ? $0 : ["\($0[0]) … \($0[$0.count - 1])"] }
  }

  private static func follows(_ id: String, _ last: String) -> Bool {
    let (one, two) = (numbered(last), numbered(id))
    guard let first = one.number, let second = two.number else { return false }
    return one.stem == two.stem && second == first + 1 && one.width == two.width
  }

  private static func numbered(_ id: String) -> (stem: Substring, number: Int?, width: Int) {
    let digits = id.utf8.reversed().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    return (id.dropLast(digits), Int(String(id.utf8.suffix(digits)) ?? ""), digits)
  }
}
