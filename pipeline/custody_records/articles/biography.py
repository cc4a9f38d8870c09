"""What a story's last line tells about its author, who is none of its people."""

import re

from custody_records.articles.article import Cut

BIOGRAPHY = "author-biography"
_LONGEST = 500  # characters


def cut_biography(story: list[str], author: str | None) -> list[Cut]:
    """Blank the last line of the story if it is about its author, and return what was cut.

    "Rita Cheung is a Hong Kong-based correspondent."
    """
    last = max((n for n, line in enumerate(story) if line), default=0)
    if author is None or last == 0:
        return []
    names = "|".join(re.escape(name) for name in re.split(r",? and | & |, ", author) if " " in name)
    about_author = names and re.match(
        rf"(?:{names})" r"(?:, [^.]{3,80},)? (?:is|was|covers|reports|writes|has|works|can)\b",
        story[last],
    )
    if not about_author or len(story[last]) > _LONGEST:
        return []
    cut = Cut(story[last], BIOGRAPHY)
    story[last] = ""
    return [cut]
