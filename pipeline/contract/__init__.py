"""The record contract: what every room of the pipeline reads, fills or compares."""

from pipeline.contract.article import ArticleInfo
from pipeline.contract.base import Entry, Link, Mention, Provenance, Strict
from pipeline.contract.date import Date
from pipeline.contract.event import Event
from pipeline.contract.facility import Facility
from pipeline.contract.figure import Figure
from pipeline.contract.names import Organization, Person, Place
from pipeline.contract.record import ENTRIES, FIELDS, SCHEMA_VERSION, Record
from pipeline.contract.statute import Penalty, Statute

__all__ = [
    "ENTRIES",
    "FIELDS",
    "SCHEMA_VERSION",
    "ArticleInfo",
    "Date",
    "Entry",
    "Event",
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
