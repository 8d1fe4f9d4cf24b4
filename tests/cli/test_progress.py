"""The line that says how far a long run is."""

from __future__ import annotations

import io

import pytest

from vntextclean.cli.running import progress
from vntextclean.streams.documents import Document


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_long_work_is_told_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(progress.sys, "stderr", screen)
    monkeypatch.setattr(progress.sys, "stdout", io.StringIO())
    monkeypatch.setattr(progress, "PATIENCE", 0)
    line = progress.Progress()
    line.step(Document("một hai", "a.txt"))
    assert "1 documents, 0.0 million characters, a.txt" in screen.getvalue()
    line.clear()
    assert screen.getvalue().endswith("\r\x1b[2K")


@pytest.mark.parametrize(("errors", "text"), [(io.StringIO(), io.StringIO()), (Terminal(), Terminal())])
def test_nothing_is_told_in_a_pipe_or_into_the_text(
    errors: io.StringIO, text: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress.sys, "stderr", errors)
    monkeypatch.setattr(progress.sys, "stdout", text)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    line = progress.Progress()
    line.step(Document("một hai", "a.txt"))
    line.clear()
    assert not errors.getvalue()
