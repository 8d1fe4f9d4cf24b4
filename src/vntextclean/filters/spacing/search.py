"""Finds the spaces of a text that stand wrongly, and the places where one was lost."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from vntextclean.edit import Edit
from vntextclean.filters.spacing.before_punctuation import space_goes_before
from vntextclean.filters.spacing.blanks import IS_ODD, ZONE
from vntextclean.filters.spacing.data_lines import DELIMITERS, DataLines, ends_row
from vntextclean.filters.spacing.indents import begin_of, gone_of, keeps_indent
from vntextclean.filters.spacing.letter_spaced import LetterSpaced
from vntextclean.filters.spacing.lost_spaces import (
    GLUED,
    opens_glued,
    quote_side,
    stands_on_wrong_side,
)
from vntextclean.filters.spacing.meant_gaps import WIDE, is_code, is_column
from vntextclean.filters.spacing.narrow_columns import NarrowColumns
from vntextclean.filters.spacing.repeated_marks import LostSpaces
from vntextclean.filters.spacing.rules import RULES
from vntextclean.filters.spacing.signs import BESIDE, GLUED_SIGN
from vntextclean.misreadings.before_decoding.signature import ends_a_letter
from vntextclean.patterns import late
from vntextclean.scanning.console import ConsoleOutput
from vntextclean.scanning.lines import LineByLine
from vntextclean.scanning.unusual import unusual
from vntextclean.text_state import TextState
from vntextclean.vietnamese.lines import is_vietnamese_or_damaged, line_around

_BLANKS = frozenset(" \t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))))
#: A tab at either end of its line; those between words part columns.
_TAB = late(r"\t(?:[\r\n]|\Z)|\A\t")
_CJK = late("[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]")
#: What a mark that opens, a number or an ellipsis stands behind; the rest is looked at.
_NO_WORD = frozenset(["", " ", "\n", "\t", "(", "/", "-", "–"])
#: What stands before an indent.
_EDGES = frozenset(["", "\n"])
#: Spaces inside brackets are house style to some editors: proposed, not made.
_BRACKETS = frozenset("()“”«»")

#: The rule that joins letters that stand apart.
_JOINING = "split-words.spaced"
#: The rule for blanks at a mark.
_AT_A_MARK = "spacing.before-punctuation"
_NAMES = {
    "\u00a0": ("no-break space", "dấu cách không ngắt"),
    "\u202f": ("narrow no-break space", "dấu cách hẹp không ngắt"),
    "\u3000": ("ideographic space", "dấu cách toàn hình"),
}


class SpacingSearch:
    """Finds what a text needs, with its reasons in one language."""

    def __init__(self, lang: str) -> None:
        self._lang = lang

    def edits(self, state: TextState) -> list[Edit]:
        """White space to change and spaces to put in; both kinds never touch the same character."""
        found = list(self._lost(state))
        if zones := _zones(state):
            found += self._blanks(state, zones)
            found.sort()
        return found

    def _lost(self, state: TextState) -> Iterator[Edit]:
        text, rows, console = state.text, DataLines(state.text), state.once(ConsoleOutput)
        lost = LostSpaces(text)
        said: dict[tuple[str, int], Edit] = {}  # the edit of each mark and side, at no place yet
        for at in GLUED_SIGN.places(state):
            if not GLUED.match(text, at):
                continue
            mark = text[at]
            before = text[at - 1 : at]
            if (before in _NO_WORD and (mark != ")" or before != " ")) or (before.isdigit() and text[at + 1].isdigit()):
                continue
            if mark in "(“«":
                side = 0 if opens_glued(text, at) else -1
            elif mark == '"':
                side = quote_side(text, at)
            else:
                side = 1 if lost.behind(at + 1) else -1
            if side >= 0 and not (mark in DELIMITERS and rows.is_data(at)) and not console.holds(at):
                edit = said.get((mark, side))
                if edit is None:
                    where, where_vi = (("before", "trước"), ("behind", "sau"))[side]
                    edit = self._edit(0, 0, " ", "after-punctuation", mark=mark, where=where, where_vi=where_vi)
                    said[mark, side] = edit
                yield Edit(at + side, at + side, *edit[2:])

    def _blanks(self, state: TextState, zones: list[tuple[int, int]]) -> Iterator[Edit]:
        text = state.text
        spaced, console = LetterSpaced(text, joined=state.wants(_JOINING)), state.once(ConsoleOutput)
        columns = NarrowColumns(text, partial(begin_of, state))
        indented: LineByLine[bool] = LineByLine(text)
        odd = IS_ODD.search(unusual(state)) is not None
        for start, end in zones:
            before, after = text[start - 1 : start], text[end : end + 1]
            if before not in _EDGES:
                if spaced.covers(start, end):
                    continue  # the widths of these gaps tell where words end
                # A no-break space that became a space is one of two.
                if (text[start] == "\u00a0" or end - start > 1) and ends_a_letter(text, start):
                    start += 1  # half of an à that was read wrongly, and not read
                    if start == end:
                        continue
                    before = text[start - 1]
            if after in ("", "\n", "\r"):
                if (text[start:end] != "  " or before in _EDGES) and not ends_row(text, start, end):
                    yield self._edit(start, end, "", "trailing")
            elif console.holds(start):
                yield from self._plain(text, start, end)
            elif before not in _EDGES:
                yield from self._between(state, start, end, columns, indented)
            elif gone := gone_of(state, start, end):
                yield self._edit(start, start + gone, "", "indent")
            elif odd:
                yield from self._plain(text, start, end)

    def _between(
        self, state: TextState, start: int, end: int, columns: NarrowColumns, indented: LineByLine[bool]
    ) -> Iterator[Edit]:
        text, width = state.text, end - start
        if "\t" in text[start:end]:
            yield from self._plain(text, start, end)
        elif width < WIDE and space_goes_before(text, start, end):
            yield self._before(text, start, end)
        elif width == 1 and stands_on_wrong_side(text, start, end):
            yield self._behind(text, start, end)
        elif text[start - 1] in "(“«" and width < WIDE and self._opens(text, start, end):
            bracket = text[start - 1]
            yield self._edit(start, end, "", "before-punctuation", mark=bracket, where="behind", where_vi="sau")
        elif (
            width > 1
            and not (
                is_column(text, start, end) or indented.at(start, partial(keeps_indent, state)) or columns.is_row(start)
            )
            and not is_code(state, start, end)
        ):
            yield self._narrowed(state, start, end)
        else:
            yield from self._plain(text, start, end)

    def _narrowed(self, state: TextState, start: int, end: int) -> Edit:
        """One blank for a run of them, or what that blank would become in the next run."""
        text, mark = state.text, state.text[end]
        if state.wants(_AT_A_MARK) and mark not in _BRACKETS:
            if space_goes_before(text, start, end):
                return self._before(text, start, end)
            if stands_on_wrong_side(text, start, end):
                return self._behind(text, start, end)
        return self._edit(start, end, " ", "run", count=end - start)

    def _before(self, text: str, start: int, end: int) -> Edit:
        """The blanks before a mark go."""
        return self._edit(start, end, "", "before-punctuation", mark=text[end], where="before", where_vi="trước")

    def _behind(self, text: str, start: int, end: int) -> Edit:
        """The blanks before a mark go, and one stands behind it."""
        fields = {"mark": text[end], "where": "before", "where_vi": "trước"}
        return self._edit(start, end + 1, text[end] + " ", "before-punctuation", **fields)

    def _opens(self, text: str, start: int, end: int) -> bool:
        if not text[end].isalnum() or not is_vietnamese_or_damaged(text, end):
            return False
        closing = text.find({"(": ")", "“": "”", "«": "»"}[text[start - 1]], end, line_around(text, end)[1])
        if text[start - 1] == "«":
            return False
        return closing > 0 and text[start - 2 : start - 1] in ("", " ", "\n")

    def _plain(self, text: str, start: int, end: int) -> Iterator[Edit]:
        """Odd spaces made plain one by one, the width kept."""
        zone = text[start:end]
        odd = IS_ODD.search(zone)
        if odd is None or (zone == "\u3000" and _CJK.match(text, start - 1) and _CJK.match(text, end)):
            return
        name, name_vi = _NAMES.get(odd[0], (f"U+{ord(odd[0]):04X}", f"U+{ord(odd[0]):04X}"))
        yield self._edit(start, end, IS_ODD.sub(" ", zone), "odd", name=name_vi if self._lang == "vi" else name)

    def _edit(self, start: int, end: int, replacement: str, kind: str, **fields: object) -> Edit:
        code = f"spacing.{kind}"
        taste = kind == "before-punctuation" and fields.get("mark") in _BRACKETS
        return Edit(start, end, replacement, code, RULES[code].say(self._lang, **fields), 0.9 if taste else 1.0)


def _zones(state: TextState) -> list[tuple[int, int]]:
    """The stretches of blanks worth a look, each once and whole."""
    text, rare = state.text, unusual(state)
    seeds = BESIDE.places(state)
    if "\t" in rare:
        seeds += [match.start() for match in _TAB.finditer(text)]
    if IS_ODD.search(rare):
        seeds += [match.start() for match in IS_ODD.finditer(text)]
    found: list[tuple[int, int]] = []
    done = 0
    for start in sorted(seeds):
        if start >= done:
            zone = ZONE.match(text, start)
            assert zone is not None
            while start > done and text[start - 1] in _BLANKS:
                start -= 1
            done = zone.end()
            found.append((start, done))
    return found
