"""What decisions make of a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.render.test_unified import cleanings
from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change, Edit
from vntextclean.pipeline import Pipeline
from vntextclean.review.decision import Decision
from vntextclean.review.merge import merge
from vntextclean.review.outcome import BY_HAND, Judged, judge
from vntextclean.review.place import place

VERDICTS = ("accepted", "refused", "edited")


def change(start: int, end: int, after: str, rule: str = "r") -> Change:
    return Change(start, end, after, (Edit(start, end, after, rule, "why", 0.9),))


@given(cleaned=cleanings(), data=st.data())
def test_decided_pages_are_what_the_decisions_say(cleaned: Cleaned, data: st.DataObject) -> None:
    verdicts = [data.draw(st.sampled_from([*VERDICTS, None])) for _ in cleaned.changes]
    decisions = [
        Decision(verdict, place(cleaned.source, one), "sửa" if verdict == "edited" else "")
        for one, verdict in zip(cleaned.changes, verdicts, strict=True)
        if verdict
    ]
    judged = judge(cleaned, decisions)
    assert not judged.left_over
    made = [
        one._replace(after="sửa") if verdict == "edited" else one
        for one, verdict in zip(cleaned.changes, verdicts, strict=True)
        if verdict != "refused"
    ]
    text, at = "", 0
    for one in made:
        text += cleaned.source[at : one.start] + one.after
        at = one.end
    assert judged.settled().text == text + cleaned.source[at:]
    assert [one[:3] for one in judged.open().changes] == [
        one[:3] for one, verdict in zip(cleaned.changes, verdicts, strict=True) if verdict is None
    ]


def test_an_accepted_suggestion_goes_before_the_change_in_its_place() -> None:
    cleaned = Cleaned(
        "đối thoạitiếp", "đối thoại tiếp", (change(4, 13, "thoại tiếp"),), (change(4, 13, "thoại trực tiếp"),)
    )
    yes = Decision("accepted", place(cleaned.source, cleaned.suggestions[0]))
    assert judge(cleaned, [yes]).settled().text == "đối thoại trực tiếp"
    assert judge(cleaned, [yes]).settled().suggestions == ()
    assert judge(cleaned, [yes]).open().changes == ()
    no = Decision("refused", place(cleaned.source, cleaned.changes[0]))
    assert judge(cleaned, [no]).settled().text == "đối thoạitiếp"
    assert judge(cleaned, [no, yes]).settled().text == "đối thoại trực tiếp"


def test_what_a_person_wrote_is_told_as_hers() -> None:
    cleaned = Cleaned("dân vn", "dân vận", (change(4, 6, "vận"),))
    settled = judge(cleaned, [Decision("edited", place(cleaned.source, cleaned.changes[0]), "vốn")]).settled()
    assert (settled.text, settled.changes[0].rules) == ("dân vốn", ("r", BY_HAND))
    kept = judge(cleaned, [Decision("edited", place(cleaned.source, cleaned.changes[0]), "vn")]).settled()
    assert (kept.text, kept.changes) == ("dân vn", ())


def test_no_decisions_change_nothing() -> None:
    cleaned = Cleaned("a  b", "a b", (change(1, 3, " "),), (change(0, 1, "A"),))
    assert judge(cleaned, []) == Judged(cleaned, (None,), (None,))
    assert judge(cleaned, []).settled() == judge(cleaned, []).open() == cleaned


def test_a_decision_holds_on_the_page_as_it_was_cleaned() -> None:
    """What was refused is not asked again when the rest of the page was cleaned and written back."""
    page = "Môt buổi họp về công tác dân vn , dân chủ ở xã.Bà con  đến đông đủ.\n"
    pipeline = Pipeline.from_preset("web")
    cleaned = pipeline.run(page)
    refused = [one for one in cleaned.changes if one.before == "vn"]
    decisions = [Decision("refused", place(page, one)) for one in refused]
    written = judge(cleaned, decisions).settled().text
    assert "dân vn" in written
    again = judge(pipeline.run(written), decisions)
    assert [one.before for one in again.cleaned.changes] == ["vn"]
    assert again.open().changes == ()


def test_two_reviewers_who_differ_are_named_and_the_others_count() -> None:
    page = "Môt buổi họp về công tác dân vn ở xã. Bà con  đến."
    places = [place(page, one) for one in (change(0, 3, "Một"), change(29, 31, "vận"), change(44, 46, " "))]
    mine = [Decision("accepted", places[0]), Decision("accepted", places[1])]
    hers = [
        Decision("accepted", places[0]),
        Decision("edited", places[1]._replace(at=40), "vốn"),
        Decision("refused", places[2]),
    ]
    merged = merge(mine, hers)
    assert merged.decisions == [mine[0], hers[2]]
    assert [str(one) for one in merged.conflicts] == [
        "at 29, 'vn' to 'vận': accepted by one, edited to 'vốn' by the other"
    ]
    assert merge(mine, mine).conflicts == []
