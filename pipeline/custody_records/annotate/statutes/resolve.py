"""Which instrument a citation is of: beside it, shared with its neighbour, or named before."""

from custody_records.annotate.statutes.antecedent import Antecedents, last_before
from custody_records.annotate.statutes.attach import Attacher
from custody_records.annotate.statutes.cited import Cited, numbers
from custody_records.annotate.statutes.countries import Jurisdictions
from custody_records.annotate.statutes.grammar import Citation
from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.rule_files import ResolutionRules


class Resolver:
    """Takes the steps in their order; each leaves alone what one before it found."""

    def __init__(self, rules: ResolutionRules, places: Jurisdictions) -> None:
        self._kin = rules.kin
        self._attacher = Attacher(rules)
        self._antecedents = Antecedents(rules, places)

    def resolve(
        self,
        text: str,
        citations: list[Citation],
        mentions: list[InstrumentMention],
        bodies: list[InstrumentMention],
    ) -> list[Cited]:
        """Return every citation with the instrument that the text gives it, if it gives one."""
        cited = [Cited(c, start=c.start, end=c.end) for c in citations]
        self._attacher.attach(text, cited, mentions)
        self._name_generics(cited, mentions, bodies)
        _by_number(cited)
        self._antecedents.resolve(text, cited, mentions)
        return cited

    def _name_generics(
        self, cited: list[Cited], mentions: list[InstrumentMention], bodies: list[InstrumentMention]
    ) -> None:
        """Replace "the same code" by the last instrument of its kind.

        "The Convention" of a text that names none is that of the body it speaks of: the Committee
        against Torture watches over the Convention against Torture.
        """
        by_kind: dict[str, list[InstrumentMention]] = {}
        for mention in mentions:
            if mention.name is not None:
                by_kind.setdefault(mention.kind, []).append(mention)
        for one in cited:
            generic = one.mention
            if generic is None or generic.name is not None:
                continue
            kinds = (generic.kind, *self._kin.get(generic.kind, ()))
            found = (last_before(by_kind.get(kind, []), generic.start) for kind in kinds)
            known = [mention for mention in found if mention is not None]
            watched = [body for body in bodies if body.kind in kinds]
            one.asked = generic.kind
            one.mention = max(known, key=lambda m: m.start) if known else next(iter(watched), None)
            one.how = "generic"


def _by_number(cited: list[Cited]) -> None:
    """An article that is cited elsewhere with its instrument is of that one."""
    known: dict[str, dict[str, InstrumentMention]] = {}
    for one in cited:
        if one.mention is not None and one.attached:
            for number in numbers(one.citation):
                known.setdefault(number, {})[one.mention.name or ""] = one.mention
    for one in cited:
        if one.open and not one.bare_sign:
            found = [known[n] for n in numbers(one.citation) if len(known.get(n, ())) == 1]
            if found:
                one.mention, one.how = next(iter(found[0].values())), "number"
