// The rules of the audience wall: what links lead to, and what an edition's bytes may not hold.

import Syntax
package import Transition

/// V58: a link to a page or a file that the readers of its place may not see.
package enum LinkToHidden: RuleDescription {
  package static let id = "V58"
  package static let weight = RuleClass.safety
  package static let rationale =
    "A place links only to what all its readers may see; else the link tells what there is."
  package static let messages = [
    "page": RuleMessage(
      "the page \"{name}\" is not for the readers of this place ({readers})",
      "put the link into :::audience, or open the page"),
    "file": RuleMessage(
      "the file \"{name}\" is not for the readers of this place ({readers})",
      "put the link into :::audience, or open the file: files in site.yaml"),
  ]
  package static let example = RuleExample(
    broken: """
      index.sv.md
        ---
        title: Start
        audience: public
        ---
        Read ‸[[plan]].
      plan.sv.md
        ---
        title: Plan
        ---
        Text.
      """,
    sound: """
      index.sv.md
        ---
        title: Start
        audience: public
        ---
        :::audience{internal}
        Read [[plan]].
        :::
        Text.
      plan.sv.md
        ---
        title: Plan
        ---
        Text.
      """)

  static func finding(_ message: String, _ name: String, _ readers: Audience, _ place: Place) -> Diagnostic {
    Rules.diagnostic(
      Finding(message, at: place, ["name": name, "readers": readers.rawValue]), of: Self.self, isAgreed: true)
  }
}

/// V57: bytes of an edition that hold what only a narrower audience may read. Judged on what is about to be published.
package enum WithheldText: RuleDescription {
  package static let id = "V57"
  package static let weight = RuleClass.safety
  package static let rationale =
    "Nothing that is withheld from an edition's readers stands in its files: no person, no amount, no text."
  package static let messages = [
    "text": RuleMessage(
      "{path} in the edition \"{edition}\" holds a text that only {audience} may read (files: {count})",
      "take it out there, or open the record that it comes from"),
    "name": RuleMessage(
      "{path} in the edition \"{edition}\" names a person that only {audience} may know (files: {count})",
      "name the role instead"),
    "amount": RuleMessage(
      "{path} in the edition \"{edition}\" holds an amount that only {audience} may read (files: {count})",
      "take it out there, or open the record that it comes from"),
  ]
  package static let example = RuleExample(
    broken: """
      site.yaml
        name: Customer service
        languages: [sv]
        sourceLanguage: sv
        timezone: Europe/Stockholm
        files: { list.txt: public }
        editions: { open: { audience: public, url: "https://open.example" } }
      index.sv.md
        ---
        title: Start
        audience: public
        ---
        [List](list.txt)
      list.txt
        Overlap 52 285 EUR
      projects/p/project.yaml
        { name: N, type: partner-change, start: 2026-01-05, currency: EUR }
      projects/p/costItems.yaml
        - { id: c1, name: Overlap, kind: overlap, amount: ‸52285 }
      """,
    sound: """
      site.yaml
        name: Customer service
        languages: [sv]
        sourceLanguage: sv
        timezone: Europe/Stockholm
        files: { list.txt: public }
        editions: { open: { audience: public, url: "https://open.example" } }
      index.sv.md
        ---
        title: Start
        audience: public
        ---
        [List](list.txt)
      list.txt
        Overlap: asked for
      projects/p/project.yaml
        { name: N, type: partner-change, start: 2026-01-05, currency: EUR }
      projects/p/costItems.yaml
        - { id: c1, name: Overlap, kind: overlap, amount: 52285 }
      """)
}

/// V61: an address or a number on a public page that belongs to no channel.
package enum ContactInPublic: RuleDescription {
  package static let id = "V61"
  package static let weight = RuleClass.safety
  package static let rationale =
    "Public pages give the addresses and numbers of channels and of the imprint; one of a person is nobody's business."
  package static let messages = [
    "email": RuleMessage(
      "{path} in the edition \"{edition}\" shows an e-mail address that is no channel's (files: {count})",
      "make it a channel with publish: true and merge it, name it in legal, or take it out"),
    "phone": RuleMessage(
      "{path} in the edition \"{edition}\" shows a phone number that is no channel's (files: {count})",
      "make it a channel with publish: true and merge it, name it in legal, or take it out"),
  ]
  package static let example = RuleExample(
    broken: """
      site.yaml
        name: Customer service
        languages: [sv]
        sourceLanguage: sv
        timezone: Europe/Stockholm
        editions: { open: { audience: public, url: "https://open.example" } }
      index.sv.md
        ---
        title: Start
        audience: public
        ---
        Write to ‸lead@nordhem-casa.example.
      """,
    sound: """
      site.yaml
        name: Customer service
        languages: [sv]
        sourceLanguage: sv
        timezone: Europe/Stockholm
        editions: { open: { audience: public, url: "https://open.example" } }
      index.sv.md
        ---
        title: Start
        audience: public
        ---
        Write to {{ channels.mail.address }}.
      projects/p/project.yaml
        { name: N, type: partner-change, start: 2026-01-05 }
      projects/p/channels.yaml
        - id: mail
          kind: email
          market: SE
          address: help@nordhem-casa.example
          publish: true
          publishReason: Customers write to it.
      """)
}
