"""A decision over a text with all that it asks given, and repairs as the tests of this folder need them."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

from vntextclean.filters.diacritics import decide
from vntextclean.filters.diacritics.decide import _Decision
from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.detect import USUAL, Reach
from vntextclean.filters.diacritics.proposing.doubts import Doubts
from vntextclean.filters.diacritics.proposing.suspects import Suspect
from vntextclean.lm.model import Model

if TYPE_CHECKING:
    import pytest

TEXT = "Bà con trong bản ra suối bắt cá từ lúc mặt trời chưa lên nên người già cũng đi được"
CAUSE = next(iter(Cause))


def signs(*, illegal: bool = True, lead: float = 3.0) -> Features:
    made = Features(*[0.0] * len(Features._fields))
    return made._replace(illegal=illegal, lead=lead, length=3)


def repair(
    token: int = 5, rival: str = "suối", confidence: float = 0.5, kind: Damage = Damage.LETTER, **more: Any
) -> Repair:
    given = {"usual": 0.9, "signs": signs(), **more}
    return Repair(token, "sui", rival, kind, confidence, CAUSE, **given)


def suspect(token: int, candidates: tuple[int, ...] = (77,), log_prob: float = -20.0) -> Suspect:
    ids = np.array(candidates, np.int64)
    return Suspect(token, ids, np.full(len(ids), 3.0, np.float32), log_prob, False, False)


class Candidates:
    """Stands for the search for candidates: keeps what is asked, and answers what is given by token."""

    def __init__(self, found: dict[int, Suspect], gain: float) -> None:
        real = Model.open().derived(CandidateSearch)
        self.legal, self.numbers = real.legal, real.numbers
        self.found, self.gained = found, gain
        self.asked: list[tuple[list[int] | None, Reach, Reach | None]] = []

    def search(
        self, scan: object, ids: object, only: Any = None, reach: Reach = USUAL, before: Reach | None = None
    ) -> list[Suspect]:
        tokens = None if only is None else only.tolist()
        self.asked.append((tokens, reach, before))
        return [each for token, each in sorted(self.found.items()) if tokens is None or token in tokens]

    def gain(self, *asked: object) -> Any:
        return np.array([self.gained])


class Search:
    """Stands for the search for repairs: judges a word as is given by token, each judgement after another."""

    def __init__(self, judged: dict[int, list[Repair]], candidates: Candidates) -> None:
        self.model, self.candidates, self.judged = Model.open(), candidates, judged
        self.asked: list[tuple[list[int], bool]] = []
        self.reader = SimpleNamespace(readings=lambda scan, page: [])
        self.proposal: Callable[..., Any] = lambda *asked: SimpleNamespace(repair=repair(asked[1], asked[2], 0.0))

    def judge(
        self, scan: object, found: list[Suspect], lower: object, recalls: bool = False, page: object = None
    ) -> list[Repair]:
        self.asked.append(([each.token for each in found], recalls))
        out = []
        for each in found:
            if left := self.judged.get(each.token):
                out.append(left.pop(0) if len(left) > 1 else left[0])
        return out

    def proposed(self, scan: object, token: int, rival: str, lower: object, otherwise: object = None) -> Any:
        return self.proposal(scan, token, rival)


def page(*, damaged: bool = False, scanned: bool = False, loses: bool = False, shift: float = 1.0) -> Any:
    return SimpleNamespace(
        is_damaged=damaged, is_scanned=scanned, loses_letters=loses,
        shift_beside=lambda token, cause: shift, own_count=lambda token, cause: 0,
        confidences=lambda proposals: [each.confidence for each in proposals],
        confidence=lambda proposal: proposal.confidence,
    )  # fmt: skip


class Text:
    """A decision over a text with everything around it given."""

    def __init__(
        self, first: list[Repair], *, given: Any = None, found: dict[int, Suspect] | None = None,
        judged: dict[int, list[Repair]] | None = None, suspects: list[Suspect] | None = None, gain: float = 9.0,
        accepts: float = 0.97, text: str = TEXT, left_out: Any = None,
    ) -> None:  # fmt: skip
        self.scan = Model.open().scan(text)
        self.candidates = Candidates(found or {}, gain)
        self.search: Any = Search(judged or {}, self.candidates)
        ids = Model.open().derived(CandidateSearch).padded(self.scan)
        self.made: Any = _Decision(
            self.search, self.scan, Doubts(ids, suspects or [], [], left_out), first, given or page(),
            lambda each: each.confidence >= accepts,
        )  # fmt: skip


def told(found: list[Repair]) -> list[tuple[int, float]]:
    return [(each.token, each.confidence) for each in found]


def let_nothing_else_speak(monkeypatch: pytest.MonkeyPatch) -> None:
    """What reads the text as a whole says nothing, unless a test lets it."""
    monkeypatch.setattr(decide, "restored", lambda *asked: [])
    monkeypatch.setattr(decide, "weighed_anew", lambda *asked: [])
    monkeypatch.setattr(decide, "told_by_net", lambda *asked: {})
    monkeypatch.setattr(decide, "told_apart", lambda *asked: [])
    monkeypatch.setattr(decide, "is_said_elsewhere", lambda *asked: False)
    monkeypatch.setattr(decide, "strange_share", lambda *asked: 0.0)
    monkeypatch.setattr(decide, "is_no_slip", lambda *asked: False)
