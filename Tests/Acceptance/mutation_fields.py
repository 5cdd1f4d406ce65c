"""What the fields of the data are, as far as mutations need to know it: written by hand from the model, not taken from the program."""


def table(text):
    """`name: words` by lines → name → words."""
    return {name.strip(): words.split() for name, words in (line.split(":") for line in text.strip().splitlines())}


# Without one of these a record is no record.
REQUIRED = table("""
project: name type
risks: title owner
kpis: name target
forums: name cadence
channels: kind
objectives: problem
phases: name
milestones: name
tasks: title
waves: markets
runbookSteps: wave
cohorts: wave
deliverables: title
roles: title
raci: item
stakeholders: name
commsItems: audience
touchpoints: where
escalationLevels: level
ktSources: process
ktSessions: process
trainings: title
competences: name
processes: name
impacts: department
slas: kpi
qualityFrameworks: name
forecasts: month
readiness: gate
tenders: documents
contracts: provider
costItems: name
legalItems: regime
staffTransfers: market
dataAssets: name
accessItems: system
assets: kind
decisions: title
changeLog: date
iterations: start
lessons: what
openItems: title
notices: type
handoverPacks: milestone
waivers: rule
providers: side
scope: channels
values: statement
partnershipCriteria: statement
answers: question
""")

# Needed to be meaningful, but for what rules of their own ask for: criteria of deliverables, interactions of processes.
STARRED = table("""
project: timezone currency sponsor lead
channels: market address validFrom
objectives: target motive measure due
phases: kind start end
milestones: phase planned
tasks: phase start end owner
waves: goLive
runbookSteps: no at action owner
deliverables: producer acceptedBy due
roles: party
stakeholders: current desired power interest owner
commsItems: message channel sender approver languages
touchpoints: market shows owner
forums: level chair members
escalationLevels: clientRole providerRole trigger respondWithin
ktSources: kind
ktSessions: method from to date language
trainings: type audience hours location language
competences: kind
processes: criticality outsourceable
impacts: effect severity consulted
risks: category probability impact trigger response mitigation contingency
kpis: definition kind unit direction frequency owner party method
slas: commitment measuredOver
forecasts: volume
contracts: kind start end
costItems: kind amount basis cashable owner
legalItems: country question status owner
dataAssets: due
assets: legalOwner holder
decisions: date by
changeLog: what
iterations: end hypothesis measure decision
lessons: recommendation
openItems: owner due
handoverPacks: parties
waivers: record reason by until
""")

# What refers to what, by the field's name or its whole path.
REFERENCES = table("""
roles: owner R A C I sender approver chair members clientRole providerRole producer acceptedBy signedOffBy rater sponsor lead backup requestedBy approvedBy assessedBy modeBy signatories controlTower ktSessions.from ktSessions.to answers.by decisions.by waivers.by providers.contacts qualityFrameworks.raters notices.approvals.role handoverPacks.acts.signed.role
processes: process processes inScope outOfScope
milestones: milestone goNoGo partialAcceptance readiness.gate notices.gate notices.effective.gate
milestones tasks: dependsOn
phases: phase
kpis: kpi kpis.parent objectives.measure iterations.measure
objectives: kpis.objective
values: objectives.values
stakeholders: commsItems.audience agreedBy
channels: scope.channels waves.channels shows replaces oldChannel newChannel notices.contact
decisions: award milestones.gate.decision correctiveActions.decision
forums: decisions.forum
deliverables: tasks.deliverable
deliverables processes tasks: raci.item
waves: wave
legalItems: staffTransfers.regime
notices: commsItems.notice
readiness: milestones.gate.criteria
providers: candidate candidates
decisionGuide: answers.question
party: provider party holder transferTo between parties forParties ownedBy accessItems.who
""")
NO_REFERENCES = {"kpis.party"}

ENUMS = set("""
risks.category risks.response risks.contingencyKind risks.status kpis.kind kpis.unit kpis.direction kpis.frequency kpis.party kpis.method
phases.kind forums.cadence forums.level contracts.kind contracts.priceModel costItems.kind costItems.confidence processes.criticality
processes.outsourceable processes.fate processes.status processes.interactions.direction channels.kind commsItems.channel
stakeholders.current stakeholders.desired ktSessions.method ktSources.kind ktSources.knowledge trainings.type trainings.audience
trainings.location legalItems.regime legalItems.status assets.kind decisions.basis iterations.decision notices.type notices.mode
project.type project.stage providers.side providers.sites.delivery dataAssets.returnOrDelete slas.measuredOver objectives.motive
readiness.items.area tenders.documents.kind handoverPacks.acts.kind competences.kind correctiveActions.kind
""".split())

NUMBERS = set("""
kpis.target kpis.target.min kpis.target.max kpis.critical kpis.criticalMax kpis.baseline kpis.decimals kpis.measurements.value
forecasts.volume forecasts.actual forecasts.aht forecasts.occupancy forecasts.shrinkage forecasts.tolerance forecasts.plannedFte
slas.weight slas.commitment slas.atRisk slas.credit.from slas.credit.percent costItems.amount costItems.committed costItems.contacts
tenders.criteria.weight tenders.scores.score tenders.scale.max processes.volumePerYear processes.ahtSeconds processes.level
trainings.hours trainings.passMark trainings.participants ktSessions.hours ktSessions.attendees ktSessions.test.result tasks.effortDays
touchpoints.leadDays runbookSteps.no runbookSteps.minutes cohorts.headcount cohorts.fte cohorts.certified escalationLevels.level
project.overlapDays contracts.minVolume contracts.volumeBand contracts.exitAssistance.months providers.capacity.fte
providers.otherClientSeasons.share scope.volumesPerYear.volume scope.retainedTasks.effortHoursPerMonth staffTransfers.headcountInScope
steeringModel.fte qualityFrameworks.dimensions.weight qualityFrameworks.calibrations.spread commsItems.anchor.offsetDays
""".split())

# Whole numbers from 1 to 5.
GRADES = set("""
risks.probability risks.impact risks.residual.p risks.residual.i stakeholders.power stakeholders.interest impacts.severity
objectives.priority processes.priority processes.adaptability relationshipHealth.score
""".split())
NUMBERS |= GRADES


def targets(path):
    """The collections that a field of this path names; none when it names nothing."""
    name = path.rpartition(".")[2]
    if path in NO_REFERENCES:
        return []
    return next((collections.split() for collections, fields in REFERENCES.items() if path in fields or name in fields), [])
