"""``--decisions``: what a reviewer decided goes before what the program would do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from vntextclean.errors import InputError

if TYPE_CHECKING:
    from vntextclean.cleaned import Cleaned
    from vntextclean.cli.inputs.sources import Source
    from vntextclean.cli.running.work import Work
    from vntextclean.review.decision import Decision
    from vntextclean.review.outcome import Judged
    from vntextclean.streams.documents import Document

Command = TypeVar("Command", bound=Callable[..., Any])

#: For each input the file that `review` writes beside it.
AUTO = "auto"


def decisions(command: Command) -> Command:
    """Give a verb the option --decisions."""
    return click.option(
        "--decisions",
        metavar="FILE|auto",
        help="Respect what was decided in `review`: the decisions of FILE, or those beside each input (auto).",
    )(command)


class Decided:
    """Finds the decisions about each document, and counts what was found again.

    A file named by the user must be there, and holds for all inputs; with ``auto`` an input may have none.
    """

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted
        self._source: Source | None = None
        self._decisions: list[Decision] = []
        self._used: set[Decision] = set()
        self._found = self._left_over = 0
        if wanted != AUTO:
            from vntextclean.review.log import read

            self._all = read(Path(wanted))

    def settle(self, source: Source, document: Document, cleaned: Cleaned) -> Cleaned:
        """The document as it was decided."""
        return self._judged(source, document, cleaned).settled()

    def undecided(self, source: Source, document: Document, cleaned: Cleaned) -> Cleaned:
        """The document with those changes alone that are open."""
        return self._judged(source, document, cleaned).open()

    def say(self, work: Work) -> None:
        """Tell how many decisions were found again, where not all were."""
        self._count()
        if self._left_over:
            work.note(
                f"decisions found again: {self._found}; without their place: {self._left_over}"
                " (it was edited since, or is clean already)"
            )

    def _judged(self, source: Source, document: Document, cleaned: Cleaned) -> Judged:
        from vntextclean.review.outcome import judge

        if source != self._source:
            self._count()
            self._source, self._decisions = source, self._read(source)
        judged = judge(cleaned, self._decisions, document.line)
        self._used.update(made for made in (*judged.changes, *judged.suggestions) if made)
        return judged

    def _count(self) -> None:
        """Count the decisions about the input that is done."""
        self._found += len(self._used)
        self._left_over += len(self._decisions) - len(self._used)
        self._decisions, self._used = [], set()

    def _read(self, source: Source) -> list[Decision]:
        if self._wanted != AUTO:
            return self._all
        if source.path is None:
            raise InputError("--decisions auto looks beside a file: for standard input give the file of decisions")
        from vntextclean.review.log import beside, read

        path = beside(source.path)
        return read(path) if path.exists() else []
