"""The first repairs of a page: whether a word is kept is asked only where its repair may be made."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.evidence.repair import CLEAR, LED, Repair, on_page
from vntextclean.filters.diacritics.filter import Diacritics
from vntextclean.filters.diacritics.first_page import HOPELESS, FirstPage
from vntextclean.filters.diacritics.guards.kept_words import KeptWords
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.model import Model
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

TEXT = "Xã vận động nhan dân sửa cầu, khơi lại con mương, rồi trồng hàng dừa ven đê."


def repair(share: float, *, either: bool = False, kind: Damage = Damage.TONE, cause: Cause = Cause.TONE) -> Repair:
    return Repair(2, "dan", "dân", kind, share, cause, usual=share, either=either)


def test_what_is_hopeless_on_its_page_is_not_asked_about() -> None:
    page = FirstPage(Model.open().scan(TEXT))
    assert page.may_make([repair(0.9), repair(1e-5), repair(1e-5, either=True)]) == [True, False, True]


@pytest.mark.parametrize("cause", Cause)
def test_what_is_not_asked_about_reaches_nothing(cause: Cause) -> None:
    scan = Model.open().scan(TEXT)
    for kind in Damage:
        for share in (1e-4, 1e-3, 0.01, *(n / 40 for n in range(1, 40)), CLEAR, 0.99):
            one = repair(share, kind=kind, cause=cause)._replace(most=LED)
            page = FirstPage(scan)
            if page.may_make([one]) == [False]:
                assert on_page(page.rates_of([one]), one).confidence < HOPELESS


def test_few_words_are_asked_whether_they_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[str]()
    monkeypatch.setattr(KeptWords, "holds", lambda _, one, *__: asked.append(one.word))
    edits = list(Diacritics(Settings()).edits(TextState(TEXT)))
    assert [edit.replacement for edit in edits] == ["nhân"]
    assert asked == ["nhan"]
