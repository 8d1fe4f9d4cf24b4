"""The diff a person reads: one change a row with its reason, what is alike summed up, removed lines folded."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vntextclean.cleaned import Cleaned
from vntextclean.edit import Change
from vntextclean.named_tuple import NamedTuple
from vntextclean.render.encoding_titles import title_of
from vntextclean.render.footer import footer
from vntextclean.render.rows import Row, Sum, listing
from vntextclean.render.snippet import ADDED, CONTEXT, REMOVED, Context, Look, number, removed_lines, snippet
from vntextclean.render.summary import Summary
from vntextclean.render.tally import tally
from vntextclean.render.visible import clipped, visible
from vntextclean.streams.documents import Document
from vntextclean.wording import counted, told

#: Rich's pictures fetch a font; ours fetch nothing, and show the reader's own.
_FONT = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
#: From so many columns on the reason stands beside the text, and below it on narrower terminals.
WIDE = 100
#: Below so many columns the sides stand one above the other.
TWO_SIDES = 60
#: Rows laid out at a time: the first screen of a long document comes at once.
ROWS = 200


class View(NamedTuple):
    """How a diff is shown: the language, nothing summed up, nothing folded, and the two sides beside each other."""

    lang: str = "en"
    verbose: bool = False
    unfold: bool = False
    side_by_side: bool = False


PLAIN = View()


def show(console: Console, document: Document, cleaned: Cleaned, view: View = PLAIN) -> frozenset[str]:
    """Print one document's diff, with a heading; nothing if there is nothing to say.

    Gives back what was held back, ``summed`` and ``folded``, for the :func:`footer` to say how to see it.
    """
    found = listing(cleaned, view.verbose, view.unfold)
    if not found.rows and not found.sums:
        return frozenset()
    console.print()
    name, counts = Text(visible(document.label), "bold"), Text(tally(cleaned, view.lang), CONTEXT)
    fits = name.cell_len + counts.cell_len + 2 <= console.width
    console.print(name, counts, sep="  " if fits else "\n", soft_wrap=True)
    places = [f"{row.at.line + document.line}:{row.at.column + 1}" for row in found.rows]
    context = Context(cleaned.source, [change for one in found.sums for change in one.changes])
    layout = _Layout(console, context, view, max(map(len, places), default=1))
    layout.sums(found.sums)
    for begin in range(0, len(places), ROWS):
        layout.rows(places[begin : begin + ROWS], found.rows[begin : begin + ROWS])
    folded = not view.unfold and any(row.folds and _has_several(cleaned.source, row) for row in found.rows)
    return frozenset(["summed"] * bool(found.sums) + ["folded"] * folded)


class _Layout:
    """The columns of one document's diff at the width of the terminal."""

    def __init__(self, console: Console, context: Context, view: View, place: int) -> None:
        self._console, self._context, self._source, self._view = console, context, context.source, view
        self._place = place
        self._wide = console.width >= WIDE
        self._indent = min(place, 5) if console.width >= TWO_SIDES else 0
        room = console.width - place - 2
        self._text = room * 3 // 5 if self._wide else console.width - self._indent - 1
        reach = self._text // 2 if view.side_by_side and console.width >= TWO_SIDES else self._text * 2 // 3
        plain = console.no_color or console.color_system is None
        self._look = Look(plain, max(16, min(48, reach)), lang=view.lang)

    def sums(self, sums: Sequence[Sum]) -> None:
        """One row for each kind of change that is summed up."""
        if sums:
            self._print([("", [self._sum(one)], self._rules(one.changes)) for one in sums])

    def rows(self, places: Sequence[str], rows: Sequence[Row]) -> None:
        """Rows with their places, text and reasons."""
        self._print([(place, self._row(row), self._reasons(row)) for place, row in zip(places, rows, strict=True)])

    def _print(self, rows: list[tuple[str, list[Text], Text]]) -> None:
        if not self._wide:
            self._stacked(rows)
            return
        table = Table.grid(padding=(0, 1))
        table.add_column(justify="right", style=CONTEXT, no_wrap=True, width=self._place)
        left = self._text
        if self._view.side_by_side:
            table.add_column(width=(left - 1) // 2, overflow="fold")
            table.add_column(width=(left - 1) // 2, overflow="fold")
        else:
            table.add_column(width=left, overflow="fold")
        table.add_column(width=self._console.width - self._place - left - 3, overflow="fold")
        for place, texts, reason in rows:
            cells = [*texts, Text()] if self._view.side_by_side and len(texts) == 1 else texts
            table.add_row(place, *cells, reason)
        self._console.print(table)

    def _stacked(self, rows: list[tuple[str, list[Text], Text]]) -> None:
        """The reason below the text, each row apart from the next by where it begins."""
        console = self._console
        for place, texts, reason in rows:
            heading = Text(place, CONTEXT)
            if len(texts) == 2 and console.width >= TWO_SIDES:
                console.print(heading)
                table = Table.grid(padding=(0, 1))
                half = (console.width - self._indent - 1) // 2 - 1
                table.add_column(width=self._indent)
                table.add_column(width=half, overflow="fold")
                table.add_column(width=half, overflow="fold")
                table.add_row("", *texts)
                console.print(table)
            else:
                first = Text.assemble(heading, " " if place else "", texts[0])
                self._hanging(first)
                for text in texts[1:]:
                    self._hanging(Text.assemble(" " * (len(place) + 1), text))
            self._hanging(Text.assemble(" " * max(2, self._indent), reason), max(2, self._indent))

    def _hanging(self, text: Text, indent: int = 2) -> None:
        """Text whose further lines are indented."""
        width = self._console.width
        for index, part in enumerate(text.split("\n")):
            if index:
                part = Text.assemble(" " * indent, part)
            lines = list(part.wrap(self._console, width, overflow="fold"))
            if len(lines) > 1:
                at = len(lines[0].plain)
                at += len(part.plain) - at - len(part.plain[at:].lstrip())
                rest = part[at:].wrap(self._console, max(8, width - indent), overflow="fold")
                lines[1:] = [Text.assemble(" " * indent, line) for line in rest]
            for line in lines:
                self._console.print(line, soft_wrap=True)

    def _row(self, row: Row) -> list[Text]:
        if row.folds:
            removed = _folded(self._source, row, self._view)
            return [removed]
        if not self._view.side_by_side:
            return [snippet(self._context, row, self._look)]
        return [
            snippet(self._context, row, self._look._replace(side="before")),
            snippet(self._context, row, self._look._replace(side="after")),
        ]

    def _sum(self, one: Sum) -> Text:
        lang, count = self._view.lang, len(one.changes)
        if one.kind == "spaces":
            return Text(told("spaces: {count} places", lang, count=count))
        if one.kind == "unseen":
            return Text(told("unseen characters: {count} places", lang, count=count))
        if one.kind == "nfd":
            return Text(told("NFD → NFC: {count} words", lang, count=count))
        first = one.changes[0]
        text = Text(told("{title}: {count} words read", lang, title=title_of(one.kind, lang), count=count) + "  ")
        text.append(visible(clipped(self._source[first.start : first.end], 24)), REMOVED)
        return text.append(" → ").append(visible(clipped(first.after, 24)), ADDED)

    def _reasons(self, row: Row) -> Text:
        """Why each change of a row is made, by which rule, and how sure that is; of many lines the rules alone."""
        if row.folds and len(row.changes) > 1:
            return self._rules(row.changes)
        text = Text(overflow="fold")
        for index, change in enumerate(row.changes):
            if index:
                text.append("\n")
            if len(row.changes) > 1:
                text.append(f"{number(index)} ", CONTEXT)
            if why := "; ".join(filter(None, change.reasons)):
                text.append(visible(why) + "  ")
            offered = id(change) in row.offered
            rules = visible(" ".join(change.rules))
            text.append(f"{'? ' if offered else ''}{rules}", "yellow" if offered else "cyan")
            text.append(f" {_share(change.confidence)}", CONTEXT)
        return text

    def _rules(self, changes: Iterable[Change]) -> Text:
        """How often each rule took part, and the least confidence; filters, where more than two rules did."""
        made = [(rule, change.confidence) for change in changes for rule in change.rules]
        if len({rule for rule, _ in made}) > 2:
            made = [(rule.partition(".")[0], confidence) for rule, confidence in made]
        sure: dict[str, float] = {}
        for rule, confidence in made:
            sure[rule] = min(sure.get(rule, 1.0), confidence)
        text = Text(overflow="fold")
        for rule, count in Counter(rule for rule, _ in made).items():
            text.append(", " if text else "").append(visible(rule), "cyan")
            text.append(f" ×{count}" if count > 1 else "").append(f" {_share(sure[rule])}", CONTEXT)
        return text


def _has_several(source: str, row: Row) -> bool:
    return next(islice(removed_lines(source, row), 1, None), None) is not None


def _share(confidence: float) -> str:
    return f"{int(confidence * 100) / 100:.2f}"  # 0.998 is not 1.00


def _folded(source: str, row: Row, view: View) -> Text:
    """A run of removed lines: itself if it is one line, else how many there are and how they begin."""
    lines = list(removed_lines(source, row))
    if not lines:
        blank = sum(source[c.start : c.end].count("\n") - c.after.count("\n") for c in row.changes)
        return Text("− " + counted(blank, "{count} blank line", "{count} blank lines", view.lang), "red")
    if len(lines) == 1 or view.unfold:
        text = Text(overflow="fold")
        for index, line in enumerate(lines):
            text.append("\n− " if index else "− ", "red").append(
                visible(clipped(line, 4000 if view.unfold else 96)), REMOVED
            )
        return text
    said = counted(len(lines), "{count} line removed", "{count} lines removed", view.lang)
    preview = clipped(" ¦ ".join(visible(clipped(line, 24)) for line in lines[:8]), 96)
    return Text.assemble((f"− {said}  ", "red"), (preview, CONTEXT))


def svg(documents: Iterable[tuple[Document, Cleaned]], title: str, width: int = 110, view: View = PLAIN) -> str:
    """The diff as a picture, for web pages and a README."""
    import io

    console = Console(
        record=True, width=width, file=io.StringIO(), force_terminal=True, color_system="truecolor", no_color=False
    )
    summary = Summary()
    held: frozenset[str] = frozenset()
    for document, cleaned in documents:
        held |= show(console, document, cleaned, view)
        summary.add(cleaned)
    footer(console, summary, view.lang, held=held)
    return _FONT.sub("", console.export_svg(title=title, unique_id="diff"))
