"""The case of a word that lost bytes is unsure at the head of a quotation inside a sentence."""

from __future__ import annotations

from vntextclean.misreadings.choosing.choose import Open, choose

OPTIONS, WEIGHTS = ("đường", "Đường"), (0.0, 0.0)


def _posterior(line: str) -> float:
    at = line.index("#")
    choice = choose(line, [Open(at, at + 1, OPTIONS, WEIGHTS)])[0]
    assert choice is not None
    return choice.posterior if choice.word == "đường" else 0.0


def test_a_small_letter_behind_an_opening_quotation_mark_is_unsure() -> None:
    assert _posterior("Xe tải chở gạo chạy trên # làng ngập nước") > 0.95
    assert _posterior('Xe tải chở gạo chạy trên "# làng" ngập nước') < 0.9
