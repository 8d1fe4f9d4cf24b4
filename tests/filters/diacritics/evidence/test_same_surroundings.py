"""Words in the same surroundings are judged once, and as each would be by itself."""

from __future__ import annotations

import pytest

from vntextclean import Pipeline
from vntextclean.filters.diacritics import search
from vntextclean.filters.diacritics.evidence.same_surroundings import firsts
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

LINE = "Đài đã đăng tin về công tác dân vn tại cơ sở, môt buổi tọa đàm.\n"


def found_in(text: str) -> tuple[Scan, list[Suspect]]:
    model = Model.open(None)
    scan = model.scan(text)
    candidates = model.derived(CandidateSearch)
    return scan, candidates.search(scan, candidates.padded(scan))


def test_a_line_again_and_again_is_judged_once_but_for_its_ends() -> None:
    scan, found = found_in(LINE * 60)
    same = firsts(scan, found, scan.lower)
    words = {scan.word(each.token) for each in found}
    assert {"vn", "môt"} <= words
    assert len(set(same)) < len(found) / 2
    for each, number in zip(found, same, strict=True):
        assert scan.word(found[number].token) == scan.word(each.token)


def test_a_word_apart_from_others_by_what_stands_near_it_is_judged_by_itself() -> None:
    text = LINE * 60
    at = text.index("tọa", len(text) // 2)
    scan, found = found_in(text[:at] + "Tọa" + text[at + 3 :])
    same = firsts(scan, found, scan.lower)
    mine = [number for number, each in enumerate(found) if abs(int(scan.starts[each.token]) - at) < 200]
    assert mine and all(same[number] == number for number in mine)


def test_a_repair_beside_it_sets_a_word_apart() -> None:
    scan, found = found_in(LINE * 60)
    token = found[len(found) // 2].token
    lower = scan.lower.copy()
    lower[token - 1] = lower[0]
    same = firsts(scan, found, lower)
    number = next(number for number, each in enumerate(found) if each.token == token)
    assert same[number] == number


def test_a_short_text_is_not_compared() -> None:
    scan, found = found_in(LINE * 3)
    assert firsts(scan, found, scan.lower) == [*range(len(found))]


@pytest.mark.parametrize("text", [LINE * 40, "ạ\n" * 700, "ộc, " * 500, (LINE + "Bà con ra đồng gặt lua.\n") * 30])
def test_what_is_judged_together_is_judged_as_by_itself(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = Pipeline.from_preset("web")
    together = pipeline.run(text)
    monkeypatch.setattr(search, "firsts", lambda scan, found, lower: [*range(len(found))])
    apart = pipeline.run(text)
    assert together.text == apart.text
    assert together.changes == apart.changes
    assert together.suggestions == apart.suggestions
