"""The fields of a JSON object with their places in its text: what is not cleaned stays the same to the byte.

A field is named by its key, or by keys joined with dots ("meta.text") where it stands in an inner object.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from vntextclean.patterns import late

_SPACE = late(r"[ \t\r\n]*")
_SURROGATE = late("[\ud800-\udfff]")
#: Integers are read as floats: of more than 4300 digits, which JSON allows, Python makes none. Places alone are used.
_DECODER = json.JSONDecoder(parse_int=float)


@dataclass(slots=True)
class Found:
    """Where fields are in a line: ``places`` maps each name that was found to (start, end, value).

    ``keys`` are the keys of the outer object, ``end`` is the position of its closing brace. ``fault`` says why the line
    cannot be used: it is no JSON object, or one of the fields is missing, or neither a string nor null.
    """

    places: dict[str, tuple[int, int, Any]] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)
    end: int = 0
    fault: str = ""


def find(line: str, names: Sequence[str]) -> Found:
    """The places of fields in a line that holds one JSON object; the last of equal keys counts, as in Python.

    >>> find('{"meta": {"text": "xa  hội"}}', ["meta.text"]).places
    {'meta.text': (18, 27, 'xa  hội')}
    >>> find('{"id": 1}', ["text"]).fault
    "the record has no field 'text'; it has id"
    """
    found = Found()
    try:
        found.end = _object(line, 0, names, "", found)
        if line[found.end + 1 :].strip():
            raise ValueError("something follows the object")
    except RecursionError:
        found.fault = "the JSON on this line is nested too deeply to be read"
    except json.JSONDecodeError as error:
        found.fault = f"no JSON object on this line: {error.msg} (column {error.pos + 1})"
    except ValueError as error:
        found.fault = f"no JSON object on this line: {error}"
    else:
        found.fault = next(filter(None, (_wrong(line, found, name) for name in names)), "")
    return found


def _wrong(line: str, found: Found, name: str) -> str:
    """Why a field cannot be cleaned, or nothing."""
    if name not in found.places:
        there = ", ".join(found.keys[:8]) + (", …" if len(found.keys) > 8 else "")
        return f"the record has no field {name!r}; it has {there or 'none'}"
    start, end, value = found.places[name]
    if value is None or isinstance(value, str):
        return ""
    return f"the field {name!r} is no string but {line[start:end][:40]}"


def _object(line: str, at: int, wanted: Sequence[str], above: str, found: Found) -> int:
    """Look through one object for the wanted names (relative to it); the position of its closing brace."""
    at = _skip(line, at, "{")
    if line[at : at + 1] == "}":
        return at
    while True:
        key, at = _DECODER.raw_decode(line, _after_space(line, at))
        if not isinstance(key, str):
            raise ValueError(f"expected a name in quotes before column {at + 1}")
        if not above:
            found.keys.append(key)
        at = _skip(line, at, ":")
        inner = [name[len(key) + 1 :] for name in wanted if name.startswith(key + ".")]
        if inner and line[at : at + 1] == "{":
            end = _object(line, at, inner, f"{above}{key}.", found) + 1
            value: Any = {}
        else:
            value, end = _DECODER.raw_decode(line, at)
        if key in wanted:
            found.places[above + key] = (at, end, value)
        at = _after_space(line, end)
        if line[at : at + 1] == "}":
            return at
        at = _skip(line, at, ",")


def _after_space(line: str, at: int) -> int:
    return _SPACE.match(line, at).end()  # type: ignore[union-attr]


def _skip(line: str, at: int, expected: str) -> int:
    """The position after the expected character and the white space around it."""
    at = _after_space(line, at)
    if line[at : at + 1] != expected:
        raise ValueError(f"expected {expected!r} at column {at + 1}")
    return _after_space(line, at + 1)


def quoted(text: str, like: str) -> str:
    """A JSON string. Non-ASCII is escaped if ``like``, the old string, did so, or if there are lone surrogates."""
    return json.dumps(text, ensure_ascii=("\\u" in like and like.isascii()) or bool(_SURROGATE.search(text)))
