"""Put a review together from a run's records and the gold that is to be made."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from custody_records.compare.context import Bodies
from custody_records.compare.gold.identity import unusable
from custody_records.compare.gold.read import GoldError, Records
from custody_records.contract import FIELDS
from custody_records.outputs.folder import body_path
from custody_records.review.document import ARTICLE
from custody_records.review.doubt import Doubt
from custody_records.review.explain import Explainer
from custody_records.review.gold_file import GoldFile
from custody_records.review.proposals import EXTRACTION
from custody_records.review.session import Review, Side
from custody_records.review.store import DecisionStore

_NAME = re.compile(r"[\w-]{1,40}")


def gold_of(gold: Path, name: str | None) -> Path:
    """Return where a reviewer's gold goes: ``my-gold.jsonl`` of anna is ``my-gold.anna.jsonl``.

    Raises ValueError for a name that cannot be part of a file's.
    """
    if name is None:
        return gold
    if not _NAME.fullmatch(name):
        raise ValueError(f"{name!r}: a reviewer's name is letters, digits, dash and underscore")
    return gold.with_name(f"{gold.stem}.{name}{gold.suffix}")


def folder_of(gold: Path) -> Path:
    """Return the folder beside the gold that keeps what the review needs."""
    return gold.with_name(f"{gold.stem if gold.suffix == '.jsonl' else gold.name}.review")


def _check(ids: Sequence[str], bodies: Bodies, gold: GoldFile) -> None:
    """Raise GoldError for an article without its text, and for gold that cannot be compared."""
    for id_ in ids:
        try:
            text = body_path(bodies.folder, id_)
        except ValueError as error:  # records may be anybody's, and an id names files
            raise GoldError(str(error)) from error
        if not text.is_file():
            raise GoldError(f"{text}: no text of {id_}; run extract on the articles again")
        for fault in unusable(gold.get(id_) or {}):
            raise GoldError(f"{gold.path}: {id_}: {fault}; see extract gold check")


def open_review(
    records: Path,
    gold: Path,
    *,
    sides: Sequence[tuple[str, Records]] = (),
    only: Sequence[str] = (),
    name: str | None = None,
    fields: Sequence[str] = (),
    count: int | None = None,
    seed: int = 0,
    uncertain_first: bool = False,
    model: str = "sm",
    rules: str | None = None,
) -> Review:
    """Return a review of the records, which makes ``gold``.

    ``sides`` are annotators (name, gold) whose differences are decided; without them the
    extraction proposes. ``only`` limits the articles. Raises GoldError.
    """
    found = Records(records)
    folder = folder_of(gold)
    ids = [id_ for id_ in found if not only or id_ in only]
    if count is not None:
        ids = sample(ids, count, seed)
    held = GoldFile(gold, folder)
    bodies = Bodies(records)
    _check(ids, bodies, held)
    chosen = tuple(f for f in (ARTICLE, *FIELDS) if not fields or f in fields)
    doubt = Doubt(found, held.reviewed())
    if uncertain_first:
        ids = sorted(ids, key=lambda id_: -doubt.of_record(found[id_], chosen))
    return Review(
        records=found,
        bodies=bodies,
        sides=[Side(*side) for side in sides] or [Side(EXTRACTION, found)],
        store=DecisionStore(folder / "decisions"),
        gold=held,
        explainer=Explainer(model, rules),
        ids=ids,
        fields=chosen,
        name=name,
        doubt=doubt,
    )


def sample(ids: Iterable[str], count: int, seed: int) -> list[str]:
    """Draw ``count`` ids, all equally likely, so that figures from them are unbiased.

    The same seed draws the same ids whatever their order, and a larger count keeps those of a
    smaller one.
    """
    ranked = sorted(ids, key=lambda id_: hashlib.sha256(f"{seed} {id_}".encode()).digest())
    return sorted(ranked[:count])
