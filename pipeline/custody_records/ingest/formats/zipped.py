"""ZIP archives: their members one by one, none trusted about its size or its name."""

import io
import stat
import zipfile
from collections.abc import Iterator

from custody_records.ingest.errors import RefusedError
from custody_records.ingest.limits import Budget
from custody_records.ingest.piece import Piece, Refusal

_UNIX = 3  # create_system of archives whose members have a mode
_SHOWN = 120  # characters of a member's name in messages


def pieces(piece: Piece, budget: Budget) -> Iterator[Piece | Refusal]:
    """Yield an archive's members. Raises RefusedError if the archive itself cannot be read.

    A member's name is used to tell its kind and in messages, never as a path: nothing is
    unpacked to disk.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(piece.data))
    except (RefusedError, MemoryError):
        raise
    except Exception as error:  # the library raises struct.error and more on damaged tables
        raise RefusedError(f"not a readable archive ({error}); save it again") from error
    with archive:
        for member in sorted(archive.infolist(), key=lambda m: m.filename):
            # A name may be empty (it ends at a NUL), over which ``is_dir`` stumbles.
            if member.filename.endswith("/") or _is_litter(member.filename):
                continue
            budget.entry()
            name = " ".join(member.filename.split())[-_SHOWN:] or "unnamed"
            try:
                yield piece.inside(name, _read(archive, member, budget))
            except RefusedError as error:
                if "unpacks" in str(error):
                    raise  # the rest of the archive would go the same way
                yield Refusal(f"{piece.name}/{name}", str(error))


def _is_litter(name: str) -> bool:
    """What systems and programs leave in archives: ``__MACOSX/``, ``.DS_Store``."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in {".", ".."}]
    return any(part.startswith((".", "__MACOSX")) for part in parts)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, budget: Budget) -> bytes:
    mode = member.external_attr >> 16
    if member.create_system == _UNIX and mode and not stat.S_ISREG(mode) and stat.S_IFMT(mode):
        raise RefusedError("a link or a device in an archive; put the file itself into it")
    if member.flag_bits & 1:
        raise RefusedError("encrypted; unpack it first")
    data = bytearray()
    try:
        with archive.open(member) as file:
            # The declared size may lie, so it is what comes out that counts.
            while block := file.read(1 << 16):
                data += block
                budget.spend(len(block))
                budget.limits.check_size(len(data))
    except (RefusedError, MemoryError):
        raise
    except Exception as error:  # zlib's, LZMA's, an offset beyond the file: whatever it meets
        raise RefusedError(f"damaged in the archive ({error}); pack it again") from error
    return bytes(data)
