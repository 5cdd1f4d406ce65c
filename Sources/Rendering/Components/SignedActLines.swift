// What stands below the criteria of an act: what is left open, the lines to sign on, findings that were accepted.

import Languages
import Site
import Transition

extension SignedAct {
  // MARK: Reservations

  /// What is open before what was closed.
  var reservations: Figure {
    let all = AcceptanceResult.reservations(of: act, in: context.project)
    let open = all.filter { $0[Reservation.closedOn] == nil }.orderedByDay(Reservation.due)
    var figure = context.figure(
      caption("sign-off-reservations"), emptyText: noReservations,
      of: open + all.filter { $0[Reservation.closedOn] != nil },
      [
        RecordColumn(Reservation.text, context, title: context.text("sign-off-reservation")),
        RecordColumn(Reservation.owner, context), RecordColumn(Reservation.consequence, context),
        RecordColumn(day: Reservation.due, context), RecordColumn(Reservation.closedOn, context) { closed($0) },
      ], within: pack)
    figure.form = .sheets
    return figure
  }

  private func closed(_ reservation: Record) -> Figure.Cell {
    if let day = reservation[Reservation.closedOn] { return context.dayCell(day, tone: .good) }
    let isLate = reservation[Reservation.due].map { context.format.asOf.isOver(Period($0)).holds } ?? false
    return Figure.Cell(context.text(isLate ? "status-late" : "status-open"), tone: isLate ? .bad : .open)
  }

  /// Before the day of an act nobody knows yet what will be left open.
  private var noReservations: String {
    guard act[Act.reservations]?.isEmpty == false,
      let day = AcceptanceResult.day(of: act, in: context.project)
    else { return context.text("sign-off-no-reservations") }
    return context.text("sign-off-reservations-later", ["date": context.language.long(day)])
  }

  // MARK: Signatures

  /// A line for each role that signs, and for those that signed besides.
  var signatures: Figure {
    let signed = act[Act.signed] ?? []
    let written = act[Act.signatories] ?? []
    let roles = signed.compactMap { $0[Signature.role] }.reduce(into: written) { roles, role in
      if !roles.contains(role) { roles.append(role) }
    }
    return Figure(
      caption: caption("sign-off-signatures"), emptyText: context.text("sign-off-no-signatories"),
      columns: [
        .init(context.text("role"), field: "signatories"),
        .init(context.language.title(ofField: "name"), field: "signed"),
        .init(context.language.title(ofField: "authority"), field: "signed"),
        .init(context.language.title(ofField: "date"), field: "signed", isNumber: true),
        .init(context.text("sign-off-signature"), field: "signed"),
      ],
      rows: roles.map { role in line(role, signed.first { $0[Signature.role] == role }) }
    ).withoutEmptyColumns()
  }

  /// What is known of a signature; lines to write on where none was given.
  private func line(_ id: String, _ signature: Record?) -> Figure.Row {
    let role = context.project.find(id, in: Role.schema)
    let party = role?[Role.party].map { Figure.Cell(context.name(ofParty: $0)) }
    let title = Figure.Cell(context.format.name(of: id, Act.signatories.spec))
    let name = context.joined([title] + [party].compactMap(\.self))
    guard let signature else {
      return Figure.Row(record: pack.id, cells: [name, .blank, .blank, .blank, .blank])
    }
    let evidence = context.cell(signature, Signature.evidence).text.plainText
    let word = [context.text("sign-off-signed"), evidence].filter { !$0.isEmpty }.joined(separator: ": ")
    return Figure.Row(
      record: pack.id,
      cells: [
        name, context.cell(signature, Signature.name), context.cell(signature, Signature.authority),
        context.dayCell(signature[Signature.date]), Figure.Cell(word, tone: .good),
      ])
  }

  // MARK: Accepted findings

  /// Findings that were accepted and still are. An act is read by both its parties: of what is not for providers it
  /// says nothing, in whatever edition it is printed.
  var accepted: Figure {
    let waivers = context.project[Waiver.schema].filter { waiver in
      let isOver = waiver[Waiver.until].map { context.format.asOf.isOver(Period($0)).holds } ?? false
      return !isOver && record(of: waiver).map { $0.audience <= .partner } ?? false
    }
    return context.figure(
      caption("sign-off-accepted"), emptyText: "", of: waivers,
      [
        RecordColumn(context.text("sign-off-finding"), field: "rule") { waiver in
          let rule = waiver[Waiver.rule] ?? ""
          return Figure.Cell(context.language.message(rule, [:]).map { "\(rule): \($0)" } ?? rule)
        },
        RecordColumn(context.language.title(ofField: "record"), field: "record") { waiver in
          Figure.Cell(record(of: waiver).map { context.name(of: $0) } ?? "")
        },
        RecordColumn(Waiver.reason, context),
        RecordColumn(Waiver.by, context, title: context.text("sign-off-accepted-by")),
        RecordColumn(day: Waiver.until, context),
      ])
  }

  private func record(of waiver: Record) -> Record? {
    waiver[Waiver.record].flatMap { id in Entities.all.lazy.compactMap { context.project.find(id, in: $0) }.first }
  }
}
