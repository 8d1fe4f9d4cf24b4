"""The prefilter of strings without diacritics: it refuses none that its lattice would part."""

from __future__ import annotations

import random

import pytest

from vntextclean.lm.model import Model
from vntextclean.lm.segmentation.glued import Glued
from vntextclean.lm.segmentation.pieces import Pieces
from vntextclean.lm.segmentation.plain_words import PlainWords
from vntextclean.lm.segmentation.segmenter import Segmenter
from vntextclean.lm.text.scan import SENTENCE


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Model.open().derived(Pieces)


def _strings(pieces: Pieces) -> list[str]:
    """Strings of two and three pieces, of a piece and letters, and of letters, as names and in small letters."""
    rng = random.Random(7)
    plain = sorted(word for word in pieces.ids if word.isascii() and word.isalpha())
    letters = "aeiouhnmtrlsk"
    out = []
    for _ in range(1_500):
        parts = rng.choices(plain, k=rng.randint(1, 3))
        if rng.random() < 0.4:
            parts.insert(rng.randint(0, 1), "".join(rng.choices(letters, k=rng.randint(1, 4))))
        out.append("".join(parts))
    return [*out, *map(str.capitalize, out)]


def test_what_the_lattice_parts_is_never_refused(pieces: Pieces, monkeypatch: pytest.MonkeyPatch) -> None:
    strings = _strings(pieces)
    plain = PlainWords(pieces.model, pieces.ids)
    kept = {word for word in strings if plain.may_spell(word)}
    monkeypatch.setattr(PlainWords, "may_spell", lambda self, word: True)
    parted = {word for word in strings if pieces.can_part(word)}
    assert len(parted) > 100
    assert parted <= kept


@pytest.mark.parametrize("name", ["Merriweather", "Schwarzkopf", "Lindqvist", "Wolfsburg"])
def test_names_that_no_pieces_spell_are_refused(pieces: Pieces, name: str) -> None:
    assert not PlainWords(pieces.model, pieces.ids).may_spell(name)


def test_a_name_that_gains_far_too_little_is_not_segmented() -> None:
    segmenter = Segmenter(Model.open())
    names = [Glued(word, (SENTENCE,), (SENTENCE,), initial=False) for word in ("Mesopotamia", "Annamiticum")]
    assert all(segmenter.pieces.can_part(each.text) for each in names)
    assert segmenter.part(names) == [None, None]


def test_a_run_on_beside_such_names_is_segmented_as_before() -> None:
    segmenter = Segmenter(Model.open())
    name, words = (Glued(word, (SENTENCE,), (SENTENCE,), initial=False) for word in ("Mesopotamia", "thựchiện"))
    alone, together = segmenter.part([words]), segmenter.part([name, words])
    assert together[1] == alone[0]
    assert alone[0] is not None and alone[0].pieces == ("thực", "hiện")
