// The list of rules about the site as a whole: its editions, its pages and its projects together.

package import Syntax
package import Transition

/// A rule that looks at the whole content, whatever an edition shows of it.
package protocol SiteRule: RuleDescription {
  static func check(_ content: ParsedContent) -> [Finding]
}

package enum SiteRules {
  package static let all: [any SiteRule.Type] = [
    LegalOfMarkets.self, PagesNamed.self, PartiesNamed.self, RuleSettings.self,
    TopicsCovered.self,
  ]

  package static func check(_ content: ParsedContent) -> [Diagnostic] {
    let isAgreed = content.projects.contains(where: \.isAgreed)
    return all.flatMap { rule in
      rule.check(content).map { Rules.diagnostic($0, of: rule, isAgreed: isAgreed) }
    }
  }

  /// Every rule there is, for explanations and settings.
  package static let catalogue: [any RuleDescription.Type] =
    Rules.catalogue + all.filter { $0.id != DanglingReference.id } + [
      ReviewDates.self, WithheldText.self, LinkToHidden.self, ContactInPublic.self,
    ]

  package static func description(_ id: String) -> (any RuleDescription.Type)? { catalogue.first { $0.id == id } }
}

/// V70: a market whose public pages do not say who publishes them.
package enum LegalOfMarkets: SiteRule {
  package static let id = "V70"
  package static let weight = RuleClass.completeness
  package static let rationale =
    "Public pages name imprint, privacy, accessibility and company of every market that they are for."
  package static let messages = [
    "market": RuleMessage(
      "legal says nothing about {country}", "add {country}: with imprint, privacy, accessibility, company"),
    "fields": RuleMessage("legal of {country} lacks {fields}", "add {fields}"),
  ]
  package static let example = RuleExample(
    broken: """
      site.yaml
        name: Customer service
        languages: [sv]
        sourceLanguage: sv
        timezone: Europe/Stockholm
        editions: { open: { audience: public, url: "https://open.example" } }
        legal:
          SE: ‸{ imprint: Nordhem Casa AB, privacy: Privacy, accessibility: Statement }
      projects/p/project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-03-02 }, stage: live }
      """,
    sound: """
      site.yaml
        name: Customer service
        languages: [sv]
        sourceLanguage: sv
        timezone: Europe/Stockholm
        editions: { open: { audience: public, url: "https://open.example" } }
        legal:
          SE: { imprint: Nordhem Casa AB, privacy: Privacy, accessibility: Statement, company: Nordhem Casa AB }
      projects/p/project.yaml
        { name: N, type: partner-change, goLive: { SE: 2026-03-02 }, stage: live }
      """)

  package static func check(_ content: ParsedContent) -> [Finding] {
    let configuration = content.configuration
    guard configuration.editions.contains(where: { $0.readers.audience == .public }) else { return [] }
    let legal = configuration.record[SiteFields.legal]?.entries ?? []
    let written = legal.flatMap { entry -> [Finding] in
      guard let record = Record.from(entry.value.value) else { return [] }
      let lacking = LegalFields.schema.fields.map(\.name).filter { record.located($0) == nil }
      let values = ["country": entry.key, "fields": lacking.joined(separator: ", ")]
      return lacking.isEmpty ? [] : [Finding("fields", at: record.place, values)]
    }
    // A project that shows customers nothing needs no imprint.
    let open = content.projects.filter { $0.isAgreed && $0.record?[Project.publicName] != nil }
    var missing: [Finding] = []
    for country in Set(open.flatMap(\.markets)).sorted() where !legal.contains(where: { $0.key == country }) {
      missing.append(Finding("market", at: configuration.record.place(of: "legal"), ["country": country]))
    }
    return written + missing
  }
}

extension TransitionProject {
  fileprivate func has(_ id: String, in collections: [String]) -> Bool {
    collections.contains { Entities.named(collection: $0).map { find(id, in: $0) != nil } ?? false }
  }
}

/// V01 for pages: the data names a page that is not there.
package enum PagesNamed: SiteRule {
  package static let id = DanglingReference.id
  package static let weight = RuleClass.integrity
  package static let rationale = "A page that a record names exists in the project or in the site."
  package static let messages = [
    "page": RuleMessage("there is no page \"{name}\"", "write the page, or correct its key")
  ]
  package static let example = DanglingReference.example

  /// The entities whose records can name a page; few can.
  private static let withPages = Entities.all.filter {
    RecordWalk.holds($0, \.isPage)
  }

  package static func check(_ content: ParsedContent) -> [Finding] {
    let keys = Set(content.pages.map(\.identity.key))
    return content.projects.flatMap { project in
      withPages.flatMap { project[$0] }.flatMap { record in
        RecordWalk.values(of: record).compactMap { spec, located -> Finding? in
          guard spec.kind.isPage, let key = String.from(located.value), !project.has(key, in: spec.kind.targets ?? []),
            !keys.contains(where: { PageIdentity.isMeant(by: key, $0) })
          else { return nil }
          return Finding("page", at: Place(record.file, located.span), ["name": key], of: record)
        }
      }
    }
  }
}
