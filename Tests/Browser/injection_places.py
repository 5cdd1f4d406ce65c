"""The data files of a site in which every line that takes a text can hold a vector, and where a page shows it."""
# A line is part of a file as it stands, or a field:
#   name ¦ mode ¦ form ¦ sinks ¦ what it may refuse ¦ what stands there without a vector
# § in the form is the vector, written as the mode says; `~` before the mode: Markdown may read it as more than letters.
# Sinks are elements, or element@attribute, that show it; `*` for any, none for what no page shows. `⏎` ends a line.
# A line `@name ¦ text` is written only where the field of that name holds a vector.

SITE = """
site.name ¦ yaml ¦ name: {it: §} ¦ title span p h1 ¦ ¦ name: {it: "Prova"}
languages: [it]
sourceLanguage: it
timezone: Europe/Rome
asOf: 2026-01-01
editions:
  all:
    audience: restricted
site.editions.url ¦ ~yaml glued ¦     url: § ¦ * ¦ anything ¦     url: "https://a.example"
  open:
    audience: public
site.editions.base ¦ ~yaml base ¦     url: § ¦ * ¦ anything ¦     url: "https://b.example"
site.editions.title ¦ yaml ¦     name: {it: §} ¦ title span p
site.editions.accent ¦ yaml ¦     accent: § ¦ ¦ anything
site.editions.name ¦ yaml ¦   §: {audience: restricted, url: "https://c.example"} ¦ ¦ anything
legal:
  IT:
    accessibility: "Prova"
site.legal.company ¦ yaml escaped ¦     company: {it: §} ¦ p
site.legal.imprint ¦ ~yaml ¦     imprint: {it: §} ¦ * ¦ anything
site.legal.privacy ¦ ~yaml glued ¦     privacy: {it: §} ¦ * ¦ anything
site.logo ¦ yaml ¦ logo: § ¦ ¦ anything
site.verify ¦ yaml ¦ verify: {it: §} ¦
site.accessibleAlternative ¦ yaml ¦ accessibleAlternative: {it: §} ¦
site.files ¦ yaml ¦ files: {§: internal} ¦ ¦ anything
site.rules ¦ yaml ¦ rules: {§: warning} ¦ ¦ anything
site.x ¦ yaml ¦ x-own: § ¦
"""

GLOSSARY = """
- id: a
site.term ¦ yaml ¦   term: {it: §} ¦ dt ¦ ¦   term: {it: "Prova"}
site.term.definition ¦ yaml ¦   definition: {it: §} ¦ dd ¦ ¦   definition: {it: "Prova"}
site.term.abbreviation ¦ yaml ¦   abbreviation: § ¦ dt
site.term.avoid ¦ yaml ¦   avoid: [{it: §}] ¦
site.term.standardRef ¦ yaml ¦   standardRef: § ¦
"""

