"""The format of a text by how it begins, where no name tells it: from a pipe, or from a file without a suffix."""

from __future__ import annotations

import codecs
import json

from vntextclean.patterns import late

_CUE = late(r"\s*(?:\d+\s*\r?\n\s*)?(?:\d+:)?\d{1,2}:\d{2},\d{1,3}\s+-->\s+(?:\d+:)?\d{1,2}:\d{2},\d{1,3}")
_VTT = late(r"WEBVTT(?:[ \t][^\n]*)?\r?\n")
_JSON = late(r"\s*(?:\{\s*\"|\[\s*[\[{\"])")


def recognised(first: bytes, whole: bool) -> str | None:
    """``srt``, ``vtt``, ``json``, or ``jsonl`` for bytes that begin so and cannot be prose; None for all others.

    ``whole`` says that ``first`` is all there is: only then is it known whether that is one value of JSON. Cleaned as
    prose, subtitles would lose cues, and JSON its escapes.

    >>> recognised(b"1\\n00:00:01,000 --> 00:00:02,000\\nXin ch\\xc3\\xa0o\\n", True)
    'srt'
    >>> recognised(b'{"text": "a"}\\n{"text": "b"}\\n', True), recognised(b'{"text": "a"}\\n', True)
    ('jsonl', 'json')
    >>> recognised(b"[1] Xem trang 5.\\n", True)
    """
    wide = first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    head = first[:4000].decode("utf-16" if wide else "utf-8", "replace").removeprefix("\ufeff")
    if _VTT.match(head):
        return "vtt"
    if _CUE.match(head):
        return "srt"
    if not _JSON.match(head):
        return None
    data = first.removeprefix(codecs.BOM_UTF8)
    lines = data.split(b"\n", 2)
    if len(lines) > 1 and lines[1].lstrip()[:1] == lines[0].lstrip()[:1] and _value(lines[0]):
        return "jsonl"
    return "json" if whole and _value(data) else None


def _value(data: bytes) -> bool:
    """Whether bytes are one object or list of JSON."""
    try:
        return isinstance(json.loads(data), (dict, list))
    except (ValueError, RecursionError):
        return False
