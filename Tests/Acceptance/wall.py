"""Who may see what, said once more from the rules of the model alone: what the program shows must lie inside of this."""
from canaries import AS_OF, PROVIDERS, rank
from schemas import AUDIENCES

# What a record is for that says nothing.
DEFAULTS = {collection: audience for audience, collections in {
    "public": "decisionGuide glossary site",
    "partner": "providers scope phases milestones tasks waves runbookSteps cohorts deliverables roles raci forums escalationLevels "
               "ktSources ktSessions trainings processes kpis slas qualityFrameworks forecasts readiness dataAssets accessItems "
               "iterations openItems handoverPacks people",
    "internal": "project channels objectives values partnershipCriteria touchpoints competences impacts steeringModel changeLog "
                "correctiveActions pilots faqs topics",
    "team": "stakeholders commsItems risks legalItems assets decisions lessons notices waivers relationshipHealth",
    "restricted": "answers tenders contracts costItems staffTransfers",
}.items() for collection in collections.split()}
# Closed to the public whatever a record says: whole entities, and single fields of others.
NEVER_PUBLIC = set("stakeholders risks tenders contracts costItems legalItems staffTransfers dataAssets accessItems assets answers people".split())
HARD_FIELDS = {"providers": {"otherClientSeasons", "capacity"}, "slas": {"atRisk", "credit", "bonus"}, "notices": {"legalBasis", "approvals"},
               "relationshipHealth": {"comment"}}
TEAM_FIELDS = {"note"}
OF_ASSETS = {"id", "kind", "name", "legalOwner", "holder", "transferTo", "due", "done"}
OF_RISKS = {"id", "title", "trigger", "mitigation", "contingency", "owner", "status", "due"}
PHASES = "decide select contract plan transfer test go-live stabilise operate exit".split()
TRANSFER_OF_KNOWLEDGE = {"ktSources", "ktSessions", "trainings", "cohorts"}
SHARED = {
    "incoming": {"phases", "milestones", "tasks", "deliverables", "waves", "runbookSteps", "raci", "processes", "readiness", "openItems",
                 "forums", *TRANSFER_OF_KNOWLEDGE},
    "outgoing": {"milestones", *TRANSFER_OF_KNOWLEDGE},
}
FIRST_PHASE = {"incoming": "plan", "outgoing": "transfer"}
NAMING = ("provider", "party", "holder", "who", "from", "to")
LABELLED = {"milestones": ("publicLabel", "planned"), "project": ("publicName",)}


