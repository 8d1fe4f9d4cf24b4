"""The language server: the protocol, by pygls, around a :class:`~vntextclean.lsp.session.Session`."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from vntextclean import __version__
from vntextclean.errors import InputError, VntextcleanError, told
from vntextclean.lsp.findings import Action, Problem, TextEdit
from vntextclean.lsp.places import Encoding, Span
from vntextclean.lsp.session import Session
from vntextclean.positions import Position
from vntextclean.wording.translation import translated

#: Seconds without a key press after which the edited lines are cleaned, and after which the whole document is.
PAUSE, IDLE = 0.02, 0.4
#: The command that puts a word into the project's list.
KEEP = "vntextclean.keepWord"
#: Files that say how a document is cleaned: when one is saved, all is cleaned anew.
_SETTINGS = ("vntextclean.toml", "pyproject.toml", "vntextclean.keep.txt")

Choose = Callable[[dict[str, Any]], tuple[str, ...]]
_SEVERITIES = {
    "warning": types.DiagnosticSeverity.Warning,
    "information": types.DiagnosticSeverity.Information,
    "hint": types.DiagnosticSeverity.Hint,
}


class Server(LanguageServer):
    """A server for one editor; everything but the cleaning of whole documents happens in its one thread."""

    def __init__(self, choose: Choose, given: dict[str, Any]) -> None:
        super().__init__("vntextclean", __version__, types.TextDocumentSyncKind.Incremental)
        self.session = Session(choose, given)
        self._choose, self._given = choose, given
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def begin(self, params: types.InitializeParams) -> None:
        """Make the session that the editor asks for."""
        folders = [folder.uri for folder in params.workspace_folders or ()] or [params.root_uri or ""]
        roots = [Path(url2pathname(urlsplit(uri).path)) for uri in folders if uri.startswith("file:")]
        agreed = self.workspace.position_encoding
        encoding: Encoding = "utf-8" if agreed == "utf-8" else "utf-32" if agreed == "utf-32" else "utf-16"
        self.session = Session(self._choose, self._given, encoding, roots)
        if params.initialization_options:
            self.configure(params.initialization_options)

    def configure(self, options: Any) -> None:
        """Take settings of the editor; wrong ones are told, and those of before hold."""
        try:
            self.session.configure(options)
        except VntextcleanError as error:
            self.tell(error)
        self.renew()

    def renew(self) -> None:
        """Clean all open documents anew."""
        for uri in self.session.uris:
            self.later(uri)

    def tell(self, error: Exception) -> None:
        """Show an error in the editor."""
        message = str(error) if isinstance(error, VntextcleanError) else f"a fault of vntextclean: {told(error)}"
        lang = "en"
        with contextlib.suppress(VntextcleanError):
            lang = self.session.configuration.pipeline(None).settings.lang
        shown = types.ShowMessageParams(types.MessageType.Error, f"vntextclean: {translated(message, lang)}")
        self.window_show_message(shown)

    def later(self, uri: str) -> None:
        """Clean what was edited soon, and the whole document when no key is pressed; a later call takes the place."""
        if task := self._tasks.pop(uri, None):
            task.cancel()
        self._tasks[uri] = asyncio.ensure_future(self._guarded(self._follow(uri)))

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        """A fault in the background is told, and ends nothing."""
        try:
            await work
        except InputError:
            pass  # half a document, as JSON is while it is typed: what was found before stays
        except Exception as error:  # noqa: BLE001 - an editor must not lose its server
            self.tell(error)

    async def _follow(self, uri: str) -> None:
        await asyncio.sleep(PAUSE)
        self.session.near(uri)
        if self.session.known(uri):
            self.publish(uri)
            if self.session.exact(uri):
                return
            await asyncio.sleep(IDLE)
        if work := self.session.whole(uri):
            cleaned = await asyncio.to_thread(work)
            if self.session.settle(uri, cleaned):
                self.publish(uri)

    def publish(self, uri: str) -> None:
        """Send the problems of a document."""
        if uri not in self.session.uris:
            return
        found = [_diagnostic(problem) for problem in self.session.problems(uri)]
        version = self.session.version(uri)
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=found, version=version)
        )

    def forget(self, uri: str) -> None:
        """A document was closed: its problems go."""
        if task := self._tasks.pop(uri, None):
            task.cancel()
        self.session.close(uri)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))

    def workspace_edit(self, uri: str, edits: Iterable[TextEdit]) -> types.WorkspaceEdit:
        """Edits as the editor takes them: with the version of the document where it can."""
        made = [_text_edit(edit) for edit in edits]
        able = self.client_capabilities.workspace and self.client_capabilities.workspace.workspace_edit
        if able and able.document_changes:
            document = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=self.session.version(uri))
            return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, made)])
        return types.WorkspaceEdit(changes={uri: made})


def _position(given: types.Position) -> Position:
    return Position(given.line, given.character)


def _span(given: types.Range) -> Span:
    return Span(_position(given.start), _position(given.end))


def _range(span: Span) -> types.Range:
    start, end = span
    return types.Range(types.Position(start.line, start.column), types.Position(end.line, end.column))


def _text_edit(edit: TextEdit) -> types.TextEdit:
    return types.TextEdit(_range(edit.span), edit.text)


def _diagnostic(problem: Problem) -> types.Diagnostic:
    return types.Diagnostic(
        _range(problem.span),
        problem.message,
        severity=_SEVERITIES[problem.severity],
        code=problem.rule,
        source="vntextclean",
        tags=[types.DiagnosticTag.Unnecessary] if problem.unnecessary else None,
    )


def _action(server: Server, uri: str, action: Action) -> types.CodeAction:
    if action.word:
        command = types.Command(action.title, KEEP, arguments=[uri, action.word])
        return types.CodeAction(action.title, kind=action.kind, command=command)
    return types.CodeAction(
        action.title,
        kind=action.kind,
        diagnostics=[_diagnostic(action.problem)] if action.problem else None,
        edit=server.workspace_edit(uri, action.edits),
    )


def _wanted(kind: str, only: Iterable[str] | None) -> bool:
    """Whether the editor asks for a kind of action: ``source`` asks for ``source.fixAll`` as well."""
    return only is None or any(kind == asked or kind.startswith(f"{asked}.") or not asked for asked in only)


def made(choose: Choose, given: dict[str, Any]) -> Server:
    """A server that answers; nothing is sent before it is started."""
    server = Server(choose, given)
    _follow_documents(server)
    _follow_settings(server)
    _answer(server)
    return server


def _follow_documents(server: Server) -> None:
    """Keep up with what is open in the editor."""
    feature = server.feature

    @feature(types.INITIALIZE)
    def _(params: types.InitializeParams) -> None:
        server.begin(params)

    @feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def _(params: types.DidOpenTextDocumentParams) -> None:
        given = params.text_document
        try:
            server.session.open(given.uri, str(given.language_id), given.version, given.text)
        except VntextcleanError as error:
            server.tell(error)
            return
        server.later(given.uri)

    @feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def _(params: types.DidChangeTextDocumentParams) -> None:
        document = params.text_document
        if document.uri not in server.session.uris:
            return
        edits = [
            (_span(one.range) if isinstance(one, types.TextDocumentContentChangePartial) else None, one.text)
            for one in params.content_changes
        ]
        server.session.change(document.uri, document.version, edits)
        server.later(document.uri)

    @feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def _(params: types.DidCloseTextDocumentParams) -> None:
        server.forget(params.text_document.uri)


def _follow_settings(server: Server) -> None:
    """Keep up with what the editor and files set."""
    feature = server.feature

    @feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def _(params: types.DidSaveTextDocumentParams) -> None:
        if params.text_document.uri.rpartition("/")[2] in _SETTINGS:
            server.session.renew()
            server.renew()

    @feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def _(params: types.DidChangeWatchedFilesParams) -> None:
        if any(change.uri.rpartition("/")[2] in _SETTINGS for change in params.changes):
            server.session.renew()
            server.renew()

    @feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def _(params: types.DidChangeConfigurationParams) -> None:
        server.configure(params.settings)

    @server.command(KEEP)
    async def _(uri: str, word: str) -> None:
        try:
            server.session.keep(uri, word)
        except VntextcleanError as error:
            server.tell(error)
        server.renew()


def _answer(server: Server) -> None:
    """Answer the questions of the editor."""
    feature = server.feature
    kinds = [types.CodeActionKind.QuickFix, types.CodeActionKind.SourceFixAll]

    @feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=kinds))
    def _(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri, only = params.text_document.uri, params.context.only
        asked = None if only is None else [str(getattr(kind, "value", kind)) for kind in only]
        found = server.session.actions(uri, _span(params.range))
        return [_action(server, uri, one) for one in found if _wanted(one.kind, asked)]

    @feature(types.TEXT_DOCUMENT_HOVER)
    def _(params: types.HoverParams) -> types.Hover | None:
        found = server.session.hover(params.text_document.uri, _position(params.position))
        if found is None:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, found[0]), _range(found[1]))

    @feature(types.TEXT_DOCUMENT_FORMATTING)
    def _(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        return [_text_edit(edit) for edit in server.session.formatting(params.text_document.uri)]

    @feature(types.TEXT_DOCUMENT_RANGE_FORMATTING)
    def _(params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
        found = server.session.formatting(params.text_document.uri, _span(params.range))
        return [_text_edit(edit) for edit in found]


def serve(choose: Choose, given: dict[str, Any]) -> None:
    """Serve over standard input and output until the editor ends it; what is printed goes to standard error."""
    server = made(choose, given)
    # pygls closes its streams at the end, and those of the program are needed after it.
    reader, writer = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with reader, writer, contextlib.redirect_stdout(sys.stderr):
        server.start_io(reader, writer)