PROJECT = """
id: $v
start: 2026-01-05
project.type ¦ yaml ¦ type: § ¦ ¦ anything ¦ type: partner-change
project.name ¦ yaml ¦ name: {it: §} ¦ p caption div@aria-label ¦ ¦ name: {it: "Prova"}
project.publicName ¦ yaml ¦ publicName: {it: §} ¦ p
project.summary ¦ ~yaml ¦ summary: {it: §} ¦ * ¦ anything
project.client ¦ yaml ¦ client: § ¦ p
project.outgoing ¦ yaml ¦ outgoing: [§] ¦ p
project.incoming ¦ yaml ¦ incoming: ["nova", §] ¦ p
project.version ¦ yaml ¦ version: § ¦ p
project.share.incoming ¦ yaml ¦ share: {incoming: [§]} ¦ p
project.calendar ¦ yaml ¦ calendar: {blackouts: [{from: 2026-01-05, to: 2026-01-06, reason: {it: §}, allow: [§]}]} ¦
project.timezone ¦ yaml ¦ timezone: § ¦ ¦ anything
project.x-title ¦ yaml ¦ x-title: § ¦ title h1 a li
project.x-heading ¦ yaml ¦ x-heading: § ¦ h2 a
project.x-strong ¦ yaml ¦ x-strong: § ¦ strong
project.x-item ¦ yaml ¦ x-item: § ¦ li
project.x-cell ¦ yaml ¦ x-cell: § ¦ td
project.x-head ¦ yaml ¦ x-head: § ¦ th
project.x-note ¦ yaml ¦ x-note: § ¦ p
project.x-span ¦ yaml ¦ x-span: § ¦ em
project.x-link ¦ yaml ¦ x-link: § ¦ a
project.x-link-title ¦ yaml ¦ x-link-title: § ¦ a@title
project.x-alt ¦ yaml ¦ x-alt: § ¦ img@alt
project.x-image-title ¦ yaml ¦ x-image-title: § ¦ figcaption
project.x-address ¦ yaml glued ¦ x-address: § ¦ a@href ¦ anything
project.x-path ¦ yaml glued ¦ x-path: § ¦ a@href ¦ anything
project.x-mail ¦ yaml glued ¦ x-mail: § ¦ a@href ¦ anything
project.x-call ¦ ~yaml glued ¦ x-call: § ¦ * ¦ anything
"""

ROLES = """
- id: a
roles.a.title ¦ yaml ¦   title: {it: §} ¦ p td dd ¦ ¦   title: {it: "Prova"}
roles.a.party ¦ yaml ¦   party: § ¦ p
roles.a.mandate ¦ yaml ¦   mandate: {it: §} ¦ p
roles.a.contactChannel ¦ yaml ¦   contactChannel: § ¦ p
roles.a.responsibilities ¦ ~yaml ¦   responsibilities: {it: §} ¦ * ¦ anything
roles.a.note ¦ ~yaml ¦   note: {it: §} ¦ * ¦ anything
roles.a.source ¦ yaml ¦   source: § ¦ p
roles.a.tags ¦ yaml ¦   tags: [§] ¦ p
roles.a.forParties ¦ yaml ¦   forParties: [§] ¦ p
roles.a.publishReason ¦ yaml ¦   publishReason: {it: §} ¦ p
roles.a.x-own ¦ yaml ¦   x-own: § ¦ p
- id: b
  title: {it: "Prova"}
roles.b.responsibilities ¦ yaml escaped ¦   responsibilities: {it: §} ¦ p
roles.b.note ¦ yaml escaped ¦   note: {it: §} ¦ p
roles.id ¦ yaml ¦ - {id: §, title: {it: "Prova"}} ¦ ¦ anything
"""

PHASES = """
- id: a
phases.a.name ¦ yaml ¦   name: {it: §} ¦ p td ¦ ¦   name: {it: "Prova"}
phases.a.goal ¦ yaml ¦   goal: {it: §} ¦ p
phases.a.entryCriteria ¦ yaml ¦   entryCriteria: [{it: §}] ¦ p
phases.a.exitCriteria ¦ yaml ¦   exitCriteria: [{it: "Uno"}, {it: §}, §] ¦ p
phases.a.contingency ¦ ~yaml ¦   contingency: {it: §} ¦ * ¦ anything
phases.a.kind ¦ yaml ¦   kind: § ¦ ¦ anything
phases.a.source ¦ yaml ¦   source: § ¦ p
- id: b
  name: "Prova"
phases.b.contingency ¦ yaml escaped ¦   contingency: {it: §} ¦ p
"""

