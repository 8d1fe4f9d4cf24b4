"""What is left of character references that lost their ampersand, or whose semicolon was escaped.

``ldquo;Xin`` is a quotation mark without its ampersand. ``vâ%3b\u0323n`` is *vận*: its dot below was a reference, the
semicolon of which became the ``%3b`` of an address.
"""

from __future__ import annotations

import re
from html.entities import html5
from unicodedata import normalize

from vntextclean.charsets.words import Reading, is_word
from vntextclean.patterns import late
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.tones import to_standard

_MARKS = "\u0300\u0301\u0303\u0309\u0323"
_NAME = late(r"(?<![&\w])([lr][ds]quo|[nm]dash|hellip);|(?<=[^\W\d_])(r[ds]quo|hellip);")
#: The b of the escape may have taken the mark on itself (ḅ), or the letter after it may.
_ESCAPED = late(f"[^\\W\\d_]+%3(?:[bB][{_MARKS}]?|\u1e05)[^\\W\\d_]*")


def remains(text: str) -> list[Reading]:
    """Signs and words that such remains stand for, in order; a word only if it becomes a syllable.

    >>> [reading.word for reading in remains("ldquo;vâ%3\u1e05nrdquo; liê%3bụ")]
    ['“', 'vận', '”', 'liệu']
    >>> remains("a%3bc; quo; /tim?q=a%3bb")
    []
    """
    found: list[Reading] = []
    if "quo;" in text or "dash;" in text or "hellip;" in text:
        for match in _NAME.finditer(text):
            name = match[1] or match[2]
            found.append(Reading(*match.span(), match[0], html5[name + ";"], True))
    if "%3" in text:
        for match in _ESCAPED.finditer(text):
            seen, end = match[0], match.end()
            closing = re.search(r"r[ds]quo$", seen) if text[end : end + 1] == ";" else None
            if closing:
                seen, end = seen[: closing.start()], match.start() + closing.start()
            word = _read(seen)
            if is_word(word) and MARKED.intersection(word):
                found.append(Reading(match.start(), end, seen, word, True))
    return sorted(found)


def _read(seen: str) -> str:
    joined = re.sub(f"%3(?:[bB]([{_MARKS}]?)|\u1e05)", lambda match: "\u0323" if match[1] is None else match[1], seen)
    return to_standard(normalize("NFC", joined))
