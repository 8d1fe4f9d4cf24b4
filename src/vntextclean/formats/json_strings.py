"""JSON: the strings that are values are text; names, numbers and all white space are not."""

from __future__ import annotations

import json
from functools import partial

from vntextclean.errors import InputError
from vntextclean.formats.view import Builder, View
from vntextclean.patterns import late

_STRING = late(r'"(?:[^"\\]|\\.)*"')
_NAME = late(r"[ \t\r\n]*:")
_ESCAPE = late(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")


def json_strings(source: str) -> View:
    r"""The strings of a JSON document, one a line, each cut at its line ends and tabs.

    Raises :class:`InputError`, with the line and column, for what is no JSON.

    >>> json_strings('{"tên": "Xin  ch\\u00e0o", "a": ["một\\nhai", 5]}').text
    'Xin  chào\nmột\nhai'
    """
    made = Builder(source)
    begin = 1 if source.startswith("\ufeff") else 0
    if not source[begin:].strip():
        return made.view()
    try:
        json.loads(source[begin:])
    except RecursionError:
        raise InputError("the JSON is nested too deeply to be read; --input text reads it as prose") from None
    except json.JSONDecodeError as error:
        several = error.msg == "Extra data"
        raise InputError(
            f"line {error.lineno}, column {error.colno}: no JSON: {error.msg}; "
            + ("for one object a line use --documents jsonl:FIELD" if several else "mend it, or read it as prose")
            + (", for prose " if several else " with ")
            + "--input text"
        ) from None
    for found in _STRING.finditer(source):
        if not _NAME.match(source, found.end()):
            _string(made, found.start() + 1, found.end() - 1)
    return made.view(partial(_encoded, source.isascii() and "\\u" in source))


def _string(made: Builder, start: int, end: int) -> None:
    at = start
    for escape in _ESCAPE.finditer(made.source, start, end):
        made.text(at, escape.start())
        at = escape.end()
        shown = json.loads(f'"{escape[0]}"')
        if shown < " ":
            made.cut()
        else:
            made.shown(*escape.span(), shown, fixed="\ud800" <= shown <= "\udfff")
    made.text(at, end)
    made.cut()


def _encoded(escaped: bool, after: str, kind: int) -> str | None:
    """A replacement as a JSON string has it; in ASCII alone where the document is so."""
    del kind
    return json.dumps(after, ensure_ascii=escaped)[1:-1]
