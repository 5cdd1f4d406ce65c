// What a readership may see of a project at a date: hidden records and fields are taken out, not marked.

import Languages

/// What of a record is visible.
package enum Visibility: Sendable, Equatable {
  case whole
  case fields([String])
  case hidden
}

extension TransitionProject {
  /// The project as a readership may see it on that day. Nothing else goes on to later stages.
  package func selected(for readers: Readership, asOf: AsOf) -> TransitionProject {
    var written = self
    written.proposals = []
    let selected = written.withoutHidden(from: readers, asOf: asOf).withoutDanglingReferences(self)
    guard !proposals.isEmpty, readers.audience >= .team else { return selected }
    var copy = selected
    copy.proposals = proposals
    return copy.withProposals()
  }

  /// The same, but for what is left and names what was taken out: enough to compute figures from.
  package func withoutHidden(from readers: Readership, asOf: AsOf) -> TransitionProject {
    var copy = self
    copy.asOf = asOf
    if hidesNothing(from: readers, asOf) { return copy }
    let scope = PartyScope(project: self, readers: readers, asOf: asOf)
    copy.record = record.flatMap { selected($0, scope, asOf) }
    for index in collections.indices {
      copy.collections[index] = collections[index].compactMap { selected($0, scope, asOf) }
    }
    if readers.audience < DataTable.audience { copy.tables = [] }
    if scope.takesPart { addTitles(to: &copy, asOf) }
    return copy
  }

  /// Most editions see most projects whole: then there is nothing to copy.
  private func hidesNothing(from readers: Readership, _ asOf: AsOf) -> Bool {
    readers.audience >= max(needs.audience, .internal) && needs.latestDay.map { asOf.hasReached($0).holds } ?? true
  }

  private func selected(_ record: Record, _ scope: PartyScope, _ asOf: AsOf) -> Record? {
    switch visibility(of: record, scope, asOf) {
    case .hidden: return nil
    case .whole:
      let scope = record.audience(asOf) == .public ? scope.forEveryone : scope
      return record.selected(for: scope, asOf: asOf, only: nil)
    case .fields(let names): return record.selected(for: scope, asOf: asOf, only: names)
    }
  }

  /// What a readership sees of a record: by its audience, an embargo, the parties it names, and its public fields.
  func visibility(of record: Record, _ scope: PartyScope, _ asOf: AsOf) -> Visibility {
    let audience = scope.readers.audience
    if !record.hasHappened(asOf) { return .hidden }
    let isHeldBack = record.isHeldBack(asOf)
    let open = record.audience(asOf)
    let needed = isHeldBack ? max(open, .team) : open
    if audience == .partner, needed != .public {
      if needed == .partner, scope.includes(record) { return .whole }
      if needed == .internal, scope.isForAgents(record) { return .whole }
      if needed <= .team, !isHeldBack, !record.schema.partyFields.isEmpty, scope.reaches(record) {
        return .fields(record.schema.partyFields)
      }
    } else if needed <= audience {
      return .whole
    }
    let label = record.schema.publicFields.first
    if let label, needed == record.schema.audience, record.located(label) != nil {
      return .fields(record.schema.publicFields)
    }
    return .hidden
  }

  /// Of roles and phases that a visible record refers to, a provider reads the title.
  private func addTitles(to copy: inout TransitionProject, _ asOf: AsOf) {
    var wanted: Set<String> = []
    for record in copy.allRecords {
      for (_, located) in record.writtenFields {
        if case .reference(let id) = located.value { wanted.insert(id) }
      }
    }
    for (schema, names) in [(Role.schema, ["id", "title"]), (Phase.schema, ["id", "name"])] {
      guard let index = Entities.all.firstIndex(where: { $0 === schema }) else { continue }
      let visible = Set(copy.collections[index].map(\.id))
      copy.collections[index] = collections[index].compactMap { record in
        if visible.contains(record.id) { return copy.find(record.id, in: schema) }
        guard wanted.contains(record.id), record.audience <= .partner, !record.isHeldBack(asOf) else { return nil }
        return record.filtered(extras: false) { spec, located in names.contains(spec.name) ? located : nil }
      }
    }
  }
}

extension Record {
  /// Whether only the team reads it yet: an embargo has not passed, or no person has confirmed it.
  package func isHeldBack(_ asOf: AsOf) -> Bool {
    isProposed || embargo.map { !asOf.hasReached($0).holds } ?? false
  }

  /// Who may see the record on a day: some are opened by what has happened, unless the record itself says otherwise.
  func audience(_ asOf: AsOf) -> Audience {
    guard let opening = schema.opening, audience == schema.audience,
      let day = located(opening.field).flatMap({ Day.from($0.value) }), asOf.hasReached(day).holds
    else { return audience }
    return opening.audience
  }

  /// Whether what the whole record is about lies in the past, where it is about something that happens.
  func hasHappened(_ asOf: AsOf) -> Bool {
    guard let position = schema.positions.happens else { return true }
    let day = entries.first { $0.field == position }.flatMap { Facts.known($0.located.value) }
    return day.map { asOf.hasReached($0).holds } ?? true
  }

  /// The record without the fields that are hidden from the readers or lie after the as-of day. Most records have none
  /// of these and come back as they are.
  func selected(for scope: PartyScope, asOf: AsOf, only names: [String]?) -> Record {
    let readers = scope.readers
    let isLater = latestFact.map { !asOf.hasReached($0).holds } ?? false
    let hides = narrowestField > readers.audience
    let keepsExtras = readers.audience >= .internal
    guard names != nil || isLater || hides || readers.audience == .partner || !keepsExtras && !extras.isEmpty else {
      return self
    }
    return filtered(extras: keepsExtras) { spec, located in
      guard names?.contains(spec.name) ?? true, (spec.audience ?? .public) <= readers.audience else { return nil }
      if let day = spec.since.isEmpty ? nil : Facts.since(spec, schema, entries), !asOf.hasReached(day).holds {
        return nil
      }
      return located.known(spec, at: asOf, to: scope)
    }
  }
}

extension Value.Located {
  /// The value as it was known on the day: later facts are left out, and of lists and parties what is another
  /// provider's.
  fileprivate func known(_ spec: FieldSpec, at asOf: AsOf, to scope: PartyScope) -> Value.Located? {
    if scope.namesAnother(value, spec) { return nil }
    switch value {
    case .day, .moment, .period:
      guard spec.isFact, let day = Facts.known(value) else { return self }
      return asOf.hasReached(day).holds ? self : nil
    case .record(let record):
      return Value.Located(value: .record(record.selected(for: scope, asOf: asOf, only: nil)), span: span)
    case .list(let elements):
      let kept = elements.filter { $0.isShown(at: asOf, to: scope) }
      return Value.Located(value: .list(kept.compactMap { $0.known(spec, at: asOf, to: scope) }), span: span)
    case .map(let entries):
      let kept = entries.compactMap { entry in
        entry.value.known(spec, at: asOf, to: scope).map { (key: entry.key, value: $0) }
      }
      return Value.Located(value: .map(kept), span: span)
    default: return self
    }
  }

  /// Whether an element of a list has happened, and is the readers'.
  private func isShown(at asOf: AsOf, to scope: PartyScope) -> Bool {
    guard case .record(let record) = value else { return true }
    return record.hasHappened(asOf) && scope.includes(element: record)
  }
}
