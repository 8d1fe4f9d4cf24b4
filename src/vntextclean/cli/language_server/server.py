"""One editor's server: what is cleaned when, around a :class:`~vntextclean.lsp.session.Session`."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from vntextclean import __version__
from vntextclean.cli.language_server.protocol_values import diagnostic, text_edit
from vntextclean.errors import InputError, VntextcleanError, told
from vntextclean.lsp.findings import TextEdit
from vntextclean.lsp.places import Encoding
from vntextclean.lsp.session import Session
from vntextclean.wording.translation import translated

#: Seconds without a key press after which the edited lines are cleaned, and after which the whole document is.
PAUSE, IDLE = 0.02, 0.4
Choose = Callable[[dict[str, Any]], tuple[str, ...]]


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
        found = [diagnostic(problem) for problem in self.session.problems(uri)]
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
        made = [text_edit(edit) for edit in edits]
        able = self.client_capabilities.workspace and self.client_capabilities.workspace.workspace_edit
        if able and able.document_changes:
            document = types.OptionalVersionedTextDocumentIdentifier(uri=uri, version=self.session.version(uri))
            return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, made)])
        return types.WorkspaceEdit(changes={uri: made})
