"""Names of encodings: which there are, which are one, and which a page of HTML declares."""

from __future__ import annotations

import codecs
import re

from vntextclean.errors import InputError
from vntextclean.patterns import late

#: Encodings with tables of their own; ``vni`` and ``cp1258`` are read with their marks composed.
TABLES = ("tcvn3", "viscii", "vps", "vni", "cp1258", "bkhcm1", "bkhcm2", "vietware-x", "vietware-f")
_ALIASES = {
    "abc": "tcvn3",
    "tcvn": "tcvn3",
    "tcvn-3": "tcvn3",
    "tcvn5712": "tcvn3",
    "vni-windows": "vni",
    "windows-1258": "cp1258",
    "utf8": "utf-8",
    "x-viet-tcvn5712": "tcvn3",
    "x-viet-vni": "vni",
    "x-viet-vps": "vps",
    "x-viscii": "viscii",
}
#: Codecs of Python that are for names and for pieces, and not for files.
_NO_FILES = frozenset({"idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"})
#: Where a page of HTML says what encoding it is in.
_DECLARED = late(
    rb"""<(?:meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*|\?xml[^>]{0,80}?\bencoding\s*=\s*["'])([\w\-:]{2,30})""",
    re.IGNORECASE,
)
#: What browsers read under these names; no page that declares one of them uses its control characters.
_BY_BROWSERS = dict.fromkeys(("iso8859-1", "ascii"), "cp1252")


def canonical(encoding: str) -> str:
    """The name of an encoding we can read by, or an error that says which there are."""
    wanted = encoding.strip().lower().replace("_", "-")
    wanted = _ALIASES.get(wanted, wanted)
    if wanted in TABLES:
        return wanted
    try:
        found = codecs.lookup(wanted)
    except (LookupError, ValueError):
        found = None
    if found is None or found.name in _NO_FILES or not getattr(found, "_is_text_encoding", True):
        raise InputError(
            f"no encoding is called {encoding!r}; there are {', '.join(TABLES)}, "
            "and those of Python (utf-8, utf-16, cp1252, latin-1, …)"
        )
    return found.name


def declared_by_page(data: bytes) -> str:
    """The encoding a page says it is in, by the name we read it by; nothing if it names none, or none we know."""
    declared = _DECLARED.search(data[:4096])
    try:
        name = canonical(declared[1].decode("ascii")) if declared else ""
    except InputError:
        return ""
    return _BY_BROWSERS.get(name, name)
