// Dates, weeks and periods in a language.

extension Language {
  /// Day and month: "2 marzo", "2 mars", "2. März".
  package func short(_ day: Day) -> String { dates.text(day, .short) }

  /// With the year: "2 marzo 2026", "2 mars 2026", "2. März 2026".
  package func long(_ day: Day) -> String { dates.text(day, .long) }

  /// With the weekday: "lunedì 2 marzo 2026", "måndag 2 mars 2026", "Montag, 2. März 2026".
  package func full(_ day: Day) -> String { dates.text(day, .full) }

  /// The day as `format` has it. Formats that stand in a sentence leave out the year if it is the reference day's.
  package func format(_ day: Day, as format: DateFormat, relativeTo reference: Day) -> String {
    switch format {
    case .iso: return day.iso
    case .short: return short(day)
    case .long: return long(day)
    case .full: return full(day)
    case .week: return week(of: day, relativeTo: reference)
    case .from, .until, .on, .since, .asOf:
      let date = format.dropsCurrentYear && day.year == reference.year ? short(day) : long(day)
      return sentence(format, with: date, dayOfMonth: day.day)
    }
  }

  /// The ISO week of a day: "vecka 10", with its year ("vecka 53 2026") if the reference day's ISO year is another.
  package func week(of day: Day, relativeTo reference: Day) -> String {
    week(day.isoWeek, of: day.isoWeekYear == reference.isoWeekYear ? nil : day.isoWeekYear)
  }

  /// The short name of a day's month, without its year: "mar", "mars", "März".
  package func shortMonth(_ day: Day) -> String { dates.text(day, .monthName) }

  /// A period with its year: "marzo 2026", "1º trimestre 2026", "settimana 10 del 2026", "2 marzo 2026".
  package func text(_ period: Period) -> String {
    switch period.kind {
    case .quarter: dates.text(period.firstDay, .quarter)
    case .month: dates.text(period.firstDay, .month)
    case .week: week(period.firstDay.isoWeek, of: period.firstDay.isoWeekYear)
    case .day: long(period.firstDay)
    }
  }

  private func week(_ week: Int, of year: Int?) -> String {
    guard let year else { return patterns.week.filled(with: ["week": String(week)]) }
    return patterns.weekYear.filled(with: ["week": String(week), "year": String(year)])
  }

  private func sentence(_ format: DateFormat, with date: String, dayOfMonth: Int) -> String {
    guard let sentences = patterns.dates[format] else { return date }
    return (sentences.byDay[dayOfMonth] ?? sentences.standard).filled(with: ["date": date])
  }
}
