"""One BLAS thread a process: the model's matrices are small, ``--jobs`` uses the cores better.

Imports nothing that imports numpy: the libraries read these variables once, when they load.
"""

import os

_VARIABLES = (
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)


def one_thread() -> None:
    """Ask for one thread, in this process and its children; a user's own setting stands."""
    for name in _VARIABLES:
        os.environ.setdefault(name, "1")
