"""Number of English nouns by their form alone: enough to find the head of a counted phrase."""

_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "person",
    "lives": "life",
    "feet": "foot",
    "teeth": "tooth",
    "wives": "wife",
    "thieves": "thief",
    "knives": "knife",
    "mice": "mouse",
    "mothers-in-law": "mother-in-law",
    "passers-by": "passer-by",
}
_COMPOUND = ("men", "women", "children", "people")
_ES = ("sses", "shes", "ches", "xes", "zes")


def singular(noun: str) -> str:
    """Return the singular of an English noun, lower case; a singular comes back as it is."""
    people = noun[:1].isupper() and noun.endswith("is") and len(noun) > 4  # "Iraqis"
    noun = noun.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    for ending in _COMPOUND:
        if noun.endswith(ending) and len(noun) > len(ending) + 2:
            return noun.removesuffix(ending) + _IRREGULAR[ending]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(_ES):
        return noun[:-2]
    if noun.endswith("s") and (people or not noun.endswith(("ss", "us", "is"))):
        return noun[:-1]
    return noun


def is_plural(word: str, plurals: frozenset[str], singulars: frozenset[str]) -> bool:
    """Tell whether a word looks like a plural noun; the two sets hold the exceptions."""
    low = word.casefold()
    if low in singulars or len(low) < 3:
        return False
    if low in plurals or low.endswith(_COMPOUND):
        return True
    if word[0].isupper() and low.endswith("is"):
        return len(low) > 4  # "Iraqis", "Pamiris"
    return low.endswith("s") and not low.endswith(("ss", "ous", "us", "is", "'s", "’s"))
