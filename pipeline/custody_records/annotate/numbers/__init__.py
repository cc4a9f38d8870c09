"""Numbers of a text, in digits and words: one reader for every component, by language."""

from custody_records.annotate.numbers.growing import Number
from custody_records.annotate.numbers.reader import NumberReader
from custody_records.annotate.numbers.words import NumberWords, languages, load

__all__ = ["Number", "NumberReader", "NumberWords", "languages", "load"]
