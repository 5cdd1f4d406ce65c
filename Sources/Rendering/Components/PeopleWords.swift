// Words that what shows people has in common: parties in their order, spans of days, languages, weekdays.

import Languages
import Site
import Transition

extension ComponentContext {
  /// From its first day to its last, as far as they are known.
  func lifetime(_ first: Day?, _ last: Day?) -> String {
    let today = format.asOf.day
    switch (first, last) {
    case (let first?, let last?): return span(first, last)
    case (let first?, nil): return language.format(first, as: .from, relativeTo: today)
    case (nil, let last?): return language.format(last, as: .until, relativeTo: today)
    case (nil, nil): return ""
    }
  }

  /// The client, then who takes over, then its other providers in their order, then who else is named.
  func isBefore(_ a: String?, _ b: String?) -> Bool {
    let order = ["client"] + (project.record?[Project.incoming] ?? []) + project.providersNamed
    func rank(_ party: String?) -> Int { party.map { order.firstIndex(of: $0) ?? order.count } ?? order.count + 1 }
    return rank(a) < rank(b)
  }

  func partyName(_ party: String) -> MergedText {
    let name = format.name(of: party, EscalationLevel.provider.spec)
    return party == "client" && name.text == party ? MergedText(text("client")) : name
  }

  /// "Swedish and German" for codes.
  func languageNames(_ codes: [String]) -> String {
    language.list(codes.map { code in LanguageTag(code).map { language.displayName(of: $0) } ?? code })
  }

  /// "Mo–Fr", "Mo, We" or "3rd Tu of the month".
  func words(_ weekdays: MeetingWeekdays) -> String {
    let days = weekdays.days.sorted()
    let names = days.map(weekday)
    let isRow = days.count > 2 && zip(days, days.dropFirst()).allSatisfy { $1 == $0 + 1 }
    let together =
      isRow ? [names.first, names.last].compactMap(\.self).joined(separator: "–") : names.joined(separator: ", ")
    guard let ordinal = weekdays.ordinal else { return together }
    if ordinal == -1 { return text("weekday-last-in-month", ["day": together]) }
    return text("weekday-in-month", ["n": String(ordinal), "day": together])
  }

  private func weekday(_ number: Int) -> String {
    let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    return names.indices.contains(number - 1) ? text("day-\(names[number - 1])") : ""
  }

  /// What a drawing leaves out and its table has.
  func notDrawn(_ count: Int) -> [MergedText] {
    guard count > 0, let text = language.plural("rows-not-drawn", count: count) else { return [] }
    return [MergedText(text)]
  }
}

extension [Record] {
  /// By party, as the context orders them; each party's own keep their order.
  func ordered(by party: Field<String>, _ context: ComponentContext) -> [Record] {
    enumerated().sorted { a, b in
      let (first, second) = (a.element[party], b.element[party])
      if context.isBefore(first, second) { return true }
      return !context.isBefore(second, first) && a.offset < b.offset
    }.map(\.element)
  }
}
