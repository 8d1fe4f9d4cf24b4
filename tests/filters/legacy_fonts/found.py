"""Edits of legacy-fonts in short, as the tests of this folder need them."""

from __future__ import annotations

from typing import Any

from vntextclean.edit import Edit
from vntextclean.filters.legacy_fonts.filter import LegacyFonts
from vntextclean.settings import Settings

OLD = "vntextclean.misreadings.old_encodings"
FILTER = LegacyFonts(Settings())


def edit(start: int, end: int, code: str, word: str = "x") -> Edit:
    return Edit(start, end, word, f"legacy-fonts.{code}", "")


def told(edits: Any) -> list[tuple[int, int, str, str]]:
    return [(one.start, one.end, one.replacement, one.rule.partition(".")[2]) for one in edits]
