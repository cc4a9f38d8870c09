"""The formats that records can be had in, and the module of each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """``write`` is ``module:function`` called with (source, folder); ``extra`` what it needs."""

    write: str
    extra: str | None
    says: str


_HERE = "custody_records.outputs.exports"
FORMATS: dict[str, Format] = {
    "csv": Format(f"{_HERE}.csv_files:write", None, "a CSV file a field"),
    "xlsx": Format(f"{_HERE}.xlsx:write", "xlsx", "one workbook, a sheet a field"),
    "sqlite": Format(f"{_HERE}.sqlite:write", "sqlite", "a database with views and search"),
    "parquet": Format(f"{_HERE}.parquet:write", "parquet", "a Parquet file a field"),
    "ftm": Format(f"{_HERE}.ftm:write", "ftm", "FollowTheMoney entities, for Aleph"),
    "geojson": Format(f"{_HERE}.geojson:write", None, "facilities and places on a map"),
    "docbin": Format(f"{_HERE}.docbin:write", None, "spaCy DocBin with span groups"),
    "conll": Format(f"{_HERE}.conll:write", None, "CoNLL-2003 tokens with IOB tags"),
    "brat": Format(f"{_HERE}.brat:write", None, "brat standoff, a text and an .ann an article"),
    "report": Format(f"{_HERE}.report.build:write", None, "one self-contained page"),
}
