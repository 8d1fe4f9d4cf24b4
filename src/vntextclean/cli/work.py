"""The loop all verbs share: inputs to documents, documents to results, errors to standard error."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from vntextclean.cleaned import Cleaned
from vntextclean.cli import say
from vntextclean.cli.inputs import Source, opened, sources
from vntextclean.cli.options import Options
from vntextclean.cli.progress import Progress
from vntextclean.cli.reading import Reading, read
from vntextclean.errors import FilterError, InputError
from vntextclean.render.summary import Summary
from vntextclean.streams.batches import Cleaner, Result, in_batches, one_by_one
from vntextclean.streams.documents import Document

Judge: TypeAlias = Callable[[Source, Document, Cleaned], Cleaned]


class Work:
    """One run over all inputs: what failed, what was counted, and the exit code that follows.

    An input that cannot be read is reported and the others go on, as with grep(1); the run then ends with 2.
    """

    def __init__(self, options: Options, make: Callable[[], Cleaner]) -> None:
        self.options = options
        self.summary = Summary()
        self.failed: set[Source] = set()
        self.judge: Judge | None = None  # what people decided about a document goes before what was made of it
        self._make = make
        self._owners: deque[Source] = deque()
        self.encodings: dict[str, str] = {}
        self._errors = 0
        self._progress = Progress()
        self._reading = Reading(
            options.documents, options.encoding, options.errors, options.input, self.note, self._met
        )

    def by_source(self) -> Iterator[tuple[Source, Iterator[tuple[Document, Cleaned]]]]:
        """Each input with its results, in order; whether it failed is known when its results have been read."""
        for source, results in groupby(self._results(), key=lambda result: result[0]):
            yield source, (result[1:] for result in results)
        for name, parts in self.summary.parts.items():
            self.note(f"{name}: too long for one document, cut at blank lines into {parts}")
        self._progress.clear()
        if self.options.stats:
            import click

            click.echo(self.summary.to_json(), err=True)

    def status(self, changes_count: bool = False) -> int:
        """The exit code: 2 after an error, 1 for changes where a verb reports them, else 0."""
        if self._errors:
            return 2
        return int(changes_count and self.summary.changed > 0)

    def fail(self, error: InputError) -> None:
        """Report an error that ends one input, not the run."""
        self._errors += 1
        self.note(str(error))

    def note(self, message: str) -> None:
        """Say something that is no error."""
        self._progress.clear()
        say(message)

    def _met(self, name: str, encoding: str) -> None:
        self.encodings[name] = encoding

    def _results(self) -> Iterator[tuple[Source, Document, Cleaned]]:
        for document, cleaned in self._cleaned(self._documents()):
            source = self._owners.popleft()
            if self.judge:
                try:
                    cleaned = self.judge(source, document, cleaned)
                except InputError as error:
                    self.failed.add(source)
                    self.fail(error)
                    continue
            self.summary.add(cleaned)
            if self.options.documents == "file" and document.line > 1:
                self.summary.parts[document.name] = self.summary.parts.get(document.name, 1) + 1
            self._progress.step(document)
            yield source, document, cleaned

    def _cleaned(self, documents: Iterable[Document]) -> Iterator[tuple[Document, Cleaned]]:
        if self.options.jobs > 1:
            from vntextclean.streams.parallel import stream

            return self._without_refused(stream(documents, self._make, self.options.jobs))
        if self.options.line_buffered:
            return self._without_refused(one_by_one(documents, self._make()))
        return self._without_refused(in_batches(documents, self._make()))

    def _without_refused(self, results: Iterable[tuple[Document, Result]]) -> Iterator[tuple[Document, Cleaned]]:
        """Report each document that could not be cleaned; those after it go on.

        Reviewed changes that were made for another text end the file they belong to. A fault of a filter ends nothing:
        its document passes as it is.
        """
        for document, result in results:
            if isinstance(result, Cleaned):
                yield document, result
                continue
            self.fail(InputError(f"{document.label}: {result}"))
            if isinstance(result, FilterError):
                yield document, Cleaned(document.text, document.text)
            else:
                self.failed.add(self._owners.popleft())

    def _documents(self) -> Iterator[Document]:
        for source in sources(self.options):
            if isinstance(source, InputError):
                self.fail(source)
                continue
            empty = True
            try:
                for document in self._read(source):
                    empty = False
                    self._owners.append(source)
                    yield document
            except OSError as error:
                self.failed.add(source)
                self.fail(InputError(f"{source.name}: {error.strerror}; make it readable or leave it out"))
            except InputError as error:
                self.failed.add(source)
                self.fail(error)
            else:
                if empty:
                    self._owners.append(source)
                    yield Document("", source.name)

    def _read(self, source: Source) -> Iterator[Document]:
        with opened(source.path) as stream:
            yield from read(stream, source.name, self._reading)
