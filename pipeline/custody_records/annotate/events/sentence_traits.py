"""What can be seen of a sentence before it is parsed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SentenceTraits:
    """Facts about one unparsed sentence.

    ``custody``: a word of imprisonment; ``domain``: its text
    speaks of custody; ``somebody``: it may name a person or body; ``named``: it holds a name or a
    singular pronoun; ``somewhere``: a facility, place or date; ``facility``: the text names one;
    ``statute``: an article of a law; ``hunger``: its
    text speaks of hunger; ``negated``: a word of
    negation; ``official``, ``advocate``: a word for one.
    """

    custody: bool
    domain: bool
    somebody: bool
    named: bool
    somewhere: bool
    facility: bool
    statute: bool
    hunger: bool
    negated: bool
    official: bool
    advocate: bool
