"""File names of a corpus: ``YYYY-MM-DD-publisher-slug.txt``."""

import re
import unicodedata
from urllib.parse import urlsplit

from custody_records.contract import ArticleInfo

_TITLE = 60  # characters of the title's part
_PUBLISHER = 30
_CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўңғқөұүһәҷҳӯӣ"
_PLAIN = (
    "a,b,v,g,d,e,yo,zh,z,i,y,k,l,m,n,o,p,r,s,t,u,f,kh,ts,ch,sh,shch,,y,,e,yu,ya,i,yi,ye,g,u,"
    "ng,gh,q,o,u,u,h,a,j,h,u,i"
)
_LATIN = dict(zip(_CYRILLIC, _PLAIN.split(","), strict=True))
_OTHER = re.compile(r"[^a-z0-9]+")


def file_stem(info: ArticleInfo) -> str:
    """Return the stem of an article's file: always of the same article the same.

    Only small Latin letters, digits and dashes: no title can make it a path or a hidden file.
    """
    parts = [
        info.published or "undated",
        slug(info.publisher or _host(info.url) or "", _PUBLISHER) or "unknown",
        slug(info.title or "", _TITLE) or "untitled",
    ]
    return "-".join(parts)


def _host(url: str | None) -> str | None:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def slug(text: str, most: int) -> str:
    """Return a text in small Latin letters, digits and dashes, cut at a word's end.

    >>> slug("Бунт в колонии № 8: «мы требуем врача»", 30)
    'bunt-v-kolonii-no-8-my'
    """
    folded = unicodedata.normalize("NFKD", text.casefold().replace("№", " no "))
    folded = unicodedata.normalize("NFC", folded)
    latin = "".join(_LATIN.get(character, character) for character in folded)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    plain = _OTHER.sub("-", plain.replace("'", "")).strip("-")
    if len(plain) <= most:
        return plain
    return plain[: most + 1].rpartition("-")[0] or plain[:most]
