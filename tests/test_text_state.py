"""What is found out about a text is found out once, and its judge is asked about its edits."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from vntextclean import Pipeline
from vntextclean.edit import Edit
from vntextclean.settings import MIN_CONFIDENCE
from vntextclean.text_state import TextState

SAMPLES = Path(__file__).parent.parent / "samples"


def test_a_question_is_asked_once_for_each_text_and_each_thing_asked_about() -> None:
    asked: list[tuple[str, ...]] = []

    def count(text: str, *letters: str) -> int:
        asked.append((text, *letters))
        return sum(map(text.count, letters))

    state = TextState("Hà Nội")
    assert [state.once(count, *letters) for letters in ("", "N", "ộ", "Nộ", "N", "", "ộ")] == [0, 1, 1, 2, 1, 0, 1]
    assert asked == [("Hà Nội",), ("Hà Nội", "N"), ("Hà Nội", "ộ"), ("Hà Nội", "N", "ộ")]
    assert TextState("Ninh").once(count, "N") == 1
    assert len(asked) == 5


def test_what_rests_on_the_state_is_asked_once_too_even_where_the_answer_is_no() -> None:
    asked: list[str] = []

    def is_long(state: TextState) -> bool:
        asked.append(state.text)
        return len(state.text) > 10

    state = TextState("Hà Nội")
    assert [state.ask(is_long), state.ask(is_long), state.once(len)] == [False, False, 6]
    assert asked == ["Hà Nội"]


def test_without_a_pipeline_the_usual_confidence_is_asked_for() -> None:
    state = TextState("dân vn")
    edit = Edit(4, 6, "vận", "diacritics.letter", "", MIN_CONFIDENCE)
    assert state.accepts(edit)
    doubtful = edit._replace(confidence=MIN_CONFIDENCE - 0.0001)
    assert not state.accepts(doubtful)
    assert state.accepted([doubtful, edit]) == [edit]
    assert TextState("dân vn", lambda edits, state: [one for one in edits if one.end == len(state.text)]).accepts(edit)


@pytest.mark.parametrize("preset", ["web", "forum", "ocr"])
def test_a_state_is_freed_with_its_call(preset: str) -> None:
    pipeline = Pipeline.from_preset(preset)
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    texts.append(
        "  Nồi đất  2  45\n  Ấm nhôm  1  80\n  Rổ tre  3  15\n    Hôm  nay trời  mưa; gió  , lạnh\nMôt  buổi họp"
    )
    gc.collect()
    gc.disable()  # what holds itself is freed by the collector alone, and its text with it
    try:
        before = _states()  # of other tests
        for text in texts:
            pipeline.run(text)
        left = _states()
    finally:
        gc.enable()
    assert len(left) == len(before)


def _states() -> list[TextState]:
    return [one for one in gc.get_objects() if isinstance(one, TextState)]
