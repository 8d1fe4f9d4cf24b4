"""``learn``: which lines are the site's and not the page's."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cli.options.shared import inputs, settle
from vntextclean.cli.speaking.help import Grouped
from vntextclean.errors import InputError
from vntextclean.settings import Settings

if TYPE_CHECKING:
    from vntextclean.streams.documents import Document

#: Tables among the inputs are told by their name.
TABLE = ".vnbp"
#: Tables of every version begin with so many bytes of the same.
_MAGIC = 4


@click.command("learn", cls=Grouped)
@inputs
@click.option(
    "-o",
    "--output",
    "target",
    required=True,
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="The table to write.",
)
@click.option("--group", metavar="FIELD", help="The field of JSON records that names the site of a page.")
def command(target: str, group: str | None, **given: Any) -> int:
    """Learn the lines that recur across the pages of a site, for clean --boilerplate.

    Memory is bounded, and tables among the inputs (.vnbp) are merged, so that a corpus can be learned shard by shard.

    \b
    Example:
      $ vntextclean learn pages/ -o site.vnbp
      $ vntextclean clean --boilerplate site.vnbp pages/ -o clean/
      $ vntextclean learn --documents jsonl:text --group host crawl.jsonl -o crawl.vnbp
    """
    from vntextclean.cli.running.work import Work
    from vntextclean.filters.boilerplate.site_table import SiteTable
    from vntextclean.pipeline import Pipeline

    options = settle(given)
    if group and not options.documents.startswith("jsonl"):
        raise click.UsageError("--group names a field of JSON records: it needs --documents jsonl:FIELD")
    if _holds_other(Path(target)):
        raise click.UsageError(f"{target}: -o would overwrite it; name another file")
    table = SiteTable()
    learned = tuple(name for name in options.files if name.endswith(TABLE))
    for name in learned:
        table.merge(SiteTable.open(name))
    options = options._replace(files=tuple(name for name in options.files if name not in learned))
    # what the boilerplate filter meets has been through CHARACTERS
    work = Work(options, partial(Pipeline, Settings(preset="lossless")))
    if options.files or options.files_from or not learned:
        for _, results in work.by_source():
            for document, cleaned in results:
                if cleaned.text.strip():  # a blank line, or a record without text, is no page of a site
                    table.add(cleaned.text, _group(document, group))
    counts = table.groups
    if not counts and work.status():
        return work.status()  # the table of another run is worth more than an empty one
    table.save(target)
    work.note(f"{target}: lines and pairs of lines {len(table)}, pages {sum(counts.values())}, groups {len(counts)}")
    return work.status()


def _holds_other(target: Path) -> bool:
    """Whether a file holds something that is no table: a page, perhaps one of those to learn from."""
    from vntextclean.filters.boilerplate.site_table import MAGIC

    if not target.is_file():
        return False
    with target.open("rb") as file:
        head = file.read(_MAGIC)
    return bool(head) and head != MAGIC[:_MAGIC]


def _group(document: Document, field: str | None) -> str:
    if field is None or document.raw is None:
        return ""
    record = json.loads(document.emit(document.text))
    if field not in record:
        raise InputError(f"{document.name}:{document.line}: the record has no field {field!r}")
    return str(record[field])
