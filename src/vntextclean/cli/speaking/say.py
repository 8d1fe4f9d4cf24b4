"""What is said on standard error, and the exit code that goes with it."""

from __future__ import annotations

import contextlib
import os
import sys

import click

from vntextclean.cli.speaking.language import in_language
from vntextclean.errors import told

#: An error of the input or of the command line.
ERROR = 2
#: A fault of this program: EX_SOFTWARE of sysexits(3). Never 1, which says that changes were found.
CRASHED = 70
#: As a shell reports a program that was stopped by SIGINT or SIGPIPE.
INTERRUPTED, PIPE_CLOSED = 130, 141


def say(message: str) -> None:
    """One line on standard error, with the name of the program; no control character of a name reaches a terminal."""
    click.echo(f"vntextclean: {shown(in_language(message))}", err=True)


def shown(text: str) -> str:
    r"""Text with its control characters as escapes.

    >>> shown("a\x1b[31m.txt")
    'a\\x1b[31m.txt'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def refused(error: OSError) -> int:
    """Say what the system could not read or write; the exit code that follows."""
    say(f"{error.filename or 'standard output'}: {error.strerror}")
    close_stdout()
    return ERROR


def crash(error: Exception) -> str:
    """What a user can do about a fault of this program, with the place where it happened."""
    from concurrent.futures import BrokenExecutor

    if isinstance(error, BrokenExecutor):
        return "a worker process was stopped from outside, perhaps for want of memory; try fewer --jobs"
    if isinstance(error, MemoryError):
        return "there is not enough memory; clean smaller files, or fewer at once"
    return f"this is a fault of vntextclean: {told(error)}; please report it with its input"


def close_stdout() -> None:
    """Let what is still buffered for standard output go nowhere: the interpreter would complain of it at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
