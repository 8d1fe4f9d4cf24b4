"""A line on the terminal that says how far a long run is; nothing in a pipe or for short work."""

from __future__ import annotations

import sys
import time

from vntextclean.streams.documents import Document

#: Seconds before the first line, and between two.
PATIENCE, PACE = 2.0, 0.2


class Progress:
    """Counts what has passed and says so on standard error, unless the text itself goes to the terminal."""

    def __init__(self) -> None:
        self._shown = False
        self._wanted = sys.stderr.isatty() and not sys.stdout.isatty()
        self._next = time.monotonic() + PATIENCE
        self._documents = 0
        self._characters = 0

    def step(self, document: Document) -> None:
        """Count one document."""
        if not self._wanted:
            return
        self._documents += 1
        self._characters += len(document.text)
        if time.monotonic() >= self._next:
            said = f"{self._documents} documents, {self._characters / 1e6:.1f} million characters, {document.label}"
            sys.stderr.write(f"\r\x1b[2K{said[:100]}")
            sys.stderr.flush()
            self._shown = True
            self._next = time.monotonic() + PACE

    def clear(self) -> None:
        """Take the line away, so that a message can stand there."""
        if self._shown:
            sys.stderr.write("\r\x1b[2K")
            sys.stderr.flush()
            self._shown = False