MILESTONES = """
- id: a
  phase: a
milestones.a.name ¦ yaml ¦   name: {it: §} ¦ p th ¦ ¦   name: {it: "Prova"}
milestones.a.publicLabel ¦ yaml ¦   publicLabel: § ¦ p
milestones.a.gate.criteria ¦ yaml ¦   gate: {criteria: [§]} ¦ p
milestones.a.planned ¦ yaml ¦   planned: § ¦ ¦ anything
milestones.a.note ¦ ~yaml ¦   note: {it: §} ¦ * ¦ anything
milestones.a.tags ¦ yaml ¦   tags: ["uno", §] ¦ p
- id: b
milestones.b.name ¦ yaml ¦   name: {sv: §} ¦ span ¦ ¦   name: {sv: "Prova"}
milestones.b.gate.decision ¦ yaml ¦   gate: {decision: §} ¦ p
"""

RISKS = """
- id: a
  owner: a
  probability: 4
  impact: 3
risks.a.title ¦ yaml ¦   title: {it: §} ¦ p th ¦ ¦   title: {it: "Prova"}
risks.a.cause ¦ yaml ¦   cause: {it: §} ¦ p
risks.a.event ¦ yaml ¦   event: {it: §} ¦ p
risks.a.effect ¦ yaml ¦   effect: {it: §} ¦ p
risks.a.trigger ¦ yaml ¦   trigger: {it: §} ¦ p td
risks.a.process ¦ yaml ¦   process: [§] ¦ p
risks.a.description ¦ ~yaml ¦   description: {it: §} ¦ * ¦ anything
risks.a.mitigation ¦ ~yaml ¦   mitigation: {it: §} ¦ * ¦ anything
risks.a.contingency ¦ ~yaml ¦   contingency: {it: §} ¦ * ¦ anything
risks.a.status ¦ yaml ¦   status: § ¦ ¦ anything
- id: b
  owner: a
  title: "Prova"
risks.b.description ¦ yaml escaped ¦   description: {it: §} ¦ p
risks.b.mitigation ¦ yaml escaped ¦   mitigation: {it: §} ¦ p td
risks.b.contingency ¦ yaml escaped ¦   contingency: {it: §} ¦ p td
risks.owner ¦ yaml ¦ - {id: c, title: {it: "Prova"}, owner: §} ¦ ¦ anything
"""

KPIS = """
- id: a
  target: 80
kpis.a.name ¦ yaml ¦   name: {it: §} ¦ p th ¦ ¦   name: {it: "Prova"}
kpis.a.definition ¦ ~yaml ¦   definition: {it: §} ¦ * ¦ anything
kpis.a.period ¦ yaml ¦   period: § ¦ p
kpis.a.party ¦ yaml ¦   party: § ¦ p
kpis.a.objective ¦ yaml ¦   objective: § ¦ p
kpis.a.unit ¦ yaml ¦   unit: § ¦ ¦ anything
kpis.a.measurements ¦ yaml ¦   measurements: [{period: "2025-11", value: 7, provider: §, comment: {it: §}}, {period: "2025-12", value: 8, channel: §}] ¦
- id: b
  name: {it: "Prova"}
kpis.b.target ¦ yaml ¦   target: § ¦ ¦ anything ¦   target: 80
kpis.b.definition ¦ yaml escaped ¦   definition: {it: §} ¦ p
"""

CHANNELS = """
- id: a
  kind: phone
channels.a.address ¦ yaml ¦   address: § ¦ p
channels.a.hours ¦ ~yaml ¦   hours: [{days: §, open: §, close: §}] ¦ *
channels.a.tariffText ¦ yaml ¦   tariffText: {it: §} ¦ p
channels.a.accessibility ¦ yaml ¦   accessibility: {it: §} ¦ p
channels.a.accessibleAlternative ¦ yaml ¦   accessibleAlternative: {it: §} ¦ p
channels.a.verify ¦ yaml ¦   verify: {it: §} ¦ p
channels.a.announcement ¦ yaml ¦   announcement: {it: §} ¦ p
channels.a.disclosure ¦ yaml ¦   disclosure: {it: §} ¦ p
channels.a.market ¦ yaml ¦   market: § ¦ ¦ anything
"""
