"""Signals of the quality of a text, as corpus builders filter by them: one value per cleaned document."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change, Edit
from vntextclean.filters.diacritics.evidence.page_rates import STRENGTH
from vntextclean.filters.diacritics.kinds.causes import CAUSES, USUAL, Cause
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import SPECIALS, Scan
from vntextclean.vietnamese.syllables import bare_forms, forms

#: Filters whose deletions are furniture.
FURNITURE = ("boilerplate", "repeats", "page-furniture", "forum-furniture", "inline-furniture")
#: Rules that undo a wrong decoding, by their beginnings.
MISREADINGS = ("mojibake.", "legacy-fonts.")
#: A text is Vietnamese if so many of its words are syllables, and so many bear a mark. In documents of ten lines of 17
#: sources (`python -m benchmarks.signals`) the least were 0.65 and 0.55; French, the nearest, has 0.2 and 0.15.
LEAST_VALID, LEAST_MARKED = 0.5, 0.2
#: Without marks it is Vietnamese if so many words could be syllables that lost their marks; English has 0.21.
LEAST_BARE = 0.85

#: By the rule that undoes it. The rule does not say whether people or an engine write so: it counts as a slip.
_CAUSES = {kind.value: CAUSES.get(kind, Cause.SLIP) for kind in Damage}


@dataclass(frozen=True, slots=True)
class Signals:
    """What a document is like after cleaning, and what had to be done to it.

    ``words`` counts the words of the cleaned text, numbers left out. ``valid`` is the share of them (0 to 1) that are
    Vietnamese syllables, ``marked`` the share that bears a mark (0.75 is usual). ``perplexity`` is that of the cleaned
    text under the language model, per word and border: about 60 for news, the higher the stranger; None where there is
    no word. ``furniture`` is the share of the source's letters and digits that was removed as page furniture.

    ``repairs`` has the number of changes of each filter per 1 000 words, without filters that changed nothing.
    ``damage`` has the estimated share of words that each cause damages in this document: the confidences of what was
    repaired and of what was suggested, with what is usual for 400 words of edited text as the prior, so that a short
    text says little (see :mod:`vntextclean.filters.diacritics.evidence.page_rates`). ``misreading`` is the rule that
    undid a wrong decoding most often ("mojibake.utf-8"), or empty. ``vietnamese`` says whether the text is in
    Vietnamese, with marks or without.

    >>> from vntextclean import Pipeline
    >>> found = signals(Pipeline.from_preset("web").run("Môt buổi tọa đàm về dân chủ ở cơ sở."))
    >>> found.words, found.valid, found.repairs, found.vietnamese
    (10, 1.0, {'diacritics': 100.0}, True)
    >>> signals("The council has met.").vietnamese
    False
    """

    words: int
    valid: float
    marked: float
    perplexity: float | None
    furniture: float
    repairs: Mapping[str, float]
    damage: Mapping[str, float]
    misreading: str
    vietnamese: bool

    def to_dict(self) -> dict[str, Any]:
        """The signals as JSON takes them, shares rounded to four digits."""
        return {name: _rounded(value) for name, value in asdict(self).items()}


def signals(of: Cleaned | str, model: Model | None = None) -> Signals:
    """The signals of a cleaned document, or of a text as it is (then nothing was removed or repaired).

    One scan of the text by the language model, which costs a tenth of what cleaning costs. ``model`` is the shipped one
    if None. Raises :class:`~vntextclean.errors.ModelError` where it cannot be opened. Threads may call it.
    """
    cleaned = of if isinstance(of, Cleaned) else Cleaned(of, of)
    model = model or Model.open()
    scan = model.scan(cleaned.text)
    words = int((~scan.tokens.number).sum()) if len(scan) else 0
    valid, bare = _syllables(scan, model)
    marked = int((scan.marked & ~scan.tokens.number).sum()) if words else 0
    share, marks = (valid / words, marked / words) if words else (0.0, 0.0)
    return Signals(
        words=words,
        valid=share,
        marked=marks,
        perplexity=_perplexity(scan, model) if words else None,
        furniture=_furniture(cleaned),
        repairs=_repairs(cleaned, words),
        damage=_damage(cleaned, words),
        misreading=_misreading(cleaned),
        vietnamese=(share >= LEAST_VALID and marks >= LEAST_MARKED) or bare >= LEAST_BARE * max(words, 4),
    )


def _perplexity(scan: Scan, model: Model) -> float:
    """That of the whole text; the letters of unknown words count, as in ``vntextclean model score``."""
    scores = model.stream_scores(scan.stream).astype(np.float64)
    places, spelled = model.spelling_scores(scan)
    scores[places] += spelled
    return math.exp(min(-float(scores.mean()), 700.0))


def _syllables(scan: Scan, model: Model) -> tuple[int, int]:
    """How many words of a text are syllables, and how many could be syllables that lost their marks."""
    if not len(scan):
        return 0, 0
    legal, could_be = model.derived(_legal)
    word = ~scan.tokens.number
    known = word & (scan.lower >= len(SPECIALS))
    lower = scan.lower[known]
    valid, bare = int(legal.take(lower).sum()), int(could_be.take(lower).sum())
    for at in np.flatnonzero(word & ~known).tolist():  # rare spellings, and words of other languages
        spelled = scan.text[scan.starts[at] : scan.ends[at]].lower()
        valid += spelled in forms()
        bare += spelled in bare_forms()
    return valid, bare


def _legal(model: Model) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Which ids of a model are syllables, and which could be syllables that lost their marks."""
    words = [word.lower() for word in model.words]
    return np.array([word in forms() for word in words]), np.array([word in bare_forms() for word in words])


def _furniture(cleaned: Cleaned) -> float:
    """The share of the source's letters and digits that the filters of furniture removed."""
    gone = sum(
        _letters(cleaned.source[change.start : change.end]) - _letters(change.after)
        for change in cleaned.changes
        if any(edit.rule.partition(".")[0] in FURNITURE for edit in change.edits)
    )
    return max(0.0, gone / _letters(cleaned.source)) if gone else 0.0


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _repairs(cleaned: Cleaned, words: int) -> dict[str, float]:
    counts = Counter(
        name for change in cleaned.changes for name in {edit.rule.partition(".")[0] for edit in change.edits}
    )
    return {name: 1000 * count / max(words, 1) for name, count in sorted(counts.items())}


def _damage(cleaned: Cleaned, words: int) -> dict[str, float]:
    """The estimated share of words that each cause damages."""
    found: dict[Cause, float] = dict.fromkeys(USUAL, 0.0)
    for edit in _edits((*cleaned.changes, *cleaned.suggestions)):
        name, _, kind = edit.rule.partition(".")
        if name == "diacritics" and kind in _CAUSES:
            found[_CAUSES[kind]] += edit.confidence
    del found[Cause.MISREAD]  # told from slips by the words alone, which the rule does not say
    return {cause.value: (STRENGTH * USUAL[cause] + count) / (STRENGTH + words) for cause, count in found.items()}


def _misreading(cleaned: Cleaned) -> str:
    counts = Counter(edit.rule for edit in _edits(cleaned.changes) if edit.rule.startswith(MISREADINGS))
    return counts.most_common(1)[0][0] if counts else ""


def _edits(changes: Iterable[Change]) -> Iterable[Edit]:
    return (edit for change in changes for edit in change.edits)


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return float(f"{value:.4g}")
    return {name: _rounded(each) for name, each in value.items()} if isinstance(value, dict) else value
