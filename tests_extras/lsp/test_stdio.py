"""The language server as an editor meets it: JSON messages over its standard streams."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from vntextclean.pipeline import Pipeline

PAGE = (
    "Lượt xem: 1207\n\n"
    "Huyện Mường Tè 😀 tổ chức hội nghị  đối thoại với nhân dân\n\n"
    "Môt buổi đối thoại giữa lãnh đạo huyện và bà con các bản đã diễn ra tại nhà văn hóa xã.\n\n"
    "Công tác dân vn, công tác tuyên truyền được các cơ quan, đơn vị thực hiệntốt.\u2028Hai nghìn  hộ dân.\n"
)
PATIENCE = 60  # seconds


class Editor:
    """A client of plain JSON-RPC, so that nothing of the server's own library hides a fault."""

    def __init__(self, *arguments: str, folder: Path | None = None) -> None:
        environment = {**os.environ, "OMP_NUM_THREADS": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "vntextclean", "lsp", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )
        self.folder = folder
        self.answers: Queue[dict[str, Any]] = Queue()
        self.notices: Queue[dict[str, Any]] = Queue()
        self._last = 0
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while True:
            length = 0
            while (line := stream.readline().strip()) != b"":
                if line.lower().startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if not length:
                return
            message = json.loads(stream.read(length))
            (self.answers if "id" in message and "method" not in message else self.notices).put(message)

    def send(self, method: str, params: Any, **more: Any) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def ask(self, method: str, params: Any) -> dict[str, Any]:
        self._last += 1
        self.send(method, params, id=self._last)
        answer = self.answers.get(timeout=PATIENCE)
        assert answer["id"] == self._last
        return answer

    def result(self, method: str, params: Any) -> Any:
        answer = self.ask(method, params)
        assert "error" not in answer, answer
        return answer["result"]

    def begin(self, encodings: list[str] | None = None, options: Any = None) -> dict[str, Any]:
        capabilities: dict[str, Any] = {"workspace": {"workspaceEdit": {"documentChanges": True}}}
        if encodings:
            capabilities["general"] = {"positionEncodings": encodings}
        uri = self.folder.as_uri() if self.folder else None
        params = {"processId": None, "rootUri": uri, "capabilities": capabilities, "initializationOptions": options}
        made: dict[str, Any] = self.result("initialize", params)["capabilities"]
        self.send("initialized", {})
        return made

    def open(self, uri: str, text: str, language: str = "plaintext") -> list[dict[str, Any]]:
        item = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.send("textDocument/didOpen", {"textDocument": item})
        return self.diagnostics(uri)

    def change(self, uri: str, version: int, *changes: Any) -> None:
        self.send(
            "textDocument/didChange", {"textDocument": {"uri": uri, "version": version}, "contentChanges": changes}
        )

    def diagnostics(self, uri: str, version: int | None = None) -> list[dict[str, Any]]:
        while True:
            notice = self.notices.get(timeout=PATIENCE)
            params = notice["params"]
            if notice["method"] != "textDocument/publishDiagnostics" or params["uri"] != uri:
                continue
            if version is None or params.get("version") == version:
                found: list[dict[str, Any]] = params["diagnostics"]
                return found

    def told(self) -> str:
        while (notice := self.notices.get(timeout=PATIENCE))["method"] != "window/showMessage":
            pass
        return str(notice["params"]["message"])

    def end(self) -> int:
        self.result("shutdown", None)
        self.send("exit", None)
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        self.process.kill()
        self.process.wait(PATIENCE)
        self._listener.join(PATIENCE)
        assert self.process.stdin and self.process.stdout
        self.process.stdin.close()
        self.process.stdout.close()


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    made = Editor(folder=tmp_path)
    yield made
    made.close()


def offset(text: str, place: dict[str, int], codec: str) -> int:
    """An offset of a position, found in another way than the server's."""
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    start = starts[place["line"]]
    if not place["character"]:
        return start
    width = {"utf-8": 1, "utf-16-le": 2, "utf-32-le": 4}[codec]
    encoded = text[start:].encode(codec)[: place["character"] * width]
    return start + len(encoded.decode(codec))


def applied(text: str, edits: list[dict[str, Any]], codec: str = "utf-16-le") -> str:
    spans = [(offset(text, e["range"]["start"], codec), offset(text, e["range"]["end"], codec), e) for e in edits]
    for start, end, edit in sorted(spans, key=lambda span: span[:2], reverse=True):
        text = text[:start] + edit["newText"] + text[end:]
    return text


def of(uri: str) -> dict[str, Any]:
    return {"textDocument": {"uri": uri}}


OPTIONS = {"tabSize": 4, "insertSpaces": True}
ALL = {"start": {"line": 0, "character": 0}, "end": {"line": 1000, "character": 0}}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_accepting_all_gives_the_text_of_clean(editor: Editor, encoding: str, ends: str) -> None:
    assert editor.begin([encoding])["positionEncoding"] == encoding
    text, uri = PAGE.replace("\n", ends), "untitled:trang.txt"
    assert editor.open(uri, text)
    wanted = Pipeline.from_preset("web").run(text).text
    codec = encoding if encoding == "utf-8" else f"{encoding}-le"
    assert applied(text, editor.result("textDocument/formatting", {**of(uri), "options": OPTIONS}), codec) == wanted
    context = {"diagnostics": [], "only": ["source.fixAll"]}
    actions = editor.result("textDocument/codeAction", {**of(uri), "range": ALL, "context": context})
    (change,) = actions[0]["edit"]["documentChanges"]
    assert change["textDocument"]["version"] == 1
    assert applied(text, change["edits"], codec) == wanted
    assert editor.end() == 0


