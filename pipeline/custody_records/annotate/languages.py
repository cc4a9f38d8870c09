"""The languages that can be read beside the model's own: an engine and a list of components each.

A language is an entry of ``LANGUAGES``. Its engine puts words, sentences, tags, trees and names
into the doc as spaCy's own components would, so that ours see an ordinary Doc. It is imported and
loaded when the first article in the language comes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a run over an unchanged corpus asks for versions and takes no spaCy
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class LanguageEntry:
    """``load`` is ``package.module:function`` and returns a pipeline with the engine's components.

    ``missing`` and ``versions`` name functions in the same form: which packages the language
    lacks, and the versions of those that shape its records; both import nothing heavy.
    ``components`` run after the engine's; those of them in ``with_rules`` take a folder of rules.
    ``extra`` is the extra of this package that installs what it needs.
    """

    extra: str
    load: str
    missing: str
    versions: str
    components: tuple[str, ...] = field(default=())

    def absent(self) -> tuple[str, ...]:
        """Return the packages that the language needs and that are not installed."""
        found: tuple[str, ...] = _function(self.missing)()
        return found

    def packages(self) -> dict[str, str]:
        """Return the versions of the packages that shape the language's records."""
        found: dict[str, str] = _function(self.versions)()
        return found

    def engine(self) -> Language:
        """Return the pipeline up to our components."""
        nlp: Language = _function(self.load)()
        return nlp

    def pipeline(self, rules: str | None) -> Language:
        """Return the whole pipeline; ``rules`` is a folder, None for the package's own."""
        nlp = self.engine()
        for name in self.components:
            nlp.add_pipe(name, config={"rules": rules})
        return nlp


_RUSSIAN = "custody_records.annotate.russian"
LANGUAGES: dict[str, LanguageEntry] = {
    "ru": LanguageEntry(
        extra="ru",
        load=f"{_RUSSIAN}.engine.factory:load",
        missing=f"{_RUSSIAN}.engine.files:missing",
        versions=f"{_RUSSIAN}.engine.files:versions",
        components=(
            "article_country", "facility_codes", "russian_facility_names", "statute_references",
            "timex", "russian_substantives", "russian_names", "russian_places",
            "russian_facility_places", "russian_organizations", "russian_people",
            "russian_figures", "entities", "russian_attributions",
            "russian_events", "russian_linked_events",
            "merged_events",
        ),
    ),
}  # fmt: skip


def readable() -> tuple[str, ...]:
    """Return the codes of the languages whose packages are installed."""
    return tuple(code for code, entry in LANGUAGES.items() if not entry.absent())


def remedy(language: str) -> str | None:
    """Return what to install to read a language, or None if nothing of ours reads it."""
    entry = LANGUAGES.get(language)
    if entry is None or not entry.absent():
        return None
    return f"pip install 'custody-records[{entry.extra}]'"


def _function(path: str) -> Callable[[], Any]:
    module, _, name = path.partition(":")
    function: Callable[[], Any] = getattr(import_module(module), name)
    return function
