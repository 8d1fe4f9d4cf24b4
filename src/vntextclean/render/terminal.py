"""The diff a person reads: word by word in colour, the rule and its confidence in the margin, furniture folded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change
from vntextclean.positions import Positions
from vntextclean.render.summary import Summary
from vntextclean.streams.documents import Document

REMOVED = "red strike"
ADDED = "bold green"
OFFERED = "italic yellow"
CONTEXT = "dim"
#: Rich's pictures fetch a font; ours fetch nothing, and show the reader's own.
_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
#: How many characters of a long line are shown on either side of a change, and between two that share a row.
REACH = 48

_SPACES = {"\t": "⇥", "\n": "⏎", "\r": "␍", "\N{NO-BREAK SPACE}": "⍽"}


class Row(NamedTuple):
    """One row of the diff: changes near each other on one line, or a run of removed lines."""

    line: int
    changes: tuple[Change, ...]
    offered: frozenset[int] = frozenset()  # the ids of those that are only suggested
    folds: bool = False  # whether it is a run of removed lines


def show(console: Console, document: Document, cleaned: Cleaned) -> None:
    """Print one document's diff, with a heading; nothing if there is nothing to say."""
    found = list(rows(cleaned))
    if not found:
        return
    console.print()
    console.print(Text(document.label, style="bold"), Text(_tally(cleaned), style=CONTEXT), sep="  ")
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(justify="right", style=CONTEXT, no_wrap=True, min_width=4)
    table.add_column(ratio=1, overflow="fold")
    margins = [_margin(row) for row in found]
    widest = max(len(line) for margin in margins for line in margin.plain.split("\n"))
    table.add_column(justify="right", width=min(widest, console.width * 2 // 5))
    for row, margin in zip(found, margins, strict=True):
        number = str(row.line + document.line)
        if row.folds:
            table.add_row(number, _furniture(cleaned.source, row), margin)
        else:
            table.add_row(
                number, _snippet(cleaned.source, row, console.no_color or console.color_system is None), margin
            )
    console.print(table)


def footer(console: Console, summary: Summary) -> None:
    """Print what was done to all documents."""
    console.print()
    total, _, rules = str(summary).partition(": ")
    console.print(Text.assemble((total, "bold"), (f": {rules}" if rules else "", CONTEXT)))


def svg(documents: Iterable[tuple[Document, Cleaned]], title: str, width: int = 110) -> str:
    """The diff as a picture, for web pages and a README."""
    import io

    console = Console(
        record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor", no_color=False
    )
    summary = Summary()
    for document, cleaned in documents:
        show(console, document, cleaned)
        summary.add(cleaned)
    footer(console, summary)
    return _FONT.sub("", console.export_svg(title=title, unique_id="diff"))


def rows(cleaned: Cleaned) -> Iterator[Row]:
    """The rows of a document's diff in order of the source; suggestions stand among the changes."""
    source = cleaned.source
    places = Positions(source)
    offered = frozenset(map(id, cleaned.suggestions))
    items = sorted([*cleaned.changes, *cleaned.suggestions], key=lambda change: (change.start, change.end))
    group: list[Change] = []
    removed: list[Change] = []
    for item in items:
        if id(item) not in offered and _removes_lines(source, item):
            if group:
                yield _row(places, group, offered)
                group = []
            if removed and source[removed[-1].end : item.start].strip():
                yield _run(source, places, removed)
                removed = []
            removed.append(item)
            continue
        if removed:
            yield _run(source, places, removed)
            removed = []
        if group and not _near(source, group[-1], item):
            yield _row(places, group, offered)
            group = []
        group.append(item)
    if group:
        yield _row(places, group, offered)
    if removed:
        yield _run(source, places, removed)


def _removes_lines(source: str, change: Change) -> bool:
    """Whether a change takes out whole lines and puts nothing in their place but line ends."""
    before = source[change.start : change.end]
    begins = change.start == 0 or source[change.start - 1] == "\n"
    ends = change.end == len(source) or source[change.end - 1] == "\n"
    whole = (begins and ends) or (before[:1] == "\n" and (change.end == len(source) or source[change.end] == "\n"))
    return whole and not change.after.strip() and "\n" in before + "\n" * (change.end == len(source))


def _near(source: str, one: Change, other: Change) -> bool:
    """Whether two changes share a row: the same line, few characters between, and not in each other's way."""
    gap = other.start - one.end
    return 0 <= gap <= 2 * REACH and "\n" not in source[one.start : other.end]


def _row(places: Positions, group: Sequence[Change], offered: frozenset[int]) -> Row:
    return Row(places.position(group[0].start).line, tuple(group), offered & frozenset(map(id, group)))


def _run(source: str, places: Positions, removed: Sequence[Change]) -> Row:
    """A run of removed lines, named by the first that is not blank."""
    first = next((c for c in removed if source[c.start : c.end].strip()), removed[0])
    held = source[first.start : first.end]
    start = first.start + len(held) - len(held.lstrip()) if held.strip() else first.start
    return Row(places.position(start).line, tuple(removed), folds=True)


def _furniture(source: str, row: Row) -> Text:
    """A run of removed lines: itself if it is one line, else how many there are and how they begin."""
    lines = [line.strip() for c in row.changes for line in source[c.start : c.end].split("\n") if line.strip()]
    if not lines:
        blank = sum(source[c.start : c.end].count("\n") - c.after.count("\n") for c in row.changes)
        return Text(f"− {blank} blank line{'' if blank == 1 else 's'}", "red")
    if len(lines) == 1:
        return Text.assemble(("− ", "red"), (_clip(visible(lines[0]), 2 * REACH), REMOVED))
    preview = _clip(" ¦ ".join(_clip(visible(line), 24) for line in lines), 2 * REACH)
    return Text.assemble((f"− {len(lines)} lines of furniture  ", "red"), (preview, CONTEXT))


def _snippet(source: str, row: Row, plain: bool) -> Text:
    """The changes of a row within their line; the far ends of a long line are cut at spaces."""
    first, last = row.changes[0].start, max(change.end for change in row.changes)
    begin = source.rfind("\n", 0, first) + 1
    end = source.find("\n", last)
    end = len(source) if end < 0 else end
    text = Text()
    if first - begin > REACH:
        space = source.find(" ", first - REACH, first)
        begin = space + 1 if space >= 0 else first - REACH
        text.append("… ", CONTEXT)
    cut = end
    if end - last > REACH:
        space = source.rfind(" ", last, last + REACH)
        cut = space if space > last else last + REACH
    at = begin
    for change in row.changes:
        text.append(visible(source[at : change.start]))
        _word(text, source[change.start : change.end], change.after, id(change) in row.offered, plain)
        at = change.end
    text.append(visible(source[at:cut]))
    if cut < end:
        text.append(" …", CONTEXT)
    return text


def _word(text: Text, before: str, after: str, offered: bool, plain: bool) -> None:
    """One change inline: what goes, then what comes; without colours in the brackets of `git diff --word-diff`."""
    spaces = not before.strip() and not after.strip()
    gone, come = visible(before, spaces), visible(after, spaces)
    if offered:
        text.append(gone.removesuffix("⏎"), CONTEXT)
        text.append(f"⟨{come.strip() or 'remove'}?⟩", OFFERED)
        text.append(" " if after.strip() and after.endswith(" ") else "")
        return
    if gone:
        text.append(f"[-{gone}-]" if plain else gone, REMOVED)
    if gone and spaces and after == " ":
        text.append(" ")  # one space for another: on pages full of no-break spaces a mark for each hides the words
    elif come:
        text.append(f"{{+{come}+}}" if plain else come, ADDED)


def visible(text: str, spaces: bool = False) -> str:
    """The text with unseen characters named; with ``spaces`` white space is drawn too.

    >>> visible("a\\u200bb"), visible(" \\N{NO-BREAK SPACE}", spaces=True)
    ('a‹200B›b', '·⍽')
    """
    if spaces:
        text = text.replace(" ", "·")
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _drawn(character, spaces) for character in text)


def _drawn(character: str, spaces: bool) -> str:
    if character.isspace():
        return _SPACES.get(character, "·") if spaces or character == "\n" else " "
    return f"‹{ord(character):04X}›"


def _margin(row: Row) -> Text:
    """The rules of a row, each once, with how often and the least confidence; of a longer run of lines the filters."""
    by_filter = row.folds and len({rule for change in row.changes for rule in change.rules}) > 2
    counts: Counter[tuple[str, bool]] = Counter()
    sure: dict[tuple[str, bool], float] = {}
    for change in row.changes:
        for rule in dict.fromkeys(rule.partition(".")[0] if by_filter else rule for rule in change.rules):
            key = rule, id(change) in row.offered
            counts[key] += 1
            sure[key] = min(sure.get(key, 1.0), change.confidence)
    text = Text(no_wrap=True, overflow="ellipsis")
    for (rule, is_offered), count in counts.items():
        if text:
            text.append("\n")
        times = f" ×{count}" if count > 1 else ""
        text.append(f"{'? ' if is_offered else ''}{rule}{times}", "yellow" if is_offered else "cyan")
        text.append(f" {int(sure[rule, is_offered] * 100) / 100:.2f}", CONTEXT)  # 0.998 is not 1.00
    return text


def _clip(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def _tally(cleaned: Cleaned) -> str:
    said = f"{len(cleaned.changes)} change{'' if len(cleaned.changes) == 1 else 's'}"
    if cleaned.suggestions:
        said += f", {len(cleaned.suggestions)} suggested"
    return said
