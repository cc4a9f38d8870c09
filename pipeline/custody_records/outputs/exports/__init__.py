"""The formats that records can be had in, and the module of each."""

# Format → module of this package, whose ``write`` takes a source and a folder. What a format needs
# beside the package's own dependencies is in the extra of its name.
FORMATS = {
    "csv": "csv_files",
    "xlsx": "xlsx",
    "sqlite": "sqlite",
    "parquet": "parquet",
    "ftm": "ftm",
    "geojson": "geojson",
    "docbin": "docbin",
    "conll": "conll",
    "brat": "brat",
    "report": "report.build",
}
