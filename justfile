# The five everyday commands; each is also told in CONTRIBUTING.md.

# Install for work on the code.
install:
    pip install -e ".[dev]" && pre-commit install

# Read the corpus and compare with gold.
corpus:
    extract corpus/ && extract evaluate --gold corpus/gold.jsonl

# The tests of minutes.
test:
    pytest

# Format, lint, types.
check:
    ruff format . && ruff check . && mypy

# All that must hold before a change is taken, in a fresh environment.
ci:
    bash .ci/run
