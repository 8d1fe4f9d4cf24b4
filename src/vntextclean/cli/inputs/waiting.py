"""A hint for who waits at a pipe that does not end, as that of tail -f: nothing comes out before its end."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import threading
from collections.abc import Iterator

from vntextclean.cli.speaking.say import say

#: Seconds in which nothing was read to the end; a program that makes the text may take as long, and is not disturbed.
PATIENCE = 5.0


@contextlib.contextmanager
def told(line_by_line: bool) -> Iterator[None]:
    """Say once, to a person at a terminal, that the end of standard input is waited for."""
    if line_by_line or not sys.stderr.isatty() or not _is_pipe():
        yield
        return
    timer = threading.Timer(
        PATIENCE,
        say,
        ("still reading standard input, and cleaning begins at its end; --line-buffered cleans each line at once",),
    )
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _is_pipe() -> bool:
    try:
        return stat.S_ISFIFO(os.fstat(sys.stdin.fileno()).st_mode)
    except (AttributeError, OSError, ValueError):  # closed, or not of this process
        return False
