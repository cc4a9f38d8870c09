"""One writer at a time: a lock of the system's, which ends with the process that holds it."""

from pathlib import Path

from custody_records.ingest.errors import LockedError


def take(number: int, folder: Path) -> None:
    """Lock an open file (its number) for this process. Raises LockedError if another has it."""
    try:
        import fcntl
    except ImportError:  # not a POSIX system
        import msvcrt

        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError as error:
            raise _locked(folder) from error
        return
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise _locked(folder) from error


def _locked(folder: Path) -> LockedError:
    return LockedError(f"{folder}: another ingest is writing there; wait until it is done")
