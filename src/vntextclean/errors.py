"""What can go wrong, said so that a user knows where, what and what to do next."""

from __future__ import annotations

import errno
from pathlib import Path

#: What an operating system says where there is no room left: on a disk, in a quota, for so large a file.
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


class VntextcleanError(Exception):
    """The root of every error this package raises on purpose; the command line prints it and exits with 2."""


class FilterError(VntextcleanError):
    """A filter failed on a text, or broke its contract: its edits were unsorted, overlapping or without effect.

    It is a fault of the filter and not of the text. A stream goes on without it: its document stays as it is.
    """


class ConfigError(VntextcleanError):
    """A setting, preset, rule or configuration file cannot be used."""


class ModelError(VntextcleanError):
    """A model file is missing, damaged, or of a version this package does not know."""


class InputError(VntextcleanError):
    """An input cannot be read as text, or an output cannot be written."""


def told(error: BaseException) -> str:
    r"""An exception nobody foresaw in one line: its type, what it says, and where it was raised.

    >>> told(ValueError("two\nlines"))
    'ValueError: two lines'
    """
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    place = f" ({Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno})" if at is not None else ""
    said = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}{': ' if said else ''}{said}{place}"


def is_full(error: OSError) -> bool:
    """Whether a file could not be written because there is no room for it.

    >>> is_full(OSError(errno.ENOSPC, "No space left on device")), is_full(PermissionError(errno.EACCES, "denied"))
    (True, False)
    """
    return error.errno in _NO_ROOM
