"""``restore``: marks for text that was typed without them."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from vntextclean.cleaned import Cleaned
from vntextclean.cli.clean import write_out
from vntextclean.cli.options import inputs, settle
from vntextclean.edit import Change, Edit
from vntextclean.settings import Settings


class Restorer:
    """Restores a document the way a pipeline cleans it, so that the verbs can share their loop."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def run(self, text: str) -> Cleaned:
        """The text with its marks, as one change."""
        from vntextclean.lm.model import Model
        from vntextclean.lm.restore import restore

        restored = restore(text, Model.open(self._settings.model))
        if restored == text:
            return Cleaned(text, text)
        edit = Edit(0, len(text), restored, "restore.unmarked", "marks put back")
        return Cleaned(text, restored, (Change(0, len(text), restored, (edit,)),))


@click.command("restore")
@inputs
@click.option("-w", "--write", is_flag=True, help="Write the restored text back into the files.")
@click.option("-o", "--output-dir", type=click.Path(file_okay=False), metavar="DIR", help="Write files below DIR.")
def command(write: bool, output_dir: str | None, **given: Any) -> int:
    """Put every mark back on text typed without marks.

    One word comes out for one word that goes in. `clean` never does this by itself: who writes without marks may want
    it so.

    \b
    Example:
      $ echo "Cong hoa xa hoi chu nghia Viet Nam" | vntextclean restore
      Cộng hòa xã hội chủ nghĩa Việt Nam
    """
    from vntextclean.cli.work import Work

    options = settle(given)
    work = Work(options, partial(Restorer, options.settings))
    write_out(work, write, output_dir)
    return work.status()
