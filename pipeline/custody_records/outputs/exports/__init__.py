"""The formats that records can be had in, and the module of each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """``write`` is ``module:function`` called with (source, folder); ``extra`` what it needs."""

    write: str
    extra: str | None


_HERE = "custody_records.outputs.exports"
FORMATS: dict[str, Format] = {
    "csv": Format(f"{_HERE}.csv_files:write", None),
    "xlsx": Format(f"{_HERE}.xlsx:write", "xlsx"),
    "sqlite": Format(f"{_HERE}.sqlite:write", "sqlite"),
    "parquet": Format(f"{_HERE}.parquet:write", "parquet"),
    "ftm": Format(f"{_HERE}.ftm:write", "ftm"),
    "geojson": Format(f"{_HERE}.geojson:write", None),
    "docbin": Format(f"{_HERE}.docbin:write", None),
    "conll": Format(f"{_HERE}.conll:write", None),
    "brat": Format(f"{_HERE}.brat:write", None),
    "report": Format(f"{_HERE}.report.build:write", None),
}
