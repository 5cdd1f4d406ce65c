// One record of every entity with every field that it may have; a test holds that none is missing.

import Transition

enum FullRecords {
  /// Fields that every record may have. `publish` opens the record, so that only its single fields hide anything.
  static let common = """
      owner: lead
      tags: [handover, night]
      reviewBy: 2026-06-01
      forParties: [svarsund]
      embargoUntil: 2026-01-15
      source: "Minutes of 12 January"
      note: { sv: "Bara för teamet", de: "Nur für das Team" }
      proposed: false
      audience: restricted
      publish: true
      publishReason: "It was announced."
      x-colour: green

    """

  /// YAML by collection: a list of one record, or the one mapping.
  static let yaml: [String: String] = Dictionary(
    uniqueKeysWithValues: Entities.all.map { ($0.collection, written[$0.collection] ?? generated($0)) })

  /// What no hand has written: a sound value for every field.
  private static func generated(_ schema: EntitySchema) -> String {
    let own = schema.fields.filter { field in
      !CommonFields.all.contains { $0.name == field.name && isSame($0.kind, field.kind) }
    }
    let lines = (["id: sound"] + own.map { "\($0.name): \(SampleValues.sound($0.kind))" }).joined(separator: "\n")
    let text = schema.isNeverPublic ? lines + "\npublish: false" : lines
    return schema.isOne ? mapping(text) : item(text)
  }

  /// Some entities have an audience of their own, which says whom they are for.
  private static func isSame(_ common: FieldKind, _ own: FieldKind) -> Bool {
    guard case .audience = common else { return true }
    if case .audience = own { return true }
    return false
  }

  private static let written: [String: String] = [
    "project": mapping(
      """
      id: p
      name: { sv: "Flytten", de: "Der Umzug" }
      summary: "Ett *kort* stycke."
      type: partner-change
      client: "Nordhem Casa AB"
      outgoing: [ponteluna]
      incoming: svarsund
      goLive: { SE: 2026-03-02, DE: 2026-05-04 }
      start: 2025-10-01
      end: 2026-09-30
      stage: baselined
      share: { outgoing: [phases] }
      overlapDays: 21
      markets: [{ country: SE, languages: [sv], timezone: Europe/Stockholm }]
      languages: [sv, de]
      sourceLanguage: sv
      fallback: [de, sv]
      timezone: Europe/Stockholm
      dataDate: 2026-03-15
      currency: EUR
      calendar:
        holidays: { SE: [2026-05-01, 2026-06-06] }
        blackouts: [{ from: 2026-11-20, to: 2026-12-31, reason: "Jul", allow: [m1] }]
      sponsor: sponsor
      lead: lead
      publicName: { sv: "Ny kundservice" }
      version: "1.10"
      """),
    "roles": item(
      """
      id: lead
      title: { sv: "Projektledare", de: "Projektleitung" }
      party: client
      responsibilities: "- planen\\n- mötena"
      mandate: "Upp till 10 000 euro"
      backup: sponsor
      allocation: 62.5
      from: 2025-10-01
      to: 2026-09-30
      contactChannel: "transition@nordhem.example"
      """),
    "phases": item(
      """
      id: move
      name: "Flytt"
      kind: transfer
      start: 2026-01-07
      end: 2026-03-27
      goal: { sv: "Kunskapen är hos oss" }
      entryCriteria: ["Avtal finns", { sv: "Plan", de: "Plan" }]
      exitCriteria: ["Alla prov är godkända"]
      contingency: "Vi väntar en vecka."
      """),
    "milestones": item(
      """
      id: m1
      name: "Driftstart"
      phase: move
      planned: 2026-03-02
      baseline: 2026-02-02
      actual: 2026-03-03
      gate: { criteria: [readiness], decision: go }
      dependsOn: [m0]
      markets: [SE, DE]
      publicLabel: "Ny kundservice"
      """),
    "risks": item(
      """
      id: r1
      title: "Brevlådor byts inte"
      description: "Texten **i korthet**."
      category: technology
      cause: "Glömt"
      event: "Mejl kommer bort"
      effect: "Kunder väntar"
      probability: 4
      impact: 3
      trigger: "Tomma brevlådor"
      response: reduce
      mitigation: "En lista."
      contingency: "Vidarekoppling."
      contingencyKind: dual-systems
      owner: lead
      due: 2026-02-20
      phase: move
      process: [mail]
      residual: { p: 2, i: 3 }
      status: watch
      occurred: 2026-03-01
      statusSince: 2026-03-02
      reviewed: [2026-02-10, 2026-03-10]
      publish: false
      """),
    "kpis": item(
      """
      id: service-level
      name: { sv: "Svarsgrad", de: "Servicelevel" }
      definition: "Samtal besvarade inom 30 sekunder."
      kind: lagging
      unit: "%"
      direction: range
      target: { min: 80, max: 95 }
      critical: 70
      criticalMin: 70.5
      criticalMax: 99
      baseline: 78.25
      period: "Q4 2025"
      decimals: 1
      frequency: weekly
      measuredDaily: true
      owner: lead
      party: provider
      objective: quality
      parent: all
      method: system
      measurements:
        - { period: 2026-W10, value: 81.5, n: 1200, market: SE, provider: svarsund, channel: mail, comment: "Bra" }
      publicSafe: true
      """),
    "channels": item(
      """
      id: phone-se
      kind: phone
      market: SE
      address: "+46 40 20 30 40"
      hours: [{ days: mon-fri, open: "08:00", close: "20:00" }]
      tariffText: "Som ett vanligt samtal"
      accessibility: "Teletal"
      accessibleAlternative: "Skriv till oss"
      verify: "Numret står på kortet"
      operatorCountries: [SE, IT]
      announcement: "Välkommen"
      ai: true
      disclosure: "Du talar med en robot"
      validFrom: 2026-03-02
      validTo: 2027-03-02
      replaces: phone-old
      forwardUntil: 2026-06-02
      parkedUntil: 2026-09-02
      """),
  ]

  private static func mapping(_ own: String) -> String {
    let fields = common.split(separator: "\n").map { $0.drop { $0 == " " } }
    return own + "\n" + fields.filter { !own.contains("\n\($0.prefix { $0 != ":" }):") }.joined(separator: "\n") + "\n"
  }

  private static func item(_ own: String) -> String {
    let lines = mapping(own).split(separator: "\n")
    return "- " + lines.joined(separator: "\n  ") + "\n"
  }
}
