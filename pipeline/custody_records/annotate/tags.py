"""Parts of speech that components ask for together, by the names of Universal Dependencies."""

NOUNS = frozenset(["NOUN", "PROPN"])
VERBS = frozenset(["VERB", "AUX"])
