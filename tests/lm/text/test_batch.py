"""Several texts at once: what comes out is what each gives alone."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from vntextclean.changes import Change
from vntextclean.filters.diacritics.candidates import Found, Rivals
from vntextclean.lm.bigrams import bigrams, neighbours, share_neighbours
from vntextclean.lm.model import Model
from vntextclean.lm.text.batch import scan_all, together
from vntextclean.lm.text.scan import Scan, scan
from vntextclean.pipeline import Pipeline

PIECES = (
    "Hôm nay trời",
    " mưa",
    " 1.500",
    "mẹ đi chơ",
    "\n",
    ", ",
    "hoà",
    "á",
    "\u0301",
    " NGHỈ",
    ". Và",
    "\r\n",
    "dân vn ",
    "thựchiện",
)
TEXTS = st.lists(st.lists(st.sampled_from(PIECES), max_size=12).map("".join), max_size=6)
ARRAYS = ("starts", "ends", "ids", "lower", "bare", "case", "mark", "initial", "marked", "padded", "stream", "at")


def plain(found: list[Found]) -> list[tuple[object, ...]]:
    """What was found, in a form that compares."""
    return [(each.token, each.rivals.tolist(), each.gains.tolist(), *each[3:]) for each in found]


def plain_change(change: Change) -> tuple[object, ...]:
    """A change without its confidence."""
    edits = [(edit.start, edit.end, edit.replacement, edit.rule) for edit in change.edits]
    return change.start, change.end, change.after, edits


def confidences(changes: Iterable[Change]) -> list[float]:
    return [edit.confidence for change in changes for edit in change.edits]


@given(TEXTS)
def test_scans_made_together_are_those_made_alone(texts: list[str]) -> None:
    model = Model.open()
    for text, made in zip(texts, scan_all(texts, model), strict=True):
        alone = scan(f"{text} "[:-1], model)
        assert isinstance(made, Scan) and made.text == text
        for name in ARRAYS:
            assert getattr(made, name).tolist() == getattr(alone, name).tolist(), name


@given(TEXTS)
def test_rivals_found_together_are_those_found_alone(texts: list[str]) -> None:
    model = Model.open()
    company, solitude = Rivals(model), Rivals(model)
    scans = scan_all(texts, model)
    company.search_all(scans)
    for made in scans:
        ids = company.padded(made)
        assert plain(company.search(made, ids)) == plain(solitude.search(made, ids))


def test_neighbours_are_asked_together() -> None:
    model = Model.open()
    scans = scan_all(["Trời mưa. Đường trơn.", "Mẹ đi chợ"], model)
    share_neighbours(model, together(scans))
    for made in scans:
        score, seen = bigrams(model, made.padded[:-1], made.padded[1:])
        held = neighbours(model, made)
        assert np.array_equal(held.score, score) and np.array_equal(held.seen, seen)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.sampled_from(["web", "forum", "ocr"]))
def test_documents_cleaned_together_come_out_as_alone(texts: list[str], preset: str) -> None:
    pipeline = Pipeline.from_preset(preset)
    alone = [pipeline.run(text) for text in texts]
    for one, other in zip(pipeline.run_many(texts), alone, strict=True):
        assert one.text == other.text
        for some, others in ((one.changes, other.changes), (one.suggestions, other.suggestions)):
            assert [plain_change(each) for each in some] == [plain_change(each) for each in others]
            for each, beside in zip(confidences(some), confidences(others), strict=True):
                assert abs(each - beside) < 1e-4  # the net adds in another order for many questions than for one


def test_a_document_that_comes_twice_is_foreseen_once() -> None:
    """The second time as well its rare abbreviations count as unknown."""
    pipeline = Pipeline.from_preset("web")
    texts = ["Thực hiện tốt công tác dân vn tại cơ sở.", "Trời mưa.", "Thực hiện tốt công tác dân vn tại cơ sở."]
    once = pipeline.run(texts[0])
    for _ in range(2):
        first, _other, second = pipeline.run_many(texts)
        assert first.text == second.text == once.text
