"""``restore``: marks for text that was typed without them."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from vntextclean.cli.options.share import Share
from vntextclean.cli.options.shared import as_page, inputs, settle
from vntextclean.cli.outputs.targets import Targets, writes
from vntextclean.cli.screens.screen import Screen, screens
from vntextclean.cli.speaking.help import Grouped
from vntextclean.cli.verbs.clean import write_out
from vntextclean.cli.verbs.diff import VIEWS, view
from vntextclean.restoration.restorer import Restorer


@click.command("restore", cls=Grouped)
@inputs
@as_page
@writes
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
    type=Share(),
    default=0.0,
    metavar="P",
    help="Leave a word bare if its marks are less sure than this (default: 0, none); such words are suggestions.",
)
@screens
def command(output_file: str | None, output_dir: str | None, form: str | None, least: float, **given: Any) -> int:
    """Put every mark back on text typed without marks.

    One word comes out for one word that goes in; words that have marks stay as they are. `clean` never does this by
    itself: who writes without marks may want it so. With a --format other than text it ends as `diff` does: with 1 if
    anything would change, with 0 if not. The confidence of a word is the share of such words that are right.

    \b
    Example:
      $ echo "Cong hoa xa hoi chu nghia Viet Nam" | vntextclean restore
      Cộng hòa xã hội chủ nghĩa Việt Nam
    """
    from vntextclean.cli.running.work import Work

    screen = Screen.of(given)
    options = settle(given)
    targets = Targets(options, output_file, output_dir)
    shown = form not in (None, "text")
    if shown and targets.files:
        raise click.UsageError(f"--format {form} shows what would change: leave out --write and -o")
    work = Work(options, partial(Restorer, options.settings, shown or options.counts, least))
    if not shown:
        screen.refuse_beside("text")
        write_out(work, targets)
        return work.status()
    view(work, None if form == "diff" else form, screen)
    return work.status(changes_count=True)
