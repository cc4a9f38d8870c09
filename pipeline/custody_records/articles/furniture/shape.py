"""What a line looks like, apart from its words: prose, or something shorter."""

import re

_END = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


def is_prose(line: str) -> bool:
    """Tell whether a line is a paragraph of a story by its length and its end.

    A headline is shorter or ends without a stop; a heading is much shorter.
    """
    words = line.count(" ") + 1
    return words >= 28 or (words >= 9 and _END.search(line) is not None)


def is_short(line: str) -> bool:
    """Tell whether a line could be a heading or a headline: few words, no sentence's end."""
    return line.count(" ") < 30 and not line.endswith((".", ";", ","))
