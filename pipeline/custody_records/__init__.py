"""custody-records: structured records from news articles on prisons and detention, offline.

>>> from custody_records import extract
>>> found = extract("Two employees of prison LA-155/8 were detained on July 30.",
...                 published="2019-07-31")
>>> found.record.facilities[0].code, found.record.dates[0].value
('LA-155/8', '2019-07-30')
"""

from typing import TYPE_CHECKING, Any

__version__ = "0.2.0"
__all__ = ["Extraction", "__version__", "extract", "load"]

if TYPE_CHECKING:
    from custody_records.run.text import Extraction, extract, load


def __getattr__(name: str) -> Any:
    """Import what the package offers when it is asked for: ``extract --help`` needs none of it."""
    if name in ("Extraction", "extract", "load"):
        from custody_records.run import text

        return getattr(text, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
