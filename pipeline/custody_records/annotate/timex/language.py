"""Everything that the rules say of time in one language, loaded once."""

from dataclasses import dataclass
from pathlib import Path

from custody_records.annotate import lookalikes, numbers
from custody_records.annotate.lookalikes import LookAlikes
from custody_records.annotate.timex.contexts import Contexts
from custody_records.annotate.timex.grammar import Grammar, GrammarFile
from custody_records.annotate.timex.lexemes import Lexer
from custody_records.annotate.timex.lexicon import LexiconFile, TimexLexicon
from custody_records.annotate.timex.named import DayWording
from custody_records.annotate.timex.spelled import SpelledNumbers
from custody_records.annotate.timex.tense import TenseGuess
from custody_records.rulebook import Rule, read, read_list


@dataclass(frozen=True, slots=True)
class TimexLanguage:
    """The rules of ``rules/timex/<code>`` with the number words of the language."""

    code: str
    lexer: Lexer
    grammar: Grammar
    lookalikes: LookAlikes
    tense: TenseGuess
    contexts: Contexts


def languages(rules: Path) -> list[str]:
    """Return the ISO 639-1 codes of the languages that have a folder of timex rules, sorted."""
    return sorted(path.parent.name for path in (rules / "timex").glob("*/grammar.yaml"))


def load(rules: Path, code: str) -> TimexLanguage:
    """Read the rules of a language from the folder of rules. Raises RuleError."""
    folder = rules / "timex" / code
    words = numbers.load(rules, code)
    lexicon = TimexLexicon(read(folder / "lexicon.yaml", LexiconFile), words)
    grammar = read(folder / "grammar.yaml", GrammarFile)
    wordings = [wording.grammar_rule() for wording in read_list(folder / "named.yaml", DayWording)]
    return TimexLanguage(
        code,
        Lexer(lexicon, SpelledNumbers(lexicon, words)),
        Grammar([*wordings, *grammar.rules], grammar.macros, lexicon),
        LookAlikes(lookalikes.load(folder)),
        read(folder / "tense.yaml", TenseGuess),
        read(folder / "contexts.yaml", Contexts),
    )


def load_rules(folder: Path) -> list[Rule]:
    """Return the rules of every language, for those who list or check them. Raises RuleError."""
    return [rule.in_language(code) for code in languages(folder) for rule in _of(folder, code)]


def _of(rules: Path, code: str) -> list[Rule]:
    folder = rules / "timex" / code
    return [
        *read(folder / "grammar.yaml", GrammarFile).rules,
        *read_list(folder / "named.yaml", DayWording),
        *lookalikes.load(folder),
    ]
