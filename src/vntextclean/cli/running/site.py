"""What recurs on the pages of a site is learned before they are cleaned, and said in one line on standard error."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cli.running.work import Work
from vntextclean.cli.speaking.say import say
from vntextclean.errors import InputError
from vntextclean.settings import Settings
from vntextclean.wording import counted, told

if TYPE_CHECKING:
    from vntextclean.cli.options.shared import Options
    from vntextclean.filters.boilerplate.site_table import SiteTable
    from vntextclean.streams.documents import Document

#: The fields of JSON records that name the site of a page, the surest first.
FIELDS = ("host", "domain", "site", "url", "source_url", "link")

#: From so many pages of a site something can be learned, if so large a share of them has furniture. A folder of laws or
#: chapters is no site: what recurs there ("Điều 1", the title of the book) is what they say. Of 7 296 documents of 20
#: lines (newspapers, laws, books, an encyclopedia, forums) five have enough lines that speak of furniture, of 560
#: annotated pages 506.
PAGES, FURNISHED = 3, 0.5

#: Where so many records in a row name no site, the others are not looked at.
NAMELESS = 200


def learned(options: Options) -> Options:
    """The options with a table of what recurs on the pages of their directories, or of the sites of their records.

    Without a directory, or records that name their site, the options stay as they are; so they do with a table, with
    --no-learn, and without the filter that would use it. What cannot be read is passed over here: the run that follows
    reports it. The table is a temporary file, because worker processes read it too, and goes when the verb ends.
    """
    from vntextclean.presets import preset

    settings = options.settings
    filters = settings.filters or preset(settings.preset).filters
    records = options.documents.startswith("jsonl:")
    inputs = options.files if records else tuple(name for name in options.files if Path(name).is_dir())
    fits = records or options.documents == "file"
    if options.no_learn or settings.boilerplate or "boilerplate" not in filters or not fits:
        return options
    if not inputs or "-" in inputs or not all(Path(name).is_dir() or Path(name).is_file() for name in inputs):
        return options
    table = _table(
        options._replace(files=inputs, files_from=None, stats=False, report=None, quiet=True, verbose=False), records
    )
    if not table.groups:
        return options
    import tempfile  # 3 ms, and few runs learn

    folder = tempfile.TemporaryDirectory(prefix="vntextclean-")
    click.get_current_context().call_on_close(folder.cleanup)
    path = str(Path(folder.name, "site.vnbp"))
    table.save(path)
    if not options.quiet:
        say(_found(table.groups, settings.lang))
    return options._replace(settings=replace(settings, boilerplate=path))


def _found(groups: dict[str, int], lang: str) -> str:
    what = counted(len(groups), "{count} site", "{count} sites", lang) if len(groups) > 1 else next(iter(groups))
    sentence = "{what}: what recurs on {pages} pages helps to find the lines of the site (--no-learn: do without)"
    return told(sentence, lang, what=what, pages=sum(groups.values()))


class _FirstPass(Work):
    """A run that reports nothing: the one after it meets the same inputs."""

    def note(self, message: str) -> None:
        """Say nothing."""

    def fail(self, error: InputError) -> None:
        """Say nothing."""


def _table(options: Options, records: bool) -> SiteTable:
    """What recurs on the pages of each site, for sites of enough pages with furniture."""
    from vntextclean.filters.boilerplate.reading.triage import ANCHORS, triage
    from vntextclean.filters.boilerplate.site_table import SiteTable
    from vntextclean.pipeline import Pipeline
    from vntextclean.text_state import TextState

    table = SiteTable()
    seen: Counter[str] = Counter()
    # what the boilerplate filter meets has been through CHARACTERS
    work = _FirstPass(options, partial(Pipeline, Settings(preset="lossless")))
    for site, text in _pages(work, records):
        seen[site] += 1
        if len(triage(TextState(text)).lines) >= ANCHORS:
            table.add(text, site)
    for site, pages in table.groups.items():
        if pages < max(PAGES, FURNISHED * seen[site]):
            table.forget(site)
    return table


def _pages(work: Work, records: bool) -> Iterator[tuple[str, str]]:
    """The site and the text of each page: a directory is a site, and a record says of which it is."""
    nameless = 0
    for source, results in work.by_source():
        for document, cleaned in results:
            if document.form != "text":
                continue  # no line of a structured document is furniture
            site = site_of(document) if records else source.name.removesuffix(str(source.below))
            if site is not None:
                nameless = 0
                yield site, cleaned.text
            elif (nameless := nameless + 1) == NAMELESS:
                return


def site_of(document: Document) -> str | None:
    """The site that a JSON record names, None if it names none: a host, or the host of an address.

    >>> from vntextclean.streams.documents import Document
    >>> site_of(Document("xã", head='{"url": "https://xa.vn/tin/1", "text": ', raw='"xã"', tail="}"))
    'xa.vn'
    >>> site_of(Document("xã", head='{"text": ', raw='"xã"', tail="}")) is None
    True
    """
    if document.raw is None:
        return None
    from urllib.parse import urlsplit

    record: dict[str, Any] = json.loads(document.emit(document.text))
    for field in FIELDS:
        value = record.get(field)
        if isinstance(value, str) and value:
            return (urlsplit(value).hostname if "//" in value else value) or None
    return None
