"""The page of costs shows the figures that are kept, and nothing else."""

import json

from tests.benchmarks import costs


def test_the_page_has_the_figures_that_were_taken() -> None:
    figures = json.loads(costs.FIGURES.read_text(encoding="utf-8"))
    text = costs.PAGE.read_text(encoding="utf-8")
    assert text == costs.page(text, figures), "python -m tests.benchmarks.costs --render"


def test_a_part_that_was_not_taken_is_left_out() -> None:
    figures = {
        "machine": {"processor": "P", "cores": 2},
        "length": {"characters": [3, 100], "ratio": [0.9, 0.8, 1.0], "load": 1, "command": "c"},
    }
    text = costs.page(f"a\n{costs.BEGIN}\nold\n{costs.END}\nb\n", figures)
    assert "old" not in text
    assert text.startswith("a\n")
    assert text.endswith("\nb\n")
    assert "100 costs 0.9 (0.8 to 1) times one of an article of 3" in text