class Wall:
    """What each edition may see of the records of the projects: `records[project][collection]` is a list of mappings."""

    def __init__(self, records):
        self.records = records
        self.by_id, self.by_name = ({project: {(collection, record[key]): record for collection, found in collections.items() for record in found}
                                     for project, collections in records.items()} for key in ("id", "x-name"))
        self.mentioned = {}

    def level(self, collection, record):
        """The level of a record by itself."""
        if record.get("publish") is True and collection not in NEVER_PUBLIC:
            return "public"
        own = record.get("audience")
        if own not in AUDIENCES:  # what some entities call an audience is whom they are for
            own = DEFAULTS[collection]
        return own if collection == "faqs" else max(own, DEFAULTS[collection], key=rank)

    def held(self, record):
        return record.get("embargoUntil", "") > AS_OF or record.get("proposed") is True

    def sees(self, audience, provider, canary):
        """Whether an edition may show the field that a canary stands in."""
        record = self.by_name[canary.project][canary.collection, canary.record]
        level = self.level(canary.collection, record)
        if self.held(record):
            level = max(level, "team", key=rank)
        if audience == "partner":
            return rank(canary.audience) <= rank("partner") and self.partner_sees(provider, canary, record, level)
        if audience == "public" and level == DEFAULTS[canary.collection] and self.is_label(canary, record):
            return True
        return max(rank(level), rank(canary.audience)) <= rank(audience)

    def is_label(self, canary, record):
        label = LABELLED.get(canary.collection)
        return bool(label and record.get(label[0]) and canary.path[0] in (*label, "id") and not self.held(record))

    def partner_sees(self, provider, canary, record, level):
        collection, project = canary.collection, canary.project
        if level == "public" or level == DEFAULTS[collection] and self.is_label(canary, record):
            return True
        if self.side(project, provider) not in ("incoming", "outgoing"):
            return False  # candidates and strangers take no part
        if self.uninformed(project, provider) or self.held(record):
            return False
        if level == "partner":
            if self.reaches(project, collection, record, provider):
                return collection != "kpis" or canary.path[0] != "measurements" or canary.party == provider
            return self.is_title(canary, record) and self.referred(project, record["id"], provider)
        if collection == "risks":
            return level == "team" and provider in record.get("forParties", ()) and canary.path[0] in OF_RISKS
        if collection == "assets":
            is_own = record.get("holder") == provider and self.side(project, provider) == "outgoing"
            return level == "team" and (is_own or provider in record.get("forParties", ())) and canary.path[0] in OF_ASSETS
        if collection in ("values", "partnershipCriteria"):
            return level == "internal" and "sharedWithProvider" in record
        return collection == "faqs" and level == "internal" and record.get("agents") is True and self.side(project, provider) == "incoming"

    def is_title(self, canary, record):
        return {"roles": "title", "phases": "name"}.get(canary.collection) == canary.path[0] or (
            canary.collection in ("roles", "phases") and canary.path == ("id",))

    def side(self, project, provider):
        return next((side for side, name in PROVIDERS[project].items() if name == provider), None)

    def reaches(self, project, collection, record, provider):
        return self.names(project, collection, record, provider) or self.shares(project, collection, record, provider)

    def uninformed(self, project, provider):
        told = [record.get("informedOn") for record in self.records[project]["providers"] if record["id"] == provider]
        return any(day is None or day > AS_OF for day in told)

    def names(self, project, collection, record, provider):
        """Whether a record names a provider: as a party, by a role of that party, or as one of those it is for."""
        if collection == "providers" and record["id"] == provider:
            return True
        if collection == "people":
            return self.party_of(project, record.get("role")) == provider
        if provider in record.get("forParties", ()) or provider in record.get("parties", ()):
            return True
        named = [record.get(name) for name in NAMING]
        roles = [record.get(name) for name in ("owner", "producer", "from", "to")]
        if any(provider == each or isinstance(each, list) and provider in each for each in named) or any(self.party_of(project, role) == provider for role in roles):
            return True
        if collection == "kpis":
            slas = [sla for sla in self.records[project]["slas"] if sla["kpi"] == record["id"]]
            return any(sla.get("provider") == provider for sla in slas) or any(
                value.get("provider") == provider for value in record.get("measurements", ()))
        return False

    def party_of(self, project, role):
        return self.by_id[project].get(("roles", role), {}).get("party") if isinstance(role, str) else None

    def shares(self, project, collection, record, provider):
        """Whether the side of a provider sees an entity without being named."""
        side = self.side(project, provider)
        share = self.records[project]["project"][0].get("share", {}).get(side, ())
        if collection in share:
            return True
        if collection not in SHARED.get(side, ()):
            return False
        phase = record if collection == "phases" else self.by_id[project].get(("phases", record.get("phase")))
        if collection in ("phases", "milestones", "tasks"):
            return phase is not None and PHASES.index(phase["kind"]) >= PHASES.index(FIRST_PHASE[side])
        return True

    def referred(self, project, name, provider):
        """Whether a role or a phase is named by a record that the provider sees."""
        if (project, provider) not in self.mentioned:
            self.mentioned[project, provider] = {text for collection, found in self.records[project].items() for record in found
                                                 for text in self.shown_references(project, collection, record, provider)}
        return name in self.mentioned[project, provider]

    def shown_references(self, project, collection, record, provider):
        if self.held(record):
            return set()
        level = self.level(collection, record)
        if level == "public" or level == "partner" and self.reaches(project, collection, record, provider):
            return references(record)
        return {record["owner"]} if collection == "risks" and provider in record.get("forParties", ()) and level == "team" else set()


def references(value):
    """Every text in a record, down to its lists and mappings."""
    if isinstance(value, dict):
        return {text for inner in value.values() for text in references(inner)}
    if isinstance(value, list):
        return {text for inner in value for text in references(inner)}
    return {value} if isinstance(value, str) else set()
