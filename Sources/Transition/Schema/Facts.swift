// When what a record says became a fact: what lies after the as-of day is not known yet.

import Languages

/// Reads the days of facts from the values of a record.
enum Facts {
  /// The latest day on which something in a record became known; nil when nothing in it is dated so.
  static func latest(_ schema: EntitySchema, _ values: [Record.Entry]) -> Day? {
    var latest: Day?
    func take(_ day: Day?) { if let day, latest.map({ day > $0 }) ?? true { latest = day } }
    for value in values {
      if schema.isDated[Int(value.field)] {
        let spec = schema.fields[Int(value.field)]
        if spec.isFact { take(known(value.located.value)) }
        if !spec.since.isEmpty { take(since(spec, schema, values)) }
      }
      if case .list(let elements) = value.located.value {
        for element in elements { if case .record(let record) = element.value { take(record.latestFact) } }
      }
      if case .record(let record) = value.located.value { take(record.latestFact) }
    }
    return latest
  }

  /// The first day on which a dated value can be known: the day itself, or the one after a period. Of several days the
  /// latest.
  static func known(_ value: Value) -> Day? {
    switch value {
    case .day(let day): day
    case .moment(let moment): moment.day
    case .period(let period): period.lastDay.adding(days: 1)
    case .list(let elements): elements.compactMap { known($0.value) }.max()
    default: nil
    }
  }

  /// The day since when a value holds: that of the first of its fields that is written.
  static func since(_ spec: FieldSpec, _ schema: EntitySchema, _ values: [Record.Entry]) -> Day? {
    for name in spec.since {
      guard let index = schema.index(of: name), let entry = values.first(where: { $0.field == index }) else { continue }
      return known(entry.located.value)
    }
    return nil
  }
}
