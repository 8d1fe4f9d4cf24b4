"""The loop all verbs share: inputs to documents, documents to results, errors to standard error."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby, islice
from typing import TypeAlias

from vntextclean.cleaned import Cleaned
from vntextclean.cli.inputs.reading import Reading, read
from vntextclean.cli.inputs.sources import Source, opened, sources
from vntextclean.cli.inputs.waiting import told
from vntextclean.cli.options.shared import Options
from vntextclean.cli.running.file_states import States
from vntextclean.cli.running.progress import Progress
from vntextclean.cli.speaking.say import CRASHED, ERROR, say
from vntextclean.errors import FilterError, InputError
from vntextclean.render.summary import Summary
from vntextclean.restoration import RULE
from vntextclean.streams.batches import Cleaner, Result, in_batches, one_by_one
from vntextclean.streams.documents import Document

Judge: TypeAlias = Callable[[Source, Document, Cleaned], Cleaned]


class Work:
    """One run over all inputs: what failed, what was counted, and the exit code that follows.

    An input that cannot be read is reported and the others go on, as with grep(1); the run then ends with 2. A document
    on which a filter fails passes as it is; the run then ends with 70.
    """

    def __init__(self, options: Options, make: Callable[[], Cleaner], names_misreadings: bool = False) -> None:
        self.options = options
        self._names = names_misreadings
        self.summary = Summary()
        self.failed: set[Source] = set()
        self.judge: Judge | None = None  # what people decided about a document goes before what was made of it
        self._make = make
        self._owners: deque[Source] = deque()
        self.states = States()
        self.encodings: dict[str, str] = {}
        self._by_name: dict[str, tuple[Counter[str], Counter[str]]] = {}
        self.recoded = 0  # files that writing would make UTF-8, and change in nothing else
        self.unmarked = 0  # documents that were typed without marks, and the first of them
        self.first_unmarked = ""
        self._errors = 0
        self._faults = 0
        self._progress = Progress()
        self._reading = Reading(
            options.documents,
            options.encoding,
            options.errors,
            options.input,
            options.output,
            options.keep_encoding,
            options.main_text,
            self.note,
            self._met,
        )

    def by_source(self) -> Iterator[tuple[Source, Iterator[tuple[Document, Cleaned]]]]:
        """Each input with its results, in order; whether it failed is known when its results have been read."""
        for source, results in groupby(self._results(), key=lambda result: result[0]):
            yield source, (result[1:] for result in results)
        for name, parts in self.summary.parts.items():
            self.note(f"{name}: too long for one document, cut at line ends into {parts}")
        self._progress.clear()
        if self.options.counts:
            from vntextclean.cli.outputs.counts import tell

            tell(self.options, self.summary.to_json())

    def status(self, changes_count: bool = False) -> int:
        """The exit code: 70 after a fault, 2 after an error, 1 for changes where a verb reports them, else 0."""
        if self._faults:
            return CRASHED
        if self._errors:
            return ERROR
        return int(changes_count and self.summary.changed + self.recoded > 0)

    def fail(self, error: InputError) -> None:
        """Report an error that ends one input, not the run."""
        self._errors += 1
        self._progress.clear()
        say(str(error))

    def note(self, message: str) -> None:
        """Say something that is no error, unless the user wants quiet."""
        if not self.options.quiet:
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
            self._report(document, cleaned)
            if self.options.documents == "file" and document.line > 1:
                self.summary.parts[document.name] = self.summary.parts.get(document.name, 1) + 1
            if any(RULE in suggestion.rules for suggestion in cleaned.suggestions):
                self.first_unmarked = self.first_unmarked or document.label
                self.unmarked += 1
            self._progress.step(document)
            yield source, document, cleaned

    def _report(self, document: Document, cleaned: Cleaned) -> None:
        """Count what was read wrongly, where it is asked for: the statistics, and a verb that names it."""
        if not (self._names or self.options.counts):
            return
        from vntextclean.misreadings.reporting.report import report

        made = report(cleaned)
        self.summary.add_misreadings(made)
        if self._names:
            found, unread = self._by_name.setdefault(document.name, (Counter(), Counter()))
            found.update(made.found)
            unread.update(made.unread)

    def name_misreadings(self, name: str) -> None:
        """Say which misreadings the documents of an input had, and which of its words stay unread."""
        found, unread = self._by_name.pop(name, (Counter(), Counter()))
        for counts, rest in ((found, ""), (unread, " not read")):
            for title, count in counts.most_common():
                self.note(f"{name}: {title}: {count} word{'' if count == 1 else 's'}{rest}")

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
            if isinstance(result, FilterError):
                self._faults += 1
                self.note(f"{document.label}: left as it is, by a fault of the program: {result}; please report it")
                yield document, Cleaned(document.text, document.text)
            else:
                self.fail(InputError(f"{document.label}: {result}"))
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
                    if document.fault:
                        self._refuse(source, document)
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

    def _refuse(self, source: Source, document: Document) -> None:
        """Report a record that cannot be cleaned: it passes as it is, but a file is not replaced for the others."""
        self.fail(InputError(f"{document.name}:{document.line}: {document.fault}"))
        if self.options.in_place:
            self.failed.add(source)

    def _read(self, source: Source) -> Iterator[Document]:
        with opened(source.path) as stream:
            if self.options.in_place:
                self.states.keep(source.path)
            documents = read(stream, source.name, self._reading)
            if source.path is None:
                with told(line_by_line=self.options.documents != "file"):
                    first = list(islice(documents, 1))
                documents = chain(first, documents)
            yield from documents