def test_problems_follow_the_keys(editor: Editor) -> None:
    editor.begin()
    uri = "untitled:trang.txt"
    found = editor.open(uri, PAGE)
    assert any("Một" in one["message"] and one["severity"] == 2 for one in found)
    place = {"line": 4, "character": 0}
    editor.change(uri, 2, {"range": {"start": place, "end": {"line": 4, "character": 3}}, "text": "Một"})
    assert not any("Môt" in one["message"] for one in editor.diagnostics(uri, 2))
    place = {"line": 2, "character": 17}  # behind an emoji, which is two units
    editor.change(uri, 3, {"range": {"start": place, "end": place}, "text": " "})
    fixed = PAGE.replace("Môt", "Một").replace("😀", "😀 ")
    edits = editor.result("textDocument/formatting", {**of(uri), "options": OPTIONS})
    assert applied(fixed, edits) == Pipeline.from_preset("web").run(fixed).text


def test_a_change_in_a_document_of_200_kb_is_answered_for_its_lines_and_then_for_the_whole(editor: Editor) -> None:
    editor.begin()
    uri = "untitled:dài.txt"
    names = ["An", "Bình", "Cường", "Dũng", "Hà", "Lan", "Minh", "Nam", "Sơn", "Thu"]
    text = "".join(
        f"Ông {a} và bà {b} đã cùng {c} và {d} góp ý về đường giao thông của xã.\n\n"
        for a in names for b in names for c in names for d in names[:2]
    )  # fmt: skip
    assert len(text.encode()) > 150_000
    before = editor.open(uri, text)
    place = {"line": 400, "character": 0}
    editor.change(uri, 2, {"range": {"start": place, "end": place}, "text": "Môt buổi họp.\n"})
    near = editor.diagnostics(uri, 2)
    assert len(near) == len(before) + 1
    assert [one["range"]["start"]["line"] for one in near if "Môt" in one["message"]] == [400]
    assert [one["range"] for one in editor.diagnostics(uri, 2)] == [one["range"] for one in near]


def test_hover_says_why_in_the_language_that_is_set(editor: Editor) -> None:
    editor.begin(options={"lang": "vi"})
    uri = "untitled:trang.txt"
    editor.open(uri, PAGE)
    at = {**of(uri), "position": {"line": 4, "character": 1}}
    assert "'Môt' trước 'buổi' là 'Một'" in editor.result("textDocument/hover", at)["contents"]["value"]
    editor.send("workspace/didChangeConfiguration", {"settings": {"vntextclean": {"lang": "en"}}})
    editor.diagnostics(uri)
    assert "'Môt' before 'buổi' is 'Một'" in editor.result("textDocument/hover", at)["contents"]["value"]
    editor.send("workspace/didChangeConfiguration", {"settings": {"vntextclean": {"prest": "web"}}})
    assert "did you mean 'preset'" in editor.told()


def test_a_word_is_kept_in_the_list_of_the_project(editor: Editor, tmp_path: Path) -> None:
    editor.begin()
    uri = (tmp_path / "trang.txt").as_uri()
    editor.open(uri, PAGE)
    here = {"start": {"line": 4, "character": 1}, "end": {"line": 4, "character": 1}}
    actions = editor.result("textDocument/codeAction", {**of(uri), "range": here, "context": {"diagnostics": []}})
    (command,) = [one["command"] for one in actions if "command" in one]
    editor.result("workspace/executeCommand", {"command": command["command"], "arguments": command["arguments"]})
    assert not any("Môt" in one["message"] for one in editor.diagnostics(uri))
    assert (tmp_path / "vntextclean.keep.txt").read_text(encoding="utf-8") == "Môt\n"


def test_bad_requests_and_half_documents_end_nothing(editor: Editor) -> None:
    editor.begin()
    editor.send("textDocument/hover", {"nonsense": 1}, id=1000)
    assert "error" in editor.ask("workspace/executeCommand", {"command": "vntextclean.none", "arguments": []})
    editor.change("untitled:never opened", 3, {"text": "x"})
    uri = "untitled:half"
    editor.send(
        "textDocument/didOpen",
        {"textDocument": {"uri": uri, "languageId": "json", "version": 1, "text": '{"a": "xã  hội'}},
    )
    assert "error" in editor.ask("textDocument/formatting", {**of(uri), "options": OPTIONS})
    editor.change(uri, 2, {"text": '{"a": "xã  hội"}'})
    assert len(editor.diagnostics(uri, 2)) == 1
    place = {"line": 99, "character": 99}
    editor.change(uri, 3, {"range": {"start": place, "end": place}, "text": "\n"})
    assert len(editor.diagnostics(uri, 3)) == 1
    editor.send("textDocument/didClose", of(uri))
    assert editor.diagnostics(uri) == []
    assert editor.end() == 0
