"""The collector's settings are the host's: a block may change them, and gives them back."""

import gc

from custody_records.run.process import sparing_what_stays


def test_a_block_spares_what_stays_and_gives_the_settings_back() -> None:
    before = gc.get_threshold()
    with sparing_what_stays():
        inside = gc.get_threshold()
        assert gc.get_freeze_count() > 0
    assert inside != before
    assert (gc.get_threshold(), gc.get_freeze_count()) == (before, 0)


def test_what_the_host_has_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        with sparing_what_stays():
            pass
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
