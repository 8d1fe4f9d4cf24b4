"""Standard output and standard error as the command line needs them: open, and able to write any letter."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TextIO


def open_closed() -> None:
    """Give the program the standard streams that its caller closed (``>&-``), so that nothing trips over None.

    What is said on a closed standard error is lost. To write to a closed standard output is an error, as it is for
    cat(1), so its place is taken by a file that cannot be written; a verb that writes files only does not notice.
    Standard input is left: :func:`vntextclean.cli.inputs.sources.opened` says that it is closed.
    """
    if sys.stderr is None:
        sys.stderr = _null(os.O_WRONLY)
    if sys.stdout is None:
        sys.stdout = _null(os.O_RDONLY)


def _null(access: int) -> TextIO:
    return os.fdopen(os.open(os.devnull, access), "w", encoding="utf-8")


def prepare() -> None:
    """Let numpy start no threads when it is loaded, and write what the locale has no letter for as an escape.

    The threads are for large matrices, and took 25 of the 260 ms of one short line; --jobs uses several cores.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):
        make_blocking(stream)
        with contextlib.suppress(AttributeError):  # a stream of a test may be of another kind
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def make_blocking(stream: TextIO | None) -> None:
    """Make a stream wait where another program left it non-blocking, as terminals are that Node.js or ssh(1) share.

    A pause in what is read would be taken for its end, and what is written lost where nobody reads it fast enough.
    """
    with contextlib.suppress(OSError, ValueError, AttributeError):  # not on every system, nor every stream
        if stream is not None and not os.get_blocking(stream.fileno()):
            os.set_blocking(stream.fileno(), True)
