"""What stands around numbers: the regular expressions of ``patterns.yaml``."""

import re
from typing import Annotated

from pydantic import BeforeValidator

from custody_records.rulebook import RuleData, compiled


def _spaced(pattern: object) -> re.Pattern[str]:
    """Compile a pattern in which a blank stands for any run of blanks."""
    return compiled(str(pattern).replace(" ", r"[ \xa0]+"), re.IGNORECASE)


Wording = Annotated[re.Pattern[str], BeforeValidator(_spaced)]


class Patterns(RuleData):
    """The file ``patterns.yaml``; it says what each pattern is for."""

    compound: Wording
    places: Wording
    series: Wording
    ratio_after: Wording
    ratio_of_units: Wording
    ratio_of_round: Wording
    age: Wording
    parent_of: Wording
    ratio_before: Wording
    one_of: Wording
    rate_before: Wording
    pronoun: Wording
    before_year: Wording
    partitive: Wording
    teller: Wording
    of_them: Wording
    inner: Wording
    being: Wording
    including: Wording
    aside: Wording
    gapped: Wording
    capacity: Wording
    capacity_after: Wording
    listed: Wording
    compared: Wording
    tally_after: Wording
    tally_before: Wording
    changed: Wording
    change_from: Wording
    change_to: Wording
    pronoun_changed: Wording
    existed: Wording
    bracketed: Wording
    then: Wording
    when: Wording
    stands: Wording
    parenthetic: Wording
    lead: Wording
    verb: Wording
