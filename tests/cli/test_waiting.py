"""Who waits at a pipe without an end is told why nothing comes."""

from __future__ import annotations

import os
import sys
import time

import pytest

from vntextclean.cli.inputs import waiting


class Errors:
    def __init__(self, terminal: bool) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("terminal", "line_by_line", "pipe", "wanted"),
    [(True, False, True, 1), (False, False, True, 0), (True, True, True, 0), (True, False, False, 0)],
)
def test_it_is_said_once_to_a_person(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, line_by_line: bool, pipe: bool, wanted: int
) -> None:
    said: list[str] = []
    reading, writing = os.pipe() if pipe else (os.open(os.devnull, os.O_RDONLY), os.open(os.devnull, os.O_WRONLY))
    with os.fdopen(reading) as stream, os.fdopen(writing, "w"):
        monkeypatch.setattr(sys, "stdin", stream)
        monkeypatch.setattr(sys, "stderr", Errors(terminal))
        monkeypatch.setattr(waiting, "say", said.append)
        monkeypatch.setattr(waiting, "PATIENCE", 0.01)
        with waiting.told(line_by_line):
            time.sleep(0.2)
        with waiting.told(line_by_line):
            pass  # what ends before is not told of
    assert len(said) == wanted
    assert all("--line-buffered" in one for one in said)
