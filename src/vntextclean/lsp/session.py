"""What a language server knows and answers, without the protocol: open documents, their problems, and their edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from vntextclean import config
from vntextclean.cleaned import Cleaned
from vntextclean.errors import ConfigError
from vntextclean.formats.catalogue import UNREAD, form_of
from vntextclean.lsp import findings
from vntextclean.lsp.configuration import Configuration
from vntextclean.lsp.document import Document
from vntextclean.lsp.findings import Action, Problem, TextEdit
from vntextclean.lsp.places import Encoding, Span
from vntextclean.positions import Position
from vntextclean.review.keep_list import KeepList
from vntextclean.wording import told

#: Formats by the names that editors give them; those of prose are looked up by the suffix first.
LANGUAGES: Mapping[str, str] = {
    "markdown": "markdown", "html": "html", "xhtml": "html", "json": "json", "csv": "csv", "tsv": "tsv",
    "srt": "srt", "subrip": "srt", "vtt": "vtt", "webvtt": "vtt",
}  # fmt: skip
PROSE = frozenset({"", "plaintext", "plain text", "plain-text", "text", "txt", "mail", "fundamental"})


class Session:
    """The open documents of one editor, and what is said of them; for one thread.

    ``choose`` finds the filters that options ask for, ``given`` are options of the command line. Positions count in
    ``encoding``. ``roots`` are the folders of the workspace. Questions about a document that is not open, or that is of
    no format that can be read, are answered with nothing.
    """

    def __init__(
        self,
        choose: Callable[[dict[str, Any]], tuple[str, ...]],
        given: Mapping[str, Any] | None = None,
        encoding: Encoding = "utf-16",
        roots: Iterable[Path] = (),
    ) -> None:
        self.encoding = encoding
        self.roots = tuple(roots)
        self.configuration = Configuration(choose, given or {})
        self._documents: dict[str, Document] = {}
        self._shown: dict[str, tuple[Cleaned, list[Problem]]] = {}

    @property
    def uris(self) -> tuple[str, ...]:
        """The open documents."""
        return tuple(self._documents)

    def lang(self, uri: str) -> str:
        """The language of a document's messages."""
        return self.configuration.pipeline(self._directory(uri)).settings.lang

    def open(self, uri: str, language: str, version: int, text: str) -> None:
        """Take a document from the editor."""
        form = _form(PurePath(unquote(urlsplit(uri).path)).name, language.lower())
        insisted = self.configuration.form(self._directory(uri))
        if insisted != "auto":
            form = insisted
        self._documents[uri] = Document(uri, text, version, form, self.encoding)

    def change(self, uri: str, version: int, edits: Iterable[tuple[Span | None, str]]) -> None:
        """Follow the edits of a document, one after the other; one without a range is the whole text."""
        document = self._documents[uri]
        for span, text in edits:
            if span is None:
                document.replace(text)
            else:
                document.edit(span, text)
        document.version = version

    def close(self, uri: str) -> None:
        """Forget a document."""
        self._documents.pop(uri, None)
        self._shown.pop(uri, None)

    def version(self, uri: str) -> int:
        """The version of an open document."""
        return self._documents[uri].version

    def exact(self, uri: str) -> bool:
        """Whether what is known of a document is of its present text as a whole."""
        document = self._documents.get(uri)
        return document is None or document.form is None or document.exact

    def known(self, uri: str) -> bool:
        """Whether a document was cleaned as a whole before, or never will be."""
        document = self._documents.get(uri)
        return document is None or document.form is None or document.known

    def near(self, uri: str) -> None:
        """Clean a short document, and of a long one the lines that were edited."""
        document = self._documents.get(uri)
        if document is None or document.form is None or document.exact:
            return
        if document.short:
            self._settled(document)
        else:
            document.near(self.configuration.of_lines(self._directory(uri)))

    def whole(self, uri: str) -> Callable[[], Cleaned] | None:
        """The work of cleaning all of a document, for any thread; give its result to :meth:`settle`."""
        document = self._documents.get(uri)
        if document is None or document.form is None or document.exact:
            return None
        pipeline, text, form = self.configuration.pipeline(self._directory(uri)), document.text, document.form
        return lambda: pipeline.run(text, form)

    def settle(self, uri: str, cleaned: Cleaned) -> bool:
        """Take the result of the whole; False if the text is another by now."""
        document = self._documents.get(uri)
        return document is not None and document.settle(cleaned)

    def problems(self, uri: str) -> list[Problem]:
        """What is shown in a document, in the order of its text."""
        document = self._documents.get(uri)
        if document is None or document.form is None:
            return []
        shown = self._shown.get(uri)
        if shown is None or shown[0] is not document.cleaned:
            made = findings.problems(document.cleaned, document.places, self.lang(uri))
            shown = self._shown[uri] = (document.cleaned, made)
        return shown[1]

    def hover(self, uri: str, position: Position) -> tuple[str, Span] | None:
        """What becomes of the text at a position and why, with the rule and how sure it is."""
        here = [problem for problem in self.problems(uri) if problem.span.start <= position <= problem.span.end]
        if not here:
            return None
        lines = []
        for problem in here:
            sure = int(min(change.confidence for change in problem.changes) * 100) / 100
            lines.append(f"{problem.message}  —  {problem.rule} {sure:.2f}")
        return "\n".join(lines), here[0].span

    def actions(self, uri: str, span: Span) -> list[Action]:
        """What is offered in a range of a document; the last one makes all changes at once."""
        document = self._settled(self._documents.get(uri))
        if document is None:
            return []
        lang = self.lang(uri)
        here = [one for one in self.problems(uri) if one.span.start <= span.end and span.start <= one.span.end]
        found = list(findings.actions(here, document.cleaned, document.places, lang))
        if document.cleaned.changes:
            every = findings.edits(document.cleaned.changes, document.places)
            found.append(Action(told("make all {count} changes", lang, count=len(every)), "source.fixAll", every))
        return found

    def formatting(self, uri: str, span: Span | None = None) -> list[TextEdit]:
        """The changes that `clean` makes in a document, or those that lie in a range of it."""
        document = self._settled(self._documents.get(uri))
        if document is None:
            return []
        changes = document.cleaned.changes
        if span:
            start, end = document.places.offset(span.start), document.places.offset(span.end)
            changes = tuple(change for change in changes if start <= change.start and change.end <= end)
        return list(findings.edits(changes, document.places))

    def configure(self, options: Any) -> None:
        """Take the settings of the editor, and clean everything anew.

        Raises :class:`ConfigError` for settings that are wrong, and those of before stay.
        """
        self.configuration.configure(options)
        self.renew()

    def renew(self) -> None:
        """Clean everything anew, by configurations that may be others by now."""
        self.configuration.forget()
        for document in self._documents.values():
            document.replace(document.text)

    def keep(self, uri: str, word: str) -> Path:
        """Put a word into the word list of a document's project, as `review` does; the file that was written.

        Raises :class:`ConfigError` if it cannot be written, or if there is no folder to keep it in.
        """
        directory = self._directory(uri)
        if directory is None:
            raise ConfigError("save the document first: the words to keep stand in a file of its folder")
        root = next((root for root in self.roots if directory.is_relative_to(root)), directory)
        path = config.find(directory)
        written = KeepList(root, path).add(word)
        self.renew()
        return written[-1][0] if written else path or root

    def _settled(self, document: Document | None) -> Document | None:
        """The document with the result of its present text; None if it is not read."""
        if document is None or document.form is None:
            return None
        if not document.exact:
            run = self.whole(document.uri)
            assert run
            document.settle(run())
        return document

    def _directory(self, uri: str) -> Path | None:
        """The folder of a document; of one that was never saved, that of the workspace."""
        parts = urlsplit(uri)
        if parts.scheme == "file":
            return Path(url2pathname(parts.path)).parent
        return self.roots[0] if self.roots else None


def _form(name: str, language: str) -> str | None:
    """The format of a document; None for what is neither prose nor has a reader."""
    if language in LANGUAGES:
        return LANGUAGES[language]
    if known := form_of(name):
        return None if known == "docx" else known  # what an editor shows of it is no text
    if PurePath(name).suffix.lower() in UNREAD:
        return None
    return "text" if language in PROSE else None
