"""What the rules commands share: rooms with their rules, and the pipeline of a room."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import click

from custody_records.annotate.languages import remedy

if TYPE_CHECKING:
    from spacy.language import Language

    from custody_records.annotate.pipeline import Annotator
    from custody_records.rulebook.rooms import Room
    from custody_records.rulebook.rule import Rule


def loaded(rules: str | None, only: str | None) -> Iterator[tuple["Room", list["Rule"]]]:
    """Yield every room (or the one asked for) with its rules. Raises click.ClickException."""
    from custody_records.rulebook import RuleError, check_folder, rules_dir
    from custody_records.rulebook.rooms import ROOMS

    folder = rules_dir(rules)
    try:
        check_folder(folder)
    except RuleError as error:
        raise click.ClickException(str(error)) from error
    names = [room.name for room in ROOMS]
    if only is not None and only not in names:
        raise click.BadParameter(
            f"no room {only!r}; rooms: {', '.join(names)}", param_hint="--room"
        )
    for room in ROOMS:
        install = remedy(room.language)
        if install and only in (None, room.name):
            click.echo(f"room {room.name} is left out; to read its language: {install}", err=True)
        elif only in (None, room.name):
            try:
                yield room, room.rules(folder)
            except RuleError as error:
                raise click.ClickException(str(error)) from error


class Pipelines:
    """The pipeline that a room's examples go through; the model is loaded once, if at all."""

    def __init__(self, rules: str | None) -> None:
        self._rules = rules
        self._full = cache(self._load)

    def of(self, room: "Room") -> "Language":
        """Return the room's own components, or the whole pipeline if it names none."""
        if not room.components and not room.fire:
            return self._full().pipeline(room.language)
        import spacy

        import custody_records.annotate.pipeline  # noqa: F401 - registers the components
        from custody_records.rulebook import rules_dir

        nlp = spacy.blank("en")
        for name in room.components:
            nlp.add_pipe(name, config={"rules": str(rules_dir(self._rules))})
        return nlp

    def _load(self) -> "Annotator":
        from custody_records.annotate.pipeline import Annotator

        return Annotator(rules=self._rules)
