"""The seam every repair stands behind: a filter reads text and proposes edits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import Protocol

from vntextclean.edit import Edit
from vntextclean.named_tuple import NamedTuple
from vntextclean.text_state import TextState


class Phase(IntEnum):
    """The four stages of cleaning; a filter of a later phase may rely on what the earlier ones repaired."""

    CHARACTERS = 1
    LAYOUT = 2
    BOUNDARIES = 3
    WORDS = 4


class Rule(NamedTuple):
    """One kind of repair: what the ``rules`` command, the docs and ``--select`` know of it.

    ``repairs`` is (before, after) and ``keeps`` a text the filter leaves alone; tests hold both to be true. The reason
    templates are filled with ``str.format`` fields by :meth:`say`.
    """

    summary: str
    why: str
    repairs: tuple[str, str]
    keeps: str
    reason: str
    reason_vi: str

    def say(self, lang: str, **fields: object) -> str:
        """The reason of one edit, in English (``en``) or Vietnamese (``vi``).

        >>> rule = Rule("", "", ("", ""), "", "'{word}' has no tone", "'{word}' thiếu dấu thanh")
        >>> rule.say("vi", word="môt")
        "'môt' thiếu dấu thanh"
        """
        return (self.reason_vi if lang == "vi" else self.reason).format(**fields)


class Filter(Protocol):
    """Proposes edits to a text and never returns text.

    ``edits`` must yield sorted, disjoint edits, none without effect; the pipeline refuses others with
    :class:`~vntextclean.errors.FilterError`. Except in the LAYOUT phase a filter treats each line as a unit of its own
    (each paragraph under ``ocr``). ``rules`` maps the dotted code of each edit the filter may yield (``name.kind``) to
    its meaning. A filter keeps nothing of a text from one call to the next: threads share it.

    A filter may have an attribute ``sign``, a :class:`~vntextclean.scanning.prefilter.Hint`: it is not asked about a
    text that has none of these patterns.

    It may have an attribute ``dense``: a text with an edit of it in so many code points or fewer is given
    to it again until it has none, four times at most, because its own repairs change what it goes by.
    """

    name: str
    phase: Phase
    rules: Mapping[str, Rule]

    def edits(self, state: TextState) -> Iterable[Edit]:
        """The repairs this filter proposes for ``state.text``, in its code point offsets."""
        ...
