from custody_records.annotate.figures.lexicon import FigureLexicon
from custody_records.annotate.lexicon.lexicon import Lexicon as Words
from custody_records.rulebook import rules_dir

LEXICON = FigureLexicon(rules_dir() / "figures" / "en", Words.read(rules_dir()))


def test_no_wording_belongs_to_two_rules() -> None:
    for rules in (LEXICON.qualifiers, LEXICON.refusals):
        wordings = [w for rule in rules for w in rule.before]
        assert len(wordings) == len(set(wordings))
    nouns = [n for rule in LEXICON.refusals for n in rule.nouns]
    assert sorted(nouns) == sorted(set(nouns))
