"""What a story's last line tells about its author, who is none of its people."""

from custody_records.articles.article import Cut
from custody_records.articles.byline import Bylines
from custody_records.articles.own import compiled, own

BIOGRAPHY = "author-biography"
_LONGEST = 500  # characters


def cut_biography(story: list[str], author: str | None) -> list[Cut]:
    """Blank the last line of the story if it is about its author, and return what was cut.

    "Rita Cheung is a Hong Kong-based correspondent."
    """
    last = max((n for n, line in enumerate(story) if line), default=0)
    if author is None or last == 0:
        return []
    rules = own("bylines.yaml", Bylines)
    authors = [name for name in compiled(rules.between_authors).split(author) if " " in name]
    name = next((name for name in authors if story[last].startswith(name)), None)
    about = name and compiled(rules.about_author).match(story[last], len(name))
    if not about or len(story[last]) > _LONGEST:
        return []
    cut = Cut(story[last], BIOGRAPHY)
    story[last] = ""
    return [cut]
