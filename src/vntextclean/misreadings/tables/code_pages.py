"""One-byte tables by which UTF-8 is read wrongly: what each byte looks like, and which bytes a character may have been.

The codes are Python's own. A byte that a table leaves undefined is shown as its control character, as browsers do.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from vntextclean.named_tuple import NamedTuple


class CodePage(NamedTuple):
    """One table: its name in Python, what people call it, and who reads text by it."""

    name: str
    title: str
    met: str


#: In the order in which they are tried: a tie goes to the commoner one.
CODE_PAGES: tuple[CodePage, ...] = (
    CodePage("cp1252", "Windows-1252 or Latin-1", "browsers, databases and mail programs of Western Europe"),
    CodePage("iso8859-15", "ISO-8859-15 (Latin-9)", "mail and terminals of Linux"),
    CodePage("cp1258", "Windows-1258", "the ANSI code page of Vietnamese Windows"),
    CodePage("cp1250", "Windows-1250", "Windows of Central Europe"),
    CodePage("iso8859-2", "ISO-8859-2 (Latin-2)", "pages of Central Europe"),
    CodePage("mac-roman", "Mac Roman", "old Macintosh programs, and spreadsheets on a Mac"),
    CodePage("cp437", "code page 437", "the console of Windows, zip files"),
    CodePage("cp850", "code page 850", "the console of Windows in Western Europe"),
    CodePage("cp1251", "Windows-1251", "Windows and pages in Cyrillic"),
    CodePage("bpe", "byte-level BPE", "vocabularies of language models, where Ġ is a space"),
)
NAMES = tuple(page.name for page in CODE_PAGES)


@cache
def views(name: str) -> tuple[str, ...]:
    """What each of the 256 bytes looks like under a table.

    >>> views("cp1252")[0xE1], views("cp437")[0xE1], views("cp1252")[0x81]
    ('á', 'ß', '\\x81')
    """
    if name == "bpe":
        return _tokens_of_gpt2()
    seen = bytes(range(256)).decode(name, "replace")  # a character for each byte: byte by byte it takes a millisecond
    return tuple(chr(byte) if char == "\ufffd" else char for byte, char in enumerate(seen))


@cache
def bytes_of(name: str, recased: bool = False) -> MappingProxyType[str, tuple[int, ...]]:
    """The bytes from 80 on that a character may have been.

    Every table has the view of Latin-1 beside its own: the control characters 80 to 9F are read as well. ``recased``
    text was made lower or upper case, or got straight quotation marks, after it was read wrongly.

    >>> bytes_of("cp1252")["\u2022"], bytes_of("cp1252", recased=True)["\u00e3"]
    ((149,), (227, 195))
    """
    found: dict[str, list[int]] = {"Ġ": [0x20]} if name == "bpe" else {}
    for byte in range(0x80, 0x100):
        for char in (views(name)[byte], *((chr(byte),) if byte < 0xA0 else ())):
            if byte not in found.setdefault(char, []):
                found[char].append(byte)
    for byte in range(0x80, 0x100) if recased else ():
        char = views(name)[byte]
        for other in (char.lower(), char.upper(), _STRAIGHT.get(char, char)):
            if len(other) == 1 and byte not in found.setdefault(other, []):
                found[other].append(byte)
    return MappingProxyType({char: tuple(bytes_) for char, bytes_ in found.items()})


def _tokens_of_gpt2() -> tuple[str, ...]:
    """What GPT-2 shows of each byte: what can be printed is itself, all others follow from U+0100 on."""
    printed = {*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)}
    others = iter(range(0x100, 0x200))
    return tuple(chr(byte) if byte in printed else chr(next(others)) for byte in range(256))


_STRAIGHT = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"}


@cache
def undefined(name: str) -> frozenset[int]:
    """The bytes that a table has no character for, and the soft hyphen: what programs drop.

    >>> sorted(map(hex, undefined("cp1252")))
    ['0x81', '0x8d', '0x8f', '0x90', '0x9d', '0xad']
    """
    seen = views(name)
    if name == "bpe":
        return frozenset()
    holes = {byte for byte in range(0x80, 0xA0) if seen[byte] == chr(byte)}
    return frozenset(holes | {byte for byte in range(0x80, 0x100) if seen[byte] == "\u00ad"})


#: All control characters: what extraction from a page strips.
CONTROLS = frozenset(range(0x80, 0xA0))
