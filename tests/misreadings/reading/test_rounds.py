"""What several readings of a line find of one token is as sure as the least sure of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from vntextclean.misreadings.reading import resolve
from vntextclean.misreadings.reading.resolve import read_line
from vntextclean.misreadings.reading.tokens import Found, Line

if TYPE_CHECKING:
    import pytest


def test_a_token_that_two_readings_put_together_has_one_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    reading: Any = SimpleNamespace(words=[], chain=(), score=0.0, is_proven=True)
    rounds = iter([[Found(1, 4, "Có", "utf-8", 1.0, ())], [Found(0, 1, "“", "chosen", 0.985, ())], []])
    monkeypatch.setattr(resolve, "_resolved", lambda *_: next(rounds))
    monkeypatch.setattr(resolve, "readings", lambda *_: [reading])

    found = read_line("âCÃ³", Line(0, 4), reading, [], {}, ())

    assert [(one.word, one.kind, one.confidence) for one in found] == [("“", "chosen", 0.985), ("Có", "chosen", 0.985)]
