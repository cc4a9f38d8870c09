"""The collector's settings are the host's: a block may change them, and gives them back."""

import gc

from custody_records.run.process import collecting_seldom


def test_a_block_has_the_collector_look_seldom_and_gives_the_settings_back() -> None:
    before = gc.get_threshold()
    with collecting_seldom():
        assert gc.get_threshold() > before
    assert gc.get_threshold() == before
