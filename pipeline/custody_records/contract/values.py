"""The closed lists of the record contract: every value a field may take, one name each."""

from typing import Literal

PublishedBasis = Literal["metadata", "front-matter", "option", "url", "text", "none"]

FacilityKind = Literal[
    "pretrial_detention_centre",
    "correctional_colony",
    "colony_settlement",
    "prison",
    "juvenile_colony",
    "womens_colony",
    "medical",
    "police_custody",
    "other",
]

PenaltyKind = Literal[
    "imprisonment", "fine", "restriction", "community_service", "arrest", "life", "death", "other"
]

DateModifier = Literal["START", "MID", "END", "APPROX", "BEFORE", "AFTER"]

Qualifier = Literal["at_least", "at_most", "about"]

EventType = Literal[
    "torture_or_ill_treatment",
    "death_in_custody",
    "injury_or_illness",
    "self_harm_or_suicide",
    "hunger_strike",
    "riot_or_protest",
    "security_operation",
    "arrest_or_detention",
    "criminal_case",
    "charge",
    "trial",
    "conviction_or_sentence",
    "acquittal_or_overturning",
    "release_or_amnesty",
    "transfer",
    "dismissal_or_discipline",
    "investigation_or_inspection",
    "denial_of_access",
    "official_denial",
    "complaint_or_appeal",
    "law_or_policy_change",
    "escape",
]

EventStatus = Literal["reported", "alleged", "denied", "ordered_or_planned"]

# How the text ties a facility, place or date to an event, the strongest first.
Basis = Literal["sentence", "reference", "paragraph", "article"]

Maker = Literal["rule", "model", "gazetteer"]
