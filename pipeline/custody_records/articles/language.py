"""The language of a text, as an ISO 639-1 code."""

import re

# Languages of each script that news on prisons is written in. Among all the model's languages a
# short English headline comes out as Latin, Maltese or Nigerian Pidgin.
_LATIN = frozenset(
    ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "tr", "az", "uz", "tk",
     "ro", "lt", "lv", "et", "fi", "sv", "no", "da", "hu", "sq", "hr", "sl", "id", "vi"]
)  # fmt: skip
_CYRILLIC = frozenset(["ru", "kk", "ky", "tg", "uz", "tt", "uk", "be", "bg", "sr", "mk", "mn"])
_OTHER = frozenset(["ar", "fa", "ur", "ps", "he", "hy", "ka", "el", "zh", "ja", "ko", "hi", "ug"])
_SAMPLE = 1500  # characters from the text's beginning; more do not change the answer
_ENOUGH = 12  # letters; below that nothing is guessed from their order
# English function words: a fifth of any English text, of no other language's.
_ENGLISH = frozenset(
    ["the", "of", "and", "to", "in", "that", "was", "were", "for", "on", "with",
     "by", "from", "said", "his", "had", "has", "been", "is", "are", "not"]
)  # fmt: skip
_LETTERS = re.compile(r"[^\W\d_]+")


def language_of(text: str, declared: str | None = None) -> str:
    """Return the ISO 639-1 code of a text, ``und`` if nothing tells.

    ``declared`` (an HTML page's ``lang``) decides only where the text is too short: sites leave
    ``lang="en"`` on pages in every language.
    """
    sample = text[:_SAMPLE]
    words = _LETTERS.findall(sample.lower())
    letters = "".join(words)
    if len(letters) < _ENOUGH:
        code = (declared or "").partition("-")[0].lower()
        return code if re.fullmatch("[a-z]{2}", code) else "und"
    if sum(word in _ENGLISH for word in words) * 5 > len(sample.split()) > 40:
        return "en"
    from py3langid import rank  # half a second to load

    cyrillic = sum("\u0400" <= letter <= "\u052f" for letter in letters)
    latin = sum(letter < "\u0250" for letter in letters)
    group = _OTHER
    if cyrillic > len(letters) / 2:
        group = _CYRILLIC
    elif latin > len(letters) / 2:
        group = _LATIN
    return next((code for code, _ in rank(sample) if code in group), "und")
