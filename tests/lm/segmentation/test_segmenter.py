"""The segmenter keeps what it parted last: it is asked again after each repair of a text."""

from __future__ import annotations

import pytest

from vntextclean.lm.model import Model
from vntextclean.lm.segmentation import segmenter as module
from vntextclean.lm.segmentation.glued import Glued, k_best, only_path
from vntextclean.lm.segmentation.segmenter import Segmenter
from vntextclean.lm.text.scan import SENTENCE

STRINGS = ["bờruộng", "gặtlúa", "câycau", "ăncơm", "Merriweather"]


def _glued(words: list[str]) -> list[Glued]:
    return [Glued(word, (SENTENCE,), (SENTENCE,), initial=False) for word in words]


def _counted(segmenter: Segmenter, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The strings that are parted anew from now on."""
    asked: list[str] = []
    part = segmenter._part

    def counted(glued: list[Glued]) -> list[module.Segmentation | None]:
        asked.extend(one.text for one in glued)
        return part(glued)

    monkeypatch.setattr(segmenter, "_part", counted)
    return asked


def test_a_string_is_parted_once_between_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    segmenter = Segmenter(Model.open())
    asked = _counted(segmenter, monkeypatch)
    first = segmenter.part(_glued(STRINGS))
    assert segmenter.part(_glued([*STRINGS, "đồngsâu"]))[:-1] == first
    assert asked == [*STRINGS, "đồngsâu"]
    segmenter.part([Glued("gặtlúa", (SENTENCE,), (SENTENCE,), initial=True)])
    assert asked[-1] == "gặtlúa"  # where a sentence begins it may be another


@pytest.mark.parametrize("room", [0, 1, 3, 5])
def test_with_little_room_the_answers_are_the_same(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    expected = Segmenter(Model.open()).part(_glued(STRINGS))
    monkeypatch.setattr(module, "_KEPT", room)
    segmenter = Segmenter(Model.open())
    for start in range(len(STRINGS)):
        for end in range(start + 1, len(STRINGS) + 1):
            assert segmenter.part(_glued(STRINGS[start:end])) == expected[start:end]
            assert len(segmenter._kept) <= room


def test_the_one_path_of_a_string_is_the_best_by_score_as_well() -> None:
    segmenter = Segmenter(Model.open())
    texts = [*STRINGS, "ngồiđợimưa", "thợxây", "Xuânvề", "lúachín", "Theobà", "abcxyz", "quánăn", "mặttrời"]
    several = 0
    for entry in _glued(texts):
        edges = segmenter.pieces.lattice(entry)
        ranked = k_best(entry, edges, segmenter._pair_scores([(entry, edges)]))
        path = only_path(edges, len(entry.text))
        several += path is None
        if path is not None:
            assert ranked == ([path] if path else [])
    assert 0 < several < len(texts)
