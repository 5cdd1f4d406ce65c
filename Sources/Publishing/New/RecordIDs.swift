// The id of a new record: the next number where the others are numbered, else a short form of its name.

import Foundation
import Transition

enum RecordIDs {
  private struct Numbered {
    let stem: String
    let digits: String
    let number: Int
  }

  /// Kinds whose ids people read as names.
  private static let named = [Role.schema, Provider.schema, Channel.schema]
  private static let mostDigits = 9
  /// Longest id that is made of a name.
  private static let longest = 32

  static func next(after ids: [String], _ schema: EntitySchema, called title: String) -> String {
    let short = short(title)
    if let next = numbered(ids.compactMap(split), of: ids.count) { return next }
    if let next = numbered(ids.compactMap(splitBeforeName), of: ids.count) {
      return short.isEmpty ? next : "\(next)-\(short)"
    }
    if ids.isEmpty, !named.contains(where: { $0 === schema }) { return initials(schema) + "1" }
    let stem = prefix(ids) + (short.isEmpty ? initials(schema) : short)
    var (id, count) = (stem, 1)
    while ids.contains(id) {
      count += 1
      id = "\(stem)-\(count)"
    }
    return id
  }

  /// `r14` after `r13`, `k02` after `k01`: where at least half of the ids are so.
  private static func numbered(_ ids: [Numbered], of count: Int) -> String? {
    let groups = Dictionary(grouping: ids, by: \.stem).sorted { $0.key < $1.key }
    guard let group = groups.max(by: { $0.value.count < $1.value.count })?.value, group.count * 2 >= count,
      let last = group.max(by: { $0.number < $1.number })
    else { return nil }
    let digits = String(last.number + 1)
    let width = group.contains { $0.digits.hasPrefix("0") } ? group.map(\.digits.count).max() ?? 0 : 0
    return last.stem + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// `w1-step-26` → 26 behind `w1-step-`; nothing of `f-2026-12`, which is a date.
  private static func split(_ id: String) -> Numbered? {
    let digits = String(id.reversed().prefix { $0.isNumber }.reversed())
    let stem = String(id.dropLast(digits.count))
    let isDate = stem.hasSuffix("-") && stem.dropLast().last?.isNumber == true
    guard !digits.isEmpty, !isDate, digits.count <= mostDigits, let number = Int(digits) else { return nil }
    return Numbered(stem: stem, digits: digits, number: number)
  }

  /// `r01-hiring` → 1 behind `r`.
  private static func splitBeforeName(_ id: String) -> Numbered? {
    guard let hyphen = id.firstIndex(of: "-"), id[hyphen...].contains(where: \.isLetter) else { return nil }
    return split(String(id[..<hyphen]))
  }

  /// What all ids begin with: `t-`.
  private static func prefix(_ ids: [String]) -> String {
    guard let first = ids.first, let hyphen = first.firstIndex(of: "-"), ids.count > 1 else { return "" }
    let prefix = String(first[...hyphen])
    return ids.allSatisfy { $0.hasPrefix(prefix) } ? prefix : ""
  }

  /// `open item` → `oi`.
  private static func initials(_ schema: EntitySchema) -> String {
    schema.name.split(separator: " ").map { String($0.prefix(1)) }.joined().lowercased()
  }

  /// `Qualità del servizio` → `qualita-del-servizio`.
  private static func short(_ title: String) -> String {
    let plain = title.folding(options: .diacriticInsensitive, locale: nil).lowercased()
    let words = plain.utf8.split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
    let joined = words.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "-").prefix(longest)
    return joined.hasSuffix("-") ? String(joined.dropLast()) : String(joined)
  }
}
