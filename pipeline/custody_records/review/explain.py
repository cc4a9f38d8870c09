"""Why a span of an article became what it is, or nothing: the decision log, read again."""

import threading
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from custody_records.articles.article import Article
from custody_records.contract import ArticleInfo
from custody_records.outputs.verdict import SAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from custody_records.annotate.pipeline import Annotator

_KEPT_DOCS = 4


class Explainer:
    """Annotates an article again when it is asked about; the model loads at the first question."""

    def __init__(self, model: str, rules: str | None) -> None:
        self._model = model
        self._rules = rules
        self._mutex = threading.Lock()
        self._doc = lru_cache(maxsize=_KEPT_DOCS)(self._annotate)

    def span(
        self, record: Mapping[str, Any], body: str, start: int, end: int
    ) -> list[dict[str, Any]]:
        """Return what was decided about ``body[start:end]``, as lines to show.

        Each has ``field``, ``outcome``, ``text`` (what was printed), ``says`` and ``reason``.
        """
        info = {k: v for k, v in record["article"].items() if k in ArticleInfo.model_fields}
        with self._mutex:  # one pipeline, many threads
            doc = self._doc(ArticleInfo.model_validate(info), body)
            return list({str(line): line for line in self._lines(doc, start, end)}.values())

    def _lines(self, doc: "Doc", start: int, end: int) -> list[dict[str, Any]]:
        told = [d for d in doc._.decisions if d.start < end and start < d.end]
        lines = [
            {
                "field": d.field,
                "outcome": d.outcome,
                "text": " ".join(doc.text[d.start : d.end].split()),
                "says": SAYS[d.outcome].format(rule=d.rule, by=d.by, by_or_rule=d.by or d.rule),
                "reason": self.reasons.get(d.rule),
            }
            for d in sorted(told, key=lambda d: (d.start, d.end))
        ]
        seen = [e for e in doc.ents if e.start_char < end and start < e.end_char]
        lines += [
            {
                "field": "model",
                "outcome": "seen",
                "text": entity.text,
                "says": f"the model saw {entity.label_}",
                "reason": None,
            }
            for entity in seen
        ]
        return lines

    @cached_property
    def reasons(self) -> dict[str, str]:
        """Every rule's reason by its id."""
        from custody_records.rulebook import rules_dir
        from custody_records.rulebook.rule_sets import reasons

        return reasons(rules_dir(self._rules))

    def warm(self) -> None:
        """Load the model ahead of the first question, which tells of it if there is none."""
        from custody_records.annotate.model.installed import ModelNotFoundError

        with self._mutex, suppress(ModelNotFoundError):
            _ = self.annotator

    @cached_property
    def annotator(self) -> "Annotator":
        """The loaded model and rules."""
        from custody_records.annotate.pipeline import Annotator

        return Annotator(self._model, self._rules)

    def _annotate(self, info: ArticleInfo, body: str) -> "Doc":
        return next(iter(self.annotator.annotate([Article(info, body)])))
