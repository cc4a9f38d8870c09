"""The table of rooms that have rules: how each room's are loaded and how an example is run.

Whoever adds a room of rules adds a line here; ``extract rules check``, ``extract rules list`` and
``tests/rulebook`` then collect its rules. The entries are import paths, because annotate imports
the rulebook and not the other way round.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from custody_records.rulebook.rule import Rule


@dataclass(frozen=True, slots=True)
class Room:
    """A room of rules.

    ``load`` is ``package.module:function``, called with the folder of rules, and returns the
    room's rules. ``components`` are those that an example's text goes through; an empty tuple
    means the whole pipeline with its model. The rule of a reading is its attribute ``rule``; the
    readings are those of ``doc.spans[group]``, each span's ``span._.<attribute>``. A room without
    a group (``country``) tells by the decision log alone which of its rules fired. A room that
    reads plain text before there is a doc names in ``fire`` the ``package.module:function`` that
    returns the (rule id, reading) pairs of a text by a folder of rules.
    ``language`` is whose pipeline reads the examples, for a room whose components are one
    language's own.
    """

    name: str
    load: str
    components: tuple[str, ...] = ()
    group: str | None = None
    attribute: str | None = None
    fire: str | None = None
    language: str = "en"

    def fired(self, text: str, folder: Path) -> list[tuple[str, Any]]:
        """Return what ``fire`` makes of a text."""
        module, _, function = (self.fire or "").partition(":")
        return list(getattr(import_module(module), function)(text, folder))

    def rules(self, folder: Path) -> list[Rule]:
        """Load the room's rules. Raises RuleError."""
        module, _, function = self.load.partition(":")
        loaded: Iterable[Rule] = getattr(import_module(module), function)(folder)
        return list(loaded)


ROOMS: tuple[Room, ...] = (
    Room(
        "articles",
        load="custody_records.articles.rules:load",
        fire="custody_records.articles.rules:fired",
    ),
    Room(
        "country",
        load="custody_records.annotate.country.rules:load",
        components=("article_country",),
    ),
    Room(
        "names",
        load="custody_records.annotate.naming.rules:load",
        components=("news_sentences", "names"),
    ),
    Room(
        "organizations",
        load="custody_records.annotate.organizations.rules:load",
        components=("news_sentences", "names", "organizations"),
        group="organizations",
        attribute="organization",
    ),
    Room(
        "people",
        load="custody_records.annotate.people.rules:load",
        components=("news_sentences", "names", "people"),
        group="people",
        attribute="person",
    ),
    Room(
        "places",
        load="custody_records.annotate.places.rules:load",
        components=("news_sentences", "names", "places"),
        group="places",
        attribute="place",
    ),
    Room(
        "figures",
        load="custody_records.annotate.figures.lexicon:load",
        components=("news_sentences", "figures"),
        group="figures",
        attribute="figure",
    ),
    Room(
        "facilities",
        load="custody_records.annotate.facilities.rules:load",
        components=("facility_codes",),
        group="facilities",
        attribute="facility",
    ),
    Room(
        "timex",
        load="custody_records.annotate.timex.rules:load",
        group="timex",
        attribute="timex",
    ),
    Room(
        "events",
        load="custody_records.annotate.events.rules:load",
        group="events",
        attribute="event",
    ),
    Room("event_context", load="custody_records.annotate.events.rules:load_context"),
    Room("event_setting", load="custody_records.annotate.events.setting.rules:load"),
    Room(
        "attributions",
        load="custody_records.annotate.attributions.rules:load",
        group="attributions",
        attribute="attribution",
    ),
    Room(
        "attributions_ru",
        load="custody_records.annotate.russian.attributions.words:load_rules",
        group="attributions",
        attribute="attribution",
        language="ru",
    ),
    Room(
        "events_ru",
        load="custody_records.annotate.russian.events.schema:load_rules",
        group="events",
        attribute="event",
        language="ru",
    ),
    Room(
        "statutes",
        load="custody_records.annotate.statutes.rules:load",
        components=("statute_references",),
        group="statutes",
        attribute="statute",
    ),
)
