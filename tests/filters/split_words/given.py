"""A filter of broken words whose survey, search and lines are given."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from vntextclean.edit import Edit
from vntextclean.filters.spacing import letter_spaced as letter_spaced_module
from vntextclean.filters.spacing.letter_spaced import Spaced
from vntextclean.filters.split_words import broken_lines, no_language, pages_in_pieces
from vntextclean.filters.split_words import filter as module
from vntextclean.filters.split_words.filter import SplitWords
from vntextclean.filters.split_words.search import Broken
from vntextclean.filters.split_words.survey import Survey
from vntextclean.lm.model import Model
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    import pytest

#: Gains (nats) and how sure they are.
SURE = 6.0
TEXT = "Cơ quan nhà n ước tổ ch ức thực hiện ở xã."


class Given:
    """A filter whose survey, search and lines are given."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, *, found: tuple[Broken, ...] = (), joined: tuple[Broken, ...] = (),
        survey: Survey | None = None, hopeless: bool = False, in_pieces: bool = False, lost: bool = False,
        spaced: tuple[tuple[int, int], ...] = (), wide: tuple[Spaced, ...] = (), words: dict[str, str] | None = None,
        syllables: tuple[str, ...] = (), left_out: Any = None,
    ) -> None:  # fmt: skip
        self.tries: list[Any] = []
        self.asked: list[tuple[int, int]] = []

        def find(scan: object, tries: list[Any], accepts: Any) -> list[Broken]:
            self.tries = tries
            self.accepted = [accepts(one) for one in found]
            return list(found)

        search = SimpleNamespace(
            stretches=lambda scan, joins: [SimpleNamespace(first=first) for first, _ in joins], find=find,
            spaced_letters=lambda scan: list(spaced), syllable=lambda word: 1 if word in syllables else None,
            segmenter=SimpleNamespace(word_or_words=(words or {}).get),
        )  # fmt: skip
        told = Survey([(0, 1)], broken=True, spaced=True) if survey is None else survey
        model = Model.open()
        fake = SimpleNamespace(
            scan_of=model.scan_of, derived=lambda kind: (lambda scan: told) if kind.__name__ == "Surveyor" else search
        )
        self.filter = SplitWords(Settings())
        self.filter.__dict__["_model"] = fake
        lines = SimpleNamespace(joined=list(joined), is_hopeless=lambda at: hopeless)
        monkeypatch.setattr(broken_lines, "BrokenLines", lambda *asked: lines)
        monkeypatch.setattr(no_language, "unconnected", lambda *asked: left_out)
        monkeypatch.setattr(pages_in_pieces, "is_in_pieces", lambda *asked: in_pieces)
        monkeypatch.setattr(module, "_lost_letters", lambda *asked: lost)

        def letter_spaced(text: str, low: int, high: int) -> list[Spaced]:
            self.asked.append((low, high))
            return [one for one in wide if low <= one.start < high]

        monkeypatch.setattr(letter_spaced_module, "letter_spaced", letter_spaced)

    def edits(self, text: str = TEXT) -> list[Edit]:
        return [*self.filter._joins(TextState(text))]


def broken(piece: str = "n ước", joined: str = "nước", gain: float = 20.0, text: str = TEXT) -> Broken:
    start = text.index(piece)
    return Broken(start, start + len(piece), joined, gain)
