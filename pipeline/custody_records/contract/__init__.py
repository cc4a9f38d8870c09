"""The record contract: what every package of the pipeline reads, fills or compares."""

from custody_records.contract.article import ArticleInfo
from custody_records.contract.base import Entry, Link, Mention, Provenance, Strict
from custody_records.contract.date import Date
from custody_records.contract.event import Event, EventBasis
from custody_records.contract.facility import Facility
from custody_records.contract.figure import Figure
from custody_records.contract.names import Organization, Person, Place
from custody_records.contract.record import ENTRIES, FIELDS, SCHEMA_VERSION, Record
from custody_records.contract.statute import Penalty, Statute

__all__ = [
    "ENTRIES",
    "FIELDS",
    "SCHEMA_VERSION",
    "ArticleInfo",
    "Date",
    "Entry",
    "Event",
    "EventBasis",
    "Facility",
    "Figure",
    "Link",
    "Mention",
    "Organization",
    "Penalty",
    "Person",
    "Place",
    "Provenance",
    "Record",
    "Statute",
    "Strict",
]
