"""What ``web`` makes of a text: the words are judged as a user meets them, beside all other filters."""

from __future__ import annotations

from vntextclean import Pipeline


def repaired(text: str) -> str:
    """The text after ``web``."""
    return Pipeline.from_preset("web").run(text).text
