"""What every face writes as JSON lines has one form: a record on one line, letters as they are."""

from __future__ import annotations

import json
from typing import Any


def line(record: dict[str, Any]) -> str:
    r"""One record as one line of JSON without its newline; letters stand as they are, a lone surrogate as its escape.

    >>> line({"after": "vận"}), line({"after": "\ud800"})
    ('{"after": "vận"}', '{"after": "\\ud800"}')
    """
    made = json.dumps(record, ensure_ascii=False)
    try:
        made.encode()
    except UnicodeEncodeError:  # a lone surrogate can only be written as an escape
        return json.dumps(record)
    return made


def digest(text: str) -> str:
    """The SHA-256 of the UTF-8 bytes of a source text (so, of the file itself if that is plain UTF-8).

    >>> digest("")[:8]
    'e3b0c442'
    """
    from hashlib import sha256  # 2 ms of the start of `clean`, which asks for no digest

    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
