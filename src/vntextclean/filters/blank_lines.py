"""Closes the gaps that removed furniture leaves: long runs of blank lines, and those around the whole text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.patterns import late
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

#: Three blank lines and more say no more than one. Two are left: some poems and scripts part their sections so. A run
#: stands behind a line feed, which is found faster than looked back for.
_RUN = late(r"\n(?:[^\S\n]*\n){3,}")
_TOP = late(r"(?:[^\S\n]*\n)+")

RULES: Mapping[str, Rule] = {
    "blank-lines.run": Rule(
        "three blank lines or more become one",
        "They are what is left where pictures, forms and menus stood.",
        ("Câu đầu.\n\n\n\nCâu sau.", "Câu đầu.\n\nCâu sau."),
        "Câu đầu.\n\n\nCâu sau.",
        "{count} blank line{s}",
        "{count} dòng trống",
    ),
    "blank-lines.edge": Rule(
        "blank lines before the first line and after the last",
        "A text begins and ends with its words.",
        ("\n\nCâu đầu.\n\n", "Câu đầu.\n"),
        "Câu đầu.\n",
        "{count} blank line{s} at the edge of the text",
        "{count} dòng trống ở đầu hoặc cuối văn bản",
    ),
}


class BlankLines:
    r"""Proposes to close long gaps between lines.

    >>> made = BlankLines(Settings())
    >>> [(e.start, e.end, e.reason) for e in made.edits(TextState("Một.\n\n\n\nHai.\n\n\nBa."))]
    [(5, 7, '3 blank lines')]
    """

    name = "blank-lines"
    phase = Phase.LAYOUT
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """The gaps, in order; a text of white space only is left alone."""
        text = state.text
        if "\n" not in text or not (body := text.rstrip()):
            return
        at = 0
        if text[0].isspace() and (top := _TOP.match(text)):
            at = top.end()
            yield self._edit("blank-lines.edge", 0, at, text)
        last = text.find("\n", len(body)) + 1
        for run in _RUN.finditer(text, max(at - 1, 0), last or len(text)):
            yield self._edit("blank-lines.run", run.start() + 1, run.end() - 1, text)
        if 0 < last < len(text):
            yield self._edit("blank-lines.edge", last, len(text), text)

    def _edit(self, rule: str, start: int, end: int, text: str) -> Edit:
        count = max(text.count("\n", start, end + 1), 1)
        return Edit(start, end, "", rule, RULES[rule].say(self._lang, count=count, s="s" * (count != 1)))
