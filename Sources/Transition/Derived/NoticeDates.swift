// The days of a notice by market, and how far its approval has come.

package import Languages

package enum NoticeDates {
  /// The days in a market, or everywhere; those that hold everywhere hold in every market that the notice is for.
  package static func effects(_ notice: Record, market: String? = nil) -> [Record] {
    let all = notice[Notice.effective] ?? []
    guard let market else { return all }
    let markets = markets(notice)
    guard markets.isEmpty || markets.contains(market) else { return [] }
    return all.filter { $0[NoticeEffect.market].map { $0 == market } ?? true }
  }

  /// The markets that a notice is for: those it names, and those it has days for.
  package static func markets(_ notice: Record) -> [String] {
    let written = notice[Notice.audience]?[NoticeAudience.markets] ?? []
    let dated = (notice[Notice.effective] ?? []).compactMap { $0[NoticeEffect.market] }
    return dated.reduce(into: written) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The first announcement that lies ahead, today's included.
  package static func nextAnnouncement(_ effects: [Record], on day: Day) -> Day? {
    effects.compactMap { $0[NoticeEffect.announce] }.filter { day <= $0 }.min()
  }

  /// The day from which a notice holds, whether with a time or without.
  package static func from(_ effect: Record) -> Day? { day(effect[NoticeEffect.from]) }

  private static func day(_ value: AnyValue?) -> Day? {
    value.flatMap { Day.from($0.value) ?? Moment.from($0.value)?.day }
  }
}

/// How far the approval of a notice has come, by its languages.
package enum NoticeApproval: Sendable, Equatable {
  case withdrawn(Day)
  case draft
  case approved
  /// Approved, but for these languages.
  case partly(missing: [String])
  case open

  /// Nil where the readers see neither approvals nor anything else that tells.
  package init?(_ notice: Record, mayApprovalsShow: Bool) {
    // A day that lies ahead is taken out of what surrounds it: without one nothing has happened yet.
    if let day = notice[Notice.withdrawn]?[Withdrawal.date] {
      self = .withdrawn(day)
      return
    }
    if notice[Notice.draft] == true {
      self = .draft
      return
    }
    guard mayApprovalsShow else { return nil }
    let approved = (notice[Notice.approvals] ?? []).filter { $0[Approval.date] != nil }
    let done = approved.compactMap { $0[Approval.language] }
    let missing = (notice[Notice.languages] ?? []).filter { !done.contains($0) }
    self = done.isEmpty ? .open : missing.isEmpty ? .approved : .partly(missing: missing)
  }
}
