"""The language server over the protocol, by pygls: what it follows, what it answers, and the streams it speaks over."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable
from typing import Any

from lsprotocol import types

from vntextclean.cli.language_server.protocol_values import diagnostic, position, range_of, span, text_edit
from vntextclean.cli.language_server.server import Choose, Server
from vntextclean.errors import VntextcleanError
from vntextclean.lsp.findings import Action

#: The command that puts a word into the project's list.
KEEP = "vntextclean.keepWord"
#: Files that say how a document is cleaned: when one is saved, all is cleaned anew.
_SETTINGS = ("vntextclean.toml", "pyproject.toml", "vntextclean.keep.txt")


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
            (span(one.range) if isinstance(one, types.TextDocumentContentChangePartial) else None, one.text)
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
        found = server.session.actions(uri, span(params.range))
        return [_action(server, uri, one) for one in found if _wanted(one.kind, asked)]

    @feature(types.TEXT_DOCUMENT_HOVER)
    def _(params: types.HoverParams) -> types.Hover | None:
        found = server.session.hover(params.text_document.uri, position(params.position))
        if found is None:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, found[0]), range_of(found[1]))

    @feature(types.TEXT_DOCUMENT_FORMATTING)
    def _(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        return [text_edit(edit) for edit in server.session.formatting(params.text_document.uri)]

    @feature(types.TEXT_DOCUMENT_RANGE_FORMATTING)
    def _(params: types.DocumentRangeFormattingParams) -> list[types.TextEdit]:
        found = server.session.formatting(params.text_document.uri, span(params.range))
        return [text_edit(edit) for edit in found]


def _action(server: Server, uri: str, action: Action) -> types.CodeAction:
    if action.word:
        command = types.Command(action.title, KEEP, arguments=[uri, action.word])
        return types.CodeAction(action.title, kind=action.kind, command=command)
    return types.CodeAction(
        action.title,
        kind=action.kind,
        diagnostics=[diagnostic(action.problem)] if action.problem else None,
        edit=server.workspace_edit(uri, action.edits),
    )


def _wanted(kind: str, only: Iterable[str] | None) -> bool:
    """Whether the editor asks for a kind of action: ``source`` asks for ``source.fixAll`` as well."""
    return only is None or any(kind == asked or kind.startswith(f"{asked}.") or not asked for asked in only)


def serve(choose: Choose, given: dict[str, Any]) -> None:
    """Serve over standard input and output until the editor ends it; what is printed goes to standard error."""
    server = made(choose, given)
    # pygls closes its streams at the end, and those of the program are needed after it.
    reader, writer = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with reader, writer, contextlib.redirect_stdout(sys.stderr):
        server.start_io(reader, writer)
