"""Is a name a place where it stands? What the gazetteer knows is weighed with what is around it."""

import re
from typing import NamedTuple

from custody_records.annotate.names.name import Kind
from custody_records.annotate.places.capitalised import word_after, word_before
from custody_records.annotate.places.evidence import Evidence
from custody_records.annotate.places.gazetteer import KnownPlace, PlaceGazetteer
from custody_records.annotate.places.rules import Contexts

# Where towns and families share their names: "from Hamilton", "to Lincoln".
_ANGLOSPHERE = frozenset(["US", "GB", "CA", "AU", "NZ", "IE", "JM", "ZA", "BS", "BM"])
_ACRONYM = re.compile(r"[A-Z]{2,4}$")
_COMPOUND = re.compile(r"-[a-z]{4,}$")  # "Ill-treatment"
_CAMEL = re.compile(r"[a-z][A-Z]")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[ ]?)+(?:[^\W\d_]{1,2})?$")
# A town at home of this many inhabitants needs no "in" before it, "from" or "to" will do.
_TOWN = 20_000
# Surnames that are towns, too, are those of smaller towns.
_KNOWN_CITY = 100_000
# Without a word before it, a city at home must be this large, one elsewhere a metropolis.
_CITY = 300_000
_OWNS = re.compile(r"['’]s[ ]")
_METROPOLIS = 1_500_000


class Verdict(NamedTuple):
    """Why, and as what, a name is taken; ``weak``: by nothing but the words around it."""

    rule: str
    kind: Kind
    weak: bool = False


