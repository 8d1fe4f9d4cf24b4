"""``restore``: marks for text that was typed without them."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

import click

from vntextclean.cleaned import Cleaned
from vntextclean.cli.clean import write_out
from vntextclean.cli.diff import VIEWS
from vntextclean.cli.options import inputs, settle
from vntextclean.edit import Change, Edit
from vntextclean.settings import Settings

RULE = "restore.unmarked"


class Restorer:
    """Restores a document the way a pipeline cleans it, so that the verbs can share their loop.

    A change for each word, with how sure it is, costs more than the text alone: ``words`` asks for it. Words less sure
    than ``least`` are only suggested.
    """

    def __init__(self, settings: Settings, words: bool = False, least: float = 0.0) -> None:
        self._settings = settings
        self._words = words or least > 0
        self._least = least

    def run(self, text: str) -> Cleaned:
        """The text with its marks."""
        from vntextclean.changes import apply
        from vntextclean.lm.model import Model
        from vntextclean.restoration.restore import restore, restore_spans

        model, style = Model.open(self._settings.model), self._settings.tone_style
        if self._words:
            found = [_change(text, *span) for span in restore_spans(text, model, style)]
            changes = tuple(change for change in found if change.confidence >= self._least)
            suggestions = tuple(change for change in found if change.confidence < self._least)
            return Cleaned(text, apply(text, (change[:3] for change in changes)), changes, suggestions)
        restored = restore(text, model, style)
        if restored == text:
            return Cleaned(text, text)
        edit = Edit(0, len(text), restored, RULE, "marks put back")
        return Cleaned(text, restored, (Change(0, len(text), restored, (edit,)),))

    def run_many(self, texts: Iterable[str]) -> list[Cleaned]:
        """Several texts, each with its marks."""
        return [self.run(text) for text in texts]


def _change(text: str, start: int, end: int, after: str, posterior: float) -> Change:
    confidence = min(0.9999, posterior)
    reason = f"'{text[start:end]}' is '{after}' here"
    return Change(start, end, after, (Edit(start, end, after, RULE, reason, confidence),))


@click.command("restore")
@inputs
@click.option("-w", "--write", is_flag=True, help="Write the restored text back into the files.")
@click.option("-o", "--output-dir", type=click.Path(file_okay=False), metavar="DIR", help="Write files below DIR.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "diff", *VIEWS]),
    help="The text (default), or what would change: diff is terminal or, in a pipe, unified.",
)
@click.option(
    "--tone-style",
    type=click.Choice(["keep", "old", "new"]),
    help="Write hòa (old), hoà (new), or as the page's own words have it (keep, the default; old if they do not tell).",
)
@click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="P",
    help="Leave a word bare if its marks are less sure than this (default: 0, none); such words are suggestions.",
)
def command(write: bool, output_dir: str | None, form: str | None, least: float, **given: Any) -> int:
    """Put every mark back on text typed without marks.

    One word comes out for one word that goes in; words that have marks stay as they are. `clean` never does this by
    itself: who writes without marks may want it so. With a --format other than text it ends as `diff` does: with 1 if
    anything would change, with 0 if not. The confidence of a word is the share of such words that are right.

    \b
    Example:
      $ echo "Cong hoa xa hoi chu nghia Viet Nam" | vntextclean restore
      Cộng hòa xã hội chủ nghĩa Việt Nam
    """
    from vntextclean.cli.work import Work

    options = replace(settle(given), in_place=write)
    shown = form not in (None, "text")
    if shown and (write or output_dir):
        raise click.UsageError(f"--format {form} shows what would change: leave out --write and --output-dir")
    work = Work(options, partial(Restorer, options.settings, shown or options.stats, least))
    if not shown:
        write_out(work, write, output_dir)
        return work.status()
    if form == "diff":
        form = "terminal" if sys.stdout.isatty() else "unified"
    VIEWS[str(form)](work)
    return work.status(changes_count=True)
