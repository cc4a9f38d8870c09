"""The statistical model: which are installed, and how one runs faster with the same result."""
