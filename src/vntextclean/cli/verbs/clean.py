"""``clean``: the text comes out cleaned."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

import click

from vntextclean.cli.options.replayed import changes, refuse_idle
from vntextclean.cli.options.shared import Options, as_page, inputs, repairs, settle
from vntextclean.cli.outputs.targets import Targets, writes
from vntextclean.cli.running.decided import Decided, decisions
from vntextclean.cli.speaking.help import Grouped
from vntextclean.streams.decoding import BOM
from vntextclean.wording import counted, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from vntextclean.cleaned import Cleaned
    from vntextclean.cli.outputs.streams import Output
    from vntextclean.cli.running.work import Work
    from vntextclean.streams.batches import Cleaner
    from vntextclean.streams.documents import Document


@click.command("clean", cls=Grouped)
@inputs
@repairs
@as_page
@writes
@changes
@decisions
def command(
    output_file: str | None, output_dir: str | None, changes: str | None, decisions: str | None, **given: Any
) -> int:
    """Print the cleaned text, or write it back with --write.

    No file, or -, is standard input. A file is replaced whole or not at all, keeps its mode and line ends, and is not
    touched if nothing changes. It becomes UTF-8 if it is in another encoding (unless --keep-encoding). --changes FILE
    replays what `diff --format json` printed and a reviewer left of it; --decisions FILE makes what was accepted in
    `review`, not what was refused, and the rest as without it.

    A .docx is printed as text. With -o FILE.docx, --output-dir or --write it stays a .docx, in which each repair is a
    tracked change with a comment that says why; with --accepted the repairs are made outright.

    \b
    Example:
      $ echo "Phim rất hay.Nhưng  hơi dài ." | vntextclean clean
      Phim rất hay. Nhưng hơi dài.
    """
    from vntextclean.cli.running.site import learned
    from vntextclean.cli.running.work import Work

    if changes is not None:
        refuse_idle({**given, "decisions": decisions})
    options = settle(given)
    targets = Targets(options, output_file, output_dir)  # refuses before a large directory is read twice
    if changes is None:
        options = learned(options)
    work = Work(options, maker(options, changes))
    if decisions is not None:
        work.judge = Decided(decisions).settle
    write_out(work, targets)
    if work.unmarked:
        work.note(_unmarked(work.unmarked, work.first_unmarked, options.settings.lang))
    return work.status()


def maker(options: Options, changes: str | None = None) -> Callable[[], Cleaner]:
    """What makes the pipeline, here or in each worker process; settings that cannot be used are refused now."""
    if changes is not None:
        from vntextclean.wire import Replay

        return partial(Replay, changes)
    from vntextclean.pipeline import Pipeline

    pipeline = Pipeline(options.settings)
    return partial(Pipeline, options.settings) if options.jobs > 1 else lambda: pipeline


def write_out(work: Work, targets: Targets) -> None:
    """Send the results where they belong, and say in one line what was done to files."""
    from vntextclean.errors import InputError

    written = Written()
    for number, (source, results) in enumerate(work.by_source()):
        try:
            head, results = _peeked(results)
            encoding = work.encodings.get(source.name, "utf-8")
            with closing(targets.open(source, head, encoding)) as output:
                recoded = targets.write and not work.options.keep_encoding and is_recoded(encoding)
                changed = False
                repairs: Counter[str] = Counter()
                for document, cleaned in results:
                    if not targets.files and number and document.head.startswith(BOM):
                        document = document._replace(head=document.head[1:])  # it marks the head of a file
                    _send(output, document, cleaned, targets)
                    changed = changed or cleaned.text != cleaned.source
                    repairs.update(rule.partition(".")[0] for change in cleaned.changes for rule in change.rules[:1])
                if (changed or recoded or not targets.write) and source not in work.failed:
                    if work.states.has_changed(source.path):
                        raise InputError(f"{source.name}: changed while it was cleaned, and stays as it is; run again")
                    output.commit()
                    work.states.written(source.path)
                if targets.files and source not in work.failed:
                    written.add(changed, recoded, repairs)
        except InputError as error:
            work.fail(error)
    if written.files:
        work.note(written.told(work.options.settings.lang))


def _send(output: Output, document: Document, cleaned: Cleaned, targets: Targets) -> None:
    """Write a document where it belongs: a .docx as one, or its text, without the signs for what is no text."""
    from vntextclean.errors import InputError
    from vntextclean.frame import OBJECT

    if document.word is None:
        output.write(document.emit(cleaned.text))
    elif targets.as_word(document):
        make = document.word.accepted if targets.accepted else document.word.tracked
        try:
            output.take(make(cleaned.changes))
        except InputError as error:
            raise InputError(f"{document.name}: {error}") from None
    else:
        output.write(document.emit(cleaned.text).replace(OBJECT, ""))


class Written:
    """What was done to the files of a run."""

    def __init__(self) -> None:
        self.files = self._changed = self._recoded = 0
        self._repairs: Counter[str] = Counter()

    def add(self, changed: bool, recoded: bool, repairs: Counter[str]) -> None:
        """Count one file, whether its text changed, whether its encoding did, and its repairs by filter."""
        self.files += 1
        self._changed += changed
        self._recoded += recoded
        self._repairs.update(repairs)

    def told(self, lang: str) -> str:
        """One line, as "18 files, 17 changed, 1 240 repairs (spacing 900, diacritics 340)"."""
        total = sum(self._repairs.values())
        parts = [
            counted(self.files, "{count} file", "{count} files", lang),
            told("{count} changed", lang, count=self._changed),
        ]
        if total:
            kinds = ", ".join(f"{name} {_grouped(count)}" for name, count in self._repairs.most_common(_KINDS))
            more = ", …" if len(self._repairs) > _KINDS else ""
            parts.append(
                counted(total, "{number} repair", "{number} repairs", lang, number=_grouped(total))
                + f" ({kinds}{more})"
            )
        if self._recoded:
            parts.append(told("{count} made UTF-8", lang, count=self._recoded))
        return ", ".join(parts)


#: Filters named in the line about what was written.
_KINDS = 5


def _grouped(count: int) -> str:
    return f"{count:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def _unmarked(count: int, name: str, lang: str) -> str:
    if count == 1:
        said = "{name}: typed without marks; `vntextclean restore` puts them back"
    else:
        said = "{count} documents are typed without marks, the first in {name}; `vntextclean restore` puts them back"
    return told(said, lang, count=count, name=name)


def is_recoded(encoding: str) -> bool:
    """Whether to write a text of this encoding as UTF-8 changes its bytes, whatever it holds."""
    return encoding not in ("utf-8", "ascii")


def _peeked(
    results: Iterator[tuple[Document, Cleaned]],
) -> tuple[Document, Iterator[tuple[Document, Cleaned]]]:
    """The first document, and the results from it on."""
    first = next(results)
    return first[0], chain([first], results)
