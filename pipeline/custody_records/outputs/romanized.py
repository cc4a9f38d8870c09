"""Names in Latin letters, and a key by which names of two scripts can be joined.

"Тургумбаев" and "Turgumbaev" share the key "turgumbaev". That is likely one name, and no more:
nothing is merged by it. Romanised by the rules of BGN/PCGN for Russian; Kazakh and Kyrgyz letters
beyond the Russian alphabet as their national spelling in Latin letters has them.
"""

import re
from functools import cache

from custody_records.annotate.entities.rules import EntityRules
from custody_records.annotate.entities.spelling import Spelling
from custody_records.contract.fold import fold
from custody_records.rulebook import rules_dir

_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LETTERS = str.maketrans(
    {"қ": "q", "ғ": "gh", "ң": "ng", "ә": "a", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i",
     "Қ": "Q", "Ғ": "Gh", "Ң": "Ng", "Ә": "A", "Ө": "O", "Ұ": "U", "Ү": "U", "Һ": "H", "І": "I",
     "ў": "o", "ҳ": "h", "ҷ": "j", "ӣ": "i", "ӯ": "u", "Ў": "O", "Ҳ": "H", "Ҷ": "J"}
)  # fmt: skip
_SIGNS = re.compile("[’”'\"·]")  # for soft and hard signs and between two vowels


def romanized(name: str) -> str | None:
    """Return a name of Cyrillic letters in Latin ones, None for a name that has none.

    >>> romanized("Ерлан Тургумбаев")
    'Yerlan Turgumbayev'
    """
    if not _CYRILLIC.search(name):
        return None
    import iuliia  # only the exports of articles in Cyrillic letters need it

    written: str = iuliia.BGN_PCGN.translate(name.translate(_LETTERS))
    return _SIGNS.sub("", written)


def likely_key(name: str) -> str:
    """Return a key that is equal for a name's spellings in both scripts.

    >>> likely_key("Тургумбаев") == likely_key("Turgumbaev") == likely_key("Turgumbayev")
    True
    """
    words = fold(romanized(name) or name).split()
    return " ".join(sound for word in words if (sound := _spelling().sound(word))) or fold(name)


@cache
def _spelling() -> Spelling:
    return Spelling(EntityRules(rules_dir()).spellings)
