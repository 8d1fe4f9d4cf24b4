"""Which lines of a text are in an old encoding: those beyond doubt, and the short ones that follow them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.scanning.prefilter import ANY, Sign
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import ASCII_LOWER
from vntextclean.vietnamese.syllables import is_syllable

_SURELY = "".join(map(chr, (*range(0x80, 0xA0), *range(0xA1, 0xC0)))) + (
    "ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñöøûüþÿŒœŠšŸŽžƒˆ˜†‡‰‹›™\u2212\u2219"
)
#: Characters that a page in Vietnamese, composed and in Unicode, hardly holds: what the tables put in the place of
#: letters. ì and ò count behind vowels they cannot follow (Windows-1258), â, ù and ú too (VNI), the signs of VIQR
#: behind their vowels, and so do à behind e and ê behind a (VNI); Irish has Seán.
TELL = late(
    f"[{_SURELY}âùúìòÌÒàãêè^`~+*(]"
    "(?:(?<![âùúìòÌÒàãêè^`~+*(])|(?<=[aeoAEO][âùú])|(?<=[eE][àã])|(?<=[aA][êè])"
    "|(?<=[aeoyâãêôõý][ìò])|(?<=[a-zâãêôõý][ÌÒ])|(?<=[aAeEoO]\\^)"
    "|(?<=[aeiouyAEIOUY][`~])|(?<=[oOuU][+*])|(?<=[aA]\\())"
)
SIGN = Sign(
    (ANY, _SURELY, ANY),
    ("aeoAEO", "âùú", ANY),
    ("eE", "àã", ANY),
    ("aA", "êè", ANY),
    ("aeoyâãêôõý", "ìò", ANY),
    (ASCII_LOWER + "âãêôõý", "ÌÒ", ANY),
    ("aeiouyAEIOUY", "^`~+*(", ANY),
)
#: Letters that only Unicode text has: the line was read rightly already.
UNICODE = late("[ăĂđĐĩĨũŨơƠưƯ\u1ea0-\u1ef9\u0300-\u036f]")

#: Two bytes of a letter in UTF-8 and what follows them in its word; no old encoding has them side by side.
_OF_UTF8 = late('[áÁ][º»](?=[^\\s.,;:!?)"”’])')

#: Control characters that are letters in fonts of LaTeX.
CONTROLS_OF_TEX = late("[\x1a-\x1f]")

#: So many lines beyond doubt decide a document, if they are most of those that can be decided.
_DECIDING_LINES = 3

#: Of the words of a line that has no more of them than this, this share must be met in real text.
_FEW_WORDS, _MET = 8, 0.5
#: The same for fonts of LaTeX, which are met least, and are never tried after another table.
_MET_IN_TEX = 0.7
#: A line is a name or a cell up to so many letters.
_SHORT = 120
#: A line beside a sure one has so many words that change, of which so many were none before.
_LEAST, _GAINED = 3, 0.6
#: A line longer than this (a whole text without a line end) is recognised by its beginning.
_ENOUGH = 1 << 14


class Line(NamedTuple):
    """A line that is in an old encoding, and the name of that."""

    start: int
    end: int
    name: str


def telling_lines(state: TextState) -> Iterator[tuple[int, int]]:
    """The lines with a telling character; only where one may be is looked closer."""
    text, done = state.text, 0
    for at in SIGN.places(state):
        if at >= done and TELL.match(text, at):
            start, done = line_of(text, at)
            yield start, done


def sure_lines(state: TextState, telling: list[tuple[int, int]]) -> Iterator[Line]:
    """The lines that are beyond doubt by themselves; only lines with a telling character are looked at."""
    text = state.text
    for start, end in telling:
        line = text[start:end]
        if not UNICODE.search(line) and not _OF_UTF8.search(line):
            name = state.lines.ask(_recognised, line)
            if name:
                yield Line(start, end, name)


def _recognised(line: str) -> str:
    # What few texts need is loaded when one does: the tables cost more than the scan of a clean page.
    from vntextclean.charsets import viqr
    from vntextclean.charsets.recognition import recognise

    line = line[:_ENOUGH]
    if not line.isascii():
        found = recognise(line)
        if found and found[1].changed > _FEW_WORDS:
            return found[0]
        if found and (name := _most_met(line, found[0])):
            return name
        if not found and len(line) <= _SHORT and _may_be_vni(line):
            return "vni"
    return "viqr" if viqr.sure(viqr.readings(line)) else ""


def _may_be_vni(line: str) -> bool:
    from vntextclean.misreadings.old_encodings.mixed_lines import is_short_vni

    return is_short_vni(line)


def _most_met(line: str, name: str) -> str:
    """The table of which most words are met in real text, of a first one and those that remain without it; else ""."""
    from vntextclean.charsets.recognition import recognise

    best, share, tried = name, _share_met(line, name), {name, "t5"}
    while share < 1.0 and (other := recognise(line, frozenset(tried))):
        tried.add(other[0])
        if (its := _share_met(line, other[0])) > share:
            best, share = other[0], its
    return best if share >= (_MET_IN_TEX if best == "t5" else _MET) else ""


def _share_met(line: str, name: str) -> float:
    """Which share of the words that a table makes of a line real text has: *trẻng* is only spelt well."""
    from vntextclean.charsets.line_repair import repaired
    from vntextclean.charsets.tables import charset
    from vntextclean.misreadings.choosing.known_words import attested

    words = sorted({one.word for one in repaired(line, charset(name)) if is_syllable(one.word)})
    return len(attested(words)) / len(words) if words else 1.0


def decided(lines: list[Line]) -> str:
    """The encoding of a document: three of its lines are in it, and two thirds of all that can be told."""
    if not lines:
        return ""
    (name, count), *_ = Counter(line.name for line in lines).most_common()
    return "" if count < _DECIDING_LINES or count * 3 < len(lines) * 2 else name


def _beside(text: str, sure: list[Line]) -> Iterator[Line]:
    """The lines next to a sure one that three words or more, most met in real text, show to be in the same encoding.

    Of two rows of a table in an old encoding one may hold too few words to be sure by itself.
    """
    from vntextclean.charsets.recognition import evidence
    from vntextclean.charsets.tables import charset
    from vntextclean.charsets.words import readings

    known, done = {line.start for line in sure}, set[int]()
    if len({line.name for line in sure}) != 1 or sure[0].name == "viqr":
        return
    table = charset(sure[0].name)
    for line in sure:
        for at in (line.start - 1, line.end + 1):
            start, end = line_of(text, at) if 0 <= at < len(text) else (0, 0)
            seen = text[start:end]
            if start in known or start in done or seen.isascii() or UNICODE.search(seen):
                continue
            done.add(start)
            proof = evidence(readings(seen, table))
            if (
                proof.changed >= _LEAST
                and proof.share == 1.0
                and proof.gain >= _GAINED
                and _share_met(seen, table.name) >= _MET
            ):
                yield Line(start, end, table.name)


def with_short_lines(text: str, sure: list[Line]) -> Iterator[Line]:
    """The sure lines, and the others that read well under the encoding of the document, in order.

    An old encoding decides a document when three lines are sure of it and they are two thirds of all sure lines.
    """
    if not sure:
        return
    from vntextclean.charsets import viqr
    from vntextclean.charsets.recognition import could_be
    from vntextclean.charsets.tables import charset

    name = decided(sure)
    if not name:
        yield from sorted([*sure, *_beside(text, sure)])
        return
    by_start = {line.start: line for line in sure}
    mixed = UNICODE.search(text) is not None
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        own = by_start.get(start)
        if name == "viqr":
            if own or (line and not UNICODE.search(line) and viqr.could_be(line)):
                yield own or Line(start, end, name)
        elif name == "t5" and CONTROLS_OF_TEX.search(line):
            yield Line(start, end, name)
        elif own and (own.name == name or not could_be(line, charset(name), mixed)):
            yield own
        elif not (line.isascii() or UNICODE.search(line) or _OF_UTF8.search(line)) and could_be(
            line, charset(name), mixed
        ):
            yield Line(start, end, name)
        start = end + 1
