"""Which library multiplies the model's matrices.

thinc brings BLIS and uses it for every product; numpy's OpenBLAS does the same products two to
three times faster on current processors, with the same entities (``tests/annotate/recognizer``
proves it on the corpus). How many threads it takes: ``pipeline/custody_records/run/threads.py``.
"""

from spacy.language import Language
from thinc.api import NumpyOps


def use_openblas(nlp: Language) -> None:
    """Let every layer of the pipeline's models multiply with numpy, where it runs on the CPU."""
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        for layer in model.walk() if model else ():
            if type(layer.ops) is NumpyOps:  # not a subclass, which knows its hardware better
                layer.ops = ops
