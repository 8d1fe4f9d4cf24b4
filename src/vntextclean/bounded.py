"""Read a file whole that must not be endless: a configuration, a list, a table, reviewed changes."""

from __future__ import annotations

import errno
import stat
from pathlib import Path

#: Of what is no regular file, as a pipe of the shell is none, so many bytes are read at most.
MOST = 64 << 20


def whole(path: Path) -> bytes:
    """All bytes of a file. Raises OSError for a pipe or device of more than :data:`MOST` bytes, which may never end."""
    with path.open("rb") as file:
        if stat.S_ISREG(path.stat().st_mode):
            return file.read()
        data = file.read(MOST + 1)
    if len(data) > MOST:
        raise OSError(errno.EFBIG, f"a pipe or device of more than {MOST >> 20} MiB, which may never end")
    return data
