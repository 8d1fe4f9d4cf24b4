"""Everything a user can set, resolved: what filter factories and the pipeline are built from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

#: What is made is right in at least this share of cases; the rest is suggested.
MIN_CONFIDENCE = 0.98
#: Below this a repair is likelier wrong than right, and no filter proposes it.
LEAST_CONFIDENCE = 0.5


@dataclass(frozen=True, slots=True)
class Settings:
    """The options of one pipeline; two pipelines with equal settings clean alike.

    ``filters`` are names of the registry in any order (the registry fixes the order of running). ``select`` and
    ``ignore`` are rule codes or their prefixes; the longer match wins, ``ignore`` on a tie. ``keep`` are words no
    repair may touch. ``min_confidence`` is the share of right edits asked of what is applied; the rest is suggested.
    ``unit`` is the stretch of text that WORDS and BOUNDARIES filters treat as independent.
    """

    preset: str = "web"
    filters: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    keep: frozenset[str] = frozenset()
    min_confidence: float = MIN_CONFIDENCE
    lang: Literal["en", "vi"] = "en"
    tone_style: Literal["keep", "old", "new"] = "keep"
    unit: Literal["line", "paragraph"] = "line"
    model: str | None = None
    boilerplate: str | None = None
