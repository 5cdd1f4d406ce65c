// How notices are put into words: their title, their days, their approval, the channels they name.

import Languages
import Site
import Transition

struct NoticeWords {
  let context: ComponentContext

  /// The title; where its pages have it, what else says most of it in a few words.
  func title(_ notice: Record) -> MergedText {
    for field in [Notice.title, Notice.emailSubject] {
      if let text = notice[field] { return context.format.localized(text) }
    }
    return MergedText(notice[Notice.type].map { context.format.word($0, Notice.type.spec) } ?? notice.id)
  }

  func markets(_ notice: Record) -> String {
    let markets = NoticeDates.markets(notice)
    return context.language.list(
      (markets.isEmpty ? context.project.markets : markets).map { context.language.regionName($0) })
  }

  /// From when it holds, or from when until when: a day, a moment, or the hours of one day.
  func span(_ effect: Record) -> Figure.Cell {
    let (from, to) = (effect[NoticeEffect.from]?.value, effect[NoticeEffect.to]?.value)
    guard let from else { return Figure.Cell("") }
    if let to, case .moment(let first) = from, case .moment(let last) = to, first.day == last.day {
      let values = ["date": context.language.long(first.day), "time": "\(first.time)–\(last.time)"]
      return Figure.Cell(context.text("date-time", values))
    }
    var cell = Figure.Cell([from, to].compactMap { $0.map { text($0, effect) } }.joined(separator: " – "))
    if to == nil { cell.plain = Figure.Cell.Plain(from) }
    return cell
  }

  private func text(_ value: Value, _ effect: Record) -> String {
    context.format.text(value, NoticeEffect.from.spec, of: effect).text
  }

  /// Nil for readers to whom approvals say nothing.
  func approval(_ notice: Record) -> Figure.Cell? {
    let maySee = Notice.approvals.spec.audience.map { $0 <= context.readers } ?? true
    switch NoticeApproval(notice, mayApprovalsShow: maySee) {
    case .withdrawn(let day):
      return Figure.Cell(context.text("notice-withdrawn", ["date": context.language.long(day)]), tone: .bad)
    case .draft: return Figure.Cell(context.text("draft"), tone: .open)
    case .approved: return Figure.Cell(context.text("notice-approved"), tone: .good)
    case .partly(let missing):
      let languages = context.language.list(missing.map(name(ofLanguage:)))
      return Figure.Cell(context.text("notice-partly-approved", ["languages": languages]), tone: .attention)
    case .open: return Figure.Cell(context.text("notice-not-approved"), tone: .open)
    case nil: return nil
    }
  }

  func name(ofLanguage code: String) -> String {
    LanguageTag(code).map { context.language.displayName(of: $0) } ?? code
  }

  /// What was added since, the newest first. What lies ahead has no day yet.
  func updates(_ notice: Record) -> [Record] {
    (notice[Notice.updates] ?? []).filter { $0[NoticeUpdate.dt] != nil }.sorted { a, b in
      guard let first = a[NoticeUpdate.dt], let second = b[NoticeUpdate.dt] else { return false }
      return second < first
    }
  }

  // MARK: Channels

  func channels(_ ids: [String]?) -> [Record] {
    (ids ?? []).compactMap { context.project.find($0, in: Channel.schema) }
  }

  /// "Telefon: +46 40 628 04 15 (Mo–Fr 08:00–20:00)".
  func channel(_ channel: Record) -> MergedText {
    let hours = context.cell(channel, Channel.hours).text.text
    let kind = channel[Channel.kind].map { context.format.word($0, Channel.kind.spec) }
    let place = [kind, channel[Channel.address]].compactMap(\.self).joined(separator: ": ")
    return MergedText(hours.isEmpty ? place : "\(place) (\(hours))")
  }

  /// What a notice says itself; else what its channels say, each text once.
  func inherited<Own: FieldValue>(_ own: Field<Own>, _ field: Field<LocalizedText>, _ notice: Record) -> [MergedText] {
    let text = context.cell(notice, own).text
    if !text.text.isEmpty { return [text] }
    let channels = channels(notice[Notice.contact]) + channels(notice[Notice.newChannel])
    return channels.reduce(into: []) { texts, channel in
      let text = context.cell(channel, field).text
      if !text.text.isEmpty, !texts.contains(text) { texts.append(text) }
    }
  }
}
