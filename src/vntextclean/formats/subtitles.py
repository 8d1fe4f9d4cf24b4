"""Subtitles, SubRip and WebVTT: the spoken lines are text; numbers, time codes, tags and headers are not."""

from __future__ import annotations

from vntextclean.errors import InputError
from vntextclean.formats.view import Builder, View, lines
from vntextclean.patterns import late

_TIME = late(r"\s*(?:\d+:)?\d{1,2}:\d{1,2}[,.:]\d{1,3}\s*-->\s*(?:\d+:)?\d{1,2}:\d{1,2}[,.:]\d{1,3}")
#: Tags of HTML and of WebVTT, and codes of SubStation, which players read in .srt too.
_MARKUP = late(r"<[^<>]*>|\{\\[^{}]*\}|\{[A-Za-z]:[^{}]*\}")
_FIXED = late(r"&(?:#?\w+);|\\[Nnh]|[<>&{}]")


def subrip(source: str) -> View:
    """The spoken lines of an SRT file; raises :class:`InputError` if it has text and no time code.

    >>> subrip("1\\n00:00:01,000 --> 00:00:02,000\\n<i>Xin  chào</i>\\n").text
    'Xin  chào'
    """
    return _read(source, "SRT", blank_ends_cue=False)


def webvtt(source: str) -> View:
    """The spoken lines of a WebVTT file; notes, styles and regions are not text."""
    return _read(source, "WebVTT", blank_ends_cue=True)


def _read(source: str, called: str, blank_ends_cue: bool) -> View:
    made = Builder(source)
    spans = list(lines(source))
    times = [_TIME.match(source, start, end) is not None for start, end in spans]
    if not any(times) and source.strip() and not source.lstrip("\ufeff").startswith("WEBVTT"):
        raise InputError(
            f"no line has a time code (00:00:01,000 --> 00:00:02,000), so this is no {called} file;"
            " --input text reads it as prose"
        )
    speaks = False
    for index, (start, end) in enumerate(spans):
        if times[index]:
            speaks = True
        elif blank_ends_cue and not source[start:end].strip():
            speaks = False
        elif speaks and not _is_number(source[start:end], times[index + 1 : index + 2]):
            _line(made, start, end)
    return made.view(_encoded)


def _is_number(line: str, next_is_time: list[bool]) -> bool:
    """Whether a line names the cue whose time code is on the next line."""
    return next_is_time == [True] and (line.strip().isdecimal() or not any(c.isspace() for c in line.strip()))


def _line(made: Builder, start: int, end: int) -> None:
    at = start
    for tag in _MARKUP.finditer(made.source, start, end):
        _words(made, at, tag.start())
        at = tag.end()
    _words(made, at, end)
    made.cut()


def _words(made: Builder, start: int, end: int) -> None:
    at = start
    for escape in _FIXED.finditer(made.source, start, end):
        made.text(at, escape.start())
        made.held(*escape.span())
        at = escape.end()
    made.text(at, end)


def _encoded(after: str, kind: int) -> str | None:
    """A replacement as it is, unless it would make a tag, an escape or a time code."""
    del kind
    return None if any(c in "<>&{}\\\r\n" for c in after) else after
