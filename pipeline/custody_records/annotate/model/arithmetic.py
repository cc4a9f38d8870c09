"""Which library multiplies the model's matrices.

thinc brings BLIS and uses it for every product; numpy's OpenBLAS does the same products two to
three times faster on current processors, with the same entities (``tests/annotate/recognizer``
proves it on the corpus).
"""

from contextlib import AbstractContextManager
from functools import cache

from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController


def use_openblas(nlp: Language) -> None:
    """Let every layer of the pipeline's models multiply with numpy, where it runs on the CPU."""
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        for layer in model.walk() if model else ():
            if type(layer.ops) is NumpyOps:  # not a subclass, which knows its hardware better
                layer.ops = ops


def one_thread() -> AbstractContextManager[object]:
    """Keep the products of a block to one thread, and leave the host's own products as they were.

    They are small: threads that wait for each other's parts double the processor's time, and
    ``--jobs`` uses the cores better.
    """
    limited: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return limited


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()  # looks for loaded libraries, which takes milliseconds