class Judge:
    """Judges names by gazetteer and context."""

    def __init__(self, gazetteer: PlaceGazetteer, contexts: Contexts) -> None:
        self.gazetteer = gazetteer
        self.contexts = contexts
        self.patterns = contexts.patterns

    def of_model(self, name: str, start: int, end: int, evidence: Evidence) -> Verdict:
        """Return why, and as what, a name that the model takes for a place is taken."""
        known = self.gazetteer.find(name) if name and name[0].isupper() else ()
        refused = self._no_name(name, known, start, end, evidence)
        if refused:
            return Verdict(refused, "other")
        large = any(k.kind != "settlement" or k.population >= _KNOWN_CITY for k in known)
        if not large and evidence.is_surname(name):
            return Verdict("place.not.surname", "person")
        wide = any(k.kind != "settlement" or k.capital for k in known)
        if not wide and evidence.speaks(end):
            return Verdict("place.not.speaker", "other")
        if known:
            return Verdict("place.gazetteer", "place")
        return self._unknown(name, start, end, evidence)

    @staticmethod
    def _no_name(
        name: str, known: tuple[KnownPlace, ...], start: int, end: int, evidence: Evidence
    ) -> str | None:
        """Return why a name cannot be a place's whatever it stands for, None if it can."""
        if not name or not name[0].isupper() or (_INITIALS.fullmatch(name) and not known):
            return "place.not.name"
        if _COMPOUND.search(name) and not known:
            return "place.not.compound"
        if evidence.in_case_title(start, end):
            return "place.not.case-title"
        if evidence.is_none(name):
            return "place.not.adjective"
        return "place.not.money" if evidence.of_money(end) else None

    def _unknown(self, name: str, start: int, end: int, evidence: Evidence) -> Verdict:
        """Return why, and as what, a name is taken that the gazetteer does not know."""
        text, before = evidence.text, word_before(evidence.text, start)
        if evidence.is_realm(name):
            return Verdict("place.realm", "place")
        if before in self.contexts.titles:
            return Verdict("place.not.speaker", "other")
        if _CAMEL.search(name):
            return Verdict("place.not.brand", "other")
        if evidence.is_people(name):
            return Verdict("place.not.adjective", "other")  # "she said in Cebuano"
        if self.patterns.bank.search(name):
            return Verdict("place.not.bank", "organization")
        if evidence.is_given(name) and (evidence.is_doubtful(name) or _OWNS.match(text, end)):
            return Verdict("place.not.given-name", "person")  # "in Maria's kitchen"
        if self._leads(before, text, start) or evidence.beside_known(start, end):
            return Verdict("place.context", "place", weak=True)
        return Verdict("place.not.supported", "other")

    def _leads(self, before: str, text: str, start: int) -> bool:
        """Tell whether the word before a name leads to a place: "in", "moved to", "city of"."""
        led = self.contexts.led_to.get(before)
        if led is None:
            return before in self.contexts.before
        return word_before(text, text.rfind(before, 0, start)) in led

    def of_places(self, members: list[tuple[int, int]], evidence: Evidence) -> bool:
        """Tell whether a list is one of places: most are known, and half of them are sure.

        "in Chester, Cork and Dublin" needs no sure member; "Lincoln, Jackson and Grant" has none.
        Of two, both are at home and none is somebody's: "between Gori and Rustavi".
        """
        names = [evidence.text[start:end] for start, end in members]
        before = word_before(evidence.text, members[0][0])
        led = before in self.contexts.strict or before in self.contexts.led
        if len(names) == 2:
            return led and all(self._is_at_home(name, evidence) for name in names)
        known = sum(bool(self.gazetteer.find(name)) for name in names)
        here = evidence.countries - _ANGLOSPHERE
        sure = sum(
            evidence.is_place(start) or any(k.country in here for k in self.gazetteer.find(name))
            for (start, _), name in zip(members, names, strict=True)
        )
        whole = known == len(names)
        return 2 * known > len(names) and (2 * sure >= len(names) or (led and whole))

    def _is_at_home(self, name: str, evidence: Evidence) -> bool:
        """Tell whether a name is a place of the text's country, and nobody's."""
        at_home = any(k.country == evidence.country for k in self.gazetteer.find(name))
        return at_home and not (evidence.is_surname(name) or evidence.is_given(name))

    def mistaken(self, name: str, start: int, end: int, evidence: Evidence) -> str | None:
        """Return the rule by which a known name is a place where it stands."""
        text = evidence.text
        if evidence.in_case_title(start, end) or evidence.before_kind(end):
            return None
        if evidence.of_body(start):
            return None
        if self.gazetteer.wide(name):
            return "place.gazetteer"
        known = self.gazetteer.find(name)
        before = word_before(text, start)
        if not known or evidence.is_surname(name) or before in self.contexts.titles:
            return None
        # "UFA" is a party in most texts, not Ufa.
        if self._one_of_a_kind(text, start, end) or _ACRONYM.fullmatch(name):
            return None
        return self._by_context(known, before, start, end, evidence)

    def _by_context(
        self, known: tuple[KnownPlace, ...], before: str, start: int, end: int, evidence: Evidence
    ) -> str | None:
        """Return the rule by which what is around a known name makes it a place."""
        if before in self.contexts.strict:
            return "place.gazetteer.context"
        if self._is_region(known, evidence) or self._is_capital(known):
            return "place.gazetteer"
        if evidence.speaks(end):
            return None
        if evidence.beside_known(start, end):
            return "place.gazetteer.beside"
        return "place.gazetteer.home" if self._is_city(known, before, evidence) else None

    def left_alone(self, name: str, start: int, end: int, evidence: Evidence) -> str | None:
        """Return the rule by which a name that the model has left alone is a place."""
        before = word_before(evidence.text, start)
        known = () if evidence.of_money(end) else self.gazetteer.find(name)
        if not known and evidence.text[max(0, start - 3) : start] in self.contexts.inside:
            return self._lies_in(name, start, end, evidence)
        if not known or _ACRONYM.fullmatch(name) or evidence.is_none(name):
            return None
        if self._one_of_a_kind(evidence.text, start, end):
            return None
        sure = self._is_region(known, evidence) or self._is_capital(known)
        beside = evidence.beside_known(start, end)
        if not (sure or beside or before in self.contexts.before) or evidence.is_surname(name):
            return None
        if evidence.of_body(start):
            return None
        if before in self.contexts.strict:
            return "place.gazetteer.context"
        if sure and before not in self.contexts.titles and not evidence.before_kind(end):
            return "place.gazetteer"
        if beside:
            return "place.gazetteer.beside"
        return "place.gazetteer.home" if self._is_city(known, before, evidence) else None

    @staticmethod
    def _lies_in(name: str, start: int, end: int, evidence: Evidence) -> str | None:
        """Return the rule by which an unknown name right behind "in" is a place.

        The model has nothing there or a day, a product, a people: "an affray in Isani".
        """
        if evidence.is_none(name) or evidence.before_kind(end) or evidence.is_common(name):
            return None
        return "place.context" if evidence.is_unread(start, end) else None

    def _one_of_a_kind(self, text: str, start: int, end: int) -> bool:
        """Tell whether an article makes a name a thing: "a Damas minivan", not "a Lebap court"."""
        return (
            self.patterns.article.search(text[max(0, start - 4) : start]) is not None
            and word_after(text, end) not in self.contexts.of_towns
        )

    @staticmethod
    def _is_capital(known: tuple[KnownPlace, ...]) -> bool:
        """Tell whether a name is that of a large capital: small ones are surnames, too."""
        return any(k.capital and k.population >= _CITY for k in known)

    @staticmethod
    def _is_region(known: tuple[KnownPlace, ...], evidence: Evidence) -> bool:
        """Tell whether a name is a region's and no town's, with a point or at home."""
        return all(k.kind == "region" for k in known) and any(
            k.country == evidence.country or k.latitude is not None for k in known
        )

    def _is_city(self, known: tuple[KnownPlace, ...], before: str, evidence: Evidence) -> bool:
        """Tell whether a name is that of a large city, or of a town at home after "from"."""
        if before in self.contexts.led:
            here = any(k.country in evidence.countries - _ANGLOSPHERE for k in known)
            large = [k for k in known if k.population >= _TOWN]
            if here or (large and all(k.country not in _ANGLOSPHERE for k in large)):
                return True
        least = _TOWN if before in self.contexts.before else _CITY
        home = any(k.country == evidence.country and k.population >= least for k in known)
        return home or any(k.population >= _METROPOLIS for k in known)
