"""Syllables in no order that any text has are left alone, and damaged text beside them is not."""

from __future__ import annotations

import pytest
from benchmarks.speed.random_syllables import syllables, without_a_mark

from vntextclean.filters.bare_phrases.filter import BarePhrases
from vntextclean.filters.diacritics.filter import Diacritics
from vntextclean.filters.diacritics.proposing.no_language import in_language
from vntextclean.lm.model import Model
from vntextclean.pipeline import Pipeline
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

STRANGERS = syllables()[:3000]
DAMAGED = syllables(without_a_mark)[:3000]
#: A mark behind every second word.
IN_PAIRS = " ".join(f"{first}:{second}" for first, second in zip(*[iter(syllables()[:6000].split())] * 2, strict=False))
#: Damage in every third word or so.
LINE = "Cả bản ra suối be cá từ lúc mặt tròi chưa lên, mùa nay nươc cạn nên nguời gìa cũng đi đươc.\n"


def told(text: str) -> set[int] | None:
    model = Model.open()
    found = in_language(model, model.scan(text))
    return None if found is None else set(found.tolist())


@pytest.mark.parametrize("text", [STRANGERS, DAMAGED, STRANGERS.replace(" ", ", "), STRANGERS.title(), IN_PAIRS])
def test_syllables_at_random_are_no_language(text: str) -> None:
    left = told(text)
    assert left is not None
    assert len(left) < 10


@pytest.mark.parametrize(
    "text", ["", "Ừ.", LINE, LINE * 30, LINE.lower() * 9, "ừ " * 500, "Lò Thị Pâng, Vi Văn Ọt\n" * 60]
)
def test_text_is_language_however_damaged(text: str) -> None:
    assert told(text) is None


def test_a_short_stretch_is_not_told() -> None:
    assert told(STRANGERS[:400]) is None


@pytest.mark.parametrize("text", [STRANGERS, DAMAGED])
def test_nothing_in_it_is_repaired_or_suggested(text: str) -> None:
    assert Diacritics(Settings()).edits(TextState(text)) == []
    assert BarePhrases(Settings()).edits(TextState(text)) == []


def test_damaged_text_before_and_behind_it_is_repaired() -> None:
    head, tail = LINE * 3, LINE * 3
    text = head + STRANGERS + "\n" + tail
    places = [edit.start for edit in Diacritics(Settings()).edits(TextState(text)) if edit.confidence > 0.9]
    assert [at for at in places if at < len(head) // 2]
    assert [at for at in places if at > len(text) - len(tail) // 2]
    assert not [at for at in places if len(head) + 200 < at < len(head) + len(STRANGERS) - 200]


@pytest.mark.parametrize("name", ["web", "forum", "ocr"])
def test_a_second_run_changes_nothing(name: str) -> None:
    pipeline = Pipeline.from_preset(name)
    for text in (STRANGERS, DAMAGED):
        once = pipeline.run(text).text
        assert pipeline.run(once).text == once
