"""What the script of a report knows of a document: its source and its changes, as JSON."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from vntextclean.json_lines import digest
from vntextclean.render.html.prose import Mark

#: Characters that would end a script element, begin markup, end a line of JavaScript, or turn the direction of the
#: source in an editor.
_ESCAPES = {
    number: f"\\u{number:04x}"
    for number in (*map(ord, "<>&\x7f"), *range(0x80, 0xA0), *range(0x2028, 0x202F), *range(0x2066, 0x206A))
}


def json_in_script(value: Any) -> str:
    r"""A value as JSON for the inside of a ``<script>`` element; lone surrogates become escapes.

    >>> json_in_script("</script>\u2028")
    '"\\u003c/script\\u003e\\u2028"'
    """
    made = json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    try:
        made.encode()
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).translate(_ESCAPES)
    return made


def record(name: str, line: int, source: str, found: Sequence[Mark]) -> dict[str, Any]:
    """The name, first line and source of a document, and its marks: offsets count UTF-16 units, as JavaScript does."""
    rules: dict[str, int] = {}
    reasons: dict[str, int] = {}
    wide = _wide(source)
    marks = []
    for change, kind, block in found:
        marks.append(
            [
                change.start + bisect_left(wide, change.start),
                change.end + bisect_left(wide, change.end),
                change.after,
                rules.setdefault("+".join(change.rules), len(rules)),
                reasons.setdefault("; ".join(change.reasons), len(reasons)),
                int(change.confidence * 1000) / 1000,
                kind,
                block,
            ]
        )
    return {
        "name": name,
        "line": line,
        "sha": digest(source),
        "source": source,
        "rules": list(rules),
        "reasons": list(reasons),
        "marks": marks,
    }


def _wide(source: str) -> list[int]:
    """The offsets of the characters that take two units of UTF-16."""
    if not source or max(source) <= "\uffff":
        return []
    return [at for at, character in enumerate(source) if character > "\uffff"]
