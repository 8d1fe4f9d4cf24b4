"""What a typed program may do with the library; checked by mypy, never run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

import vntextclean
from vntextclean import Change, Cleaned, Edit, Filter, Phase, Pipeline, Rule, Settings
from vntextclean.text_state import TextState


def words() -> str:
    """The two functions."""
    text: str = vntextclean.clean("Môt buổi tọa đàm", preset="lossless")
    return vntextclean.restore(text)


def accept(*values: object) -> None:
    """Use values, so that their types are asked for."""


def results() -> Counter[str]:
    """What a run hands back."""
    cleaned: Cleaned = Pipeline.from_preset("web", min_confidence=0.99).run("dân vn")
    changes: tuple[Change, ...] = cleaned.changes
    suggestions: tuple[Change, ...] = cleaned.suggestions
    for change in (*changes, *suggestions):
        place: tuple[int, int, str] = (change.start, change.end, change.after)
        why: tuple[tuple[str, ...], tuple[str, ...], float] = (change.rules, change.reasons, change.confidence)
        cause: Edit = change.edits[0]
        before: str = change.before
        accept(place, why, cause, before, change.to_dict()["start"], change.to_json())
    text: str = cleaned.apply([0, *suggestions])
    accept(text, cleaned.to_json("page.txt"))
    position: int = cleaned.to_source(cleaned.from_source(3))
    assert position >= 0
    return cleaned.counts()


class Shout:
    """A filter of somebody else's."""

    name = "shout"
    phase = Phase.WORDS
    rules: Mapping[str, Rule] = {}

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def edits(self, state: TextState) -> Iterable[Edit]:
        """One edit."""
        yield Edit(0, 1, state.text[:1].upper(), "shout.first", "louder")


def plugin() -> Filter:
    """The seam it stands behind."""
    return Shout(Settings())


def misspelt() -> None:
    """What a type checker refuses before it runs."""
    Pipeline.from_preset("web", tone_style="newx")  # type: ignore[arg-type]
    Pipeline.from_preset("web", keep="Kiêt")  # type: ignore[arg-type]
    Pipeline.from_preset("web", min_confidense=0.9)  # type: ignore[call-arg]
    try:
        Pipeline.from_preset("web", lang="vi", select=("run-ons",))
    except vntextclean.ConfigError as error:
        accept(error)
