"""One character reference of HTML: which character is meant, and whether it is a letter, a sign or a space.

Only what makes a letter, a sign of print or a space is known here: ``&lt;`` and the names of mathematics belong to the
text as often as not.
"""

from __future__ import annotations

import re
from html.entities import html5
from unicodedata import category

from vntextclean.patterns import late
from vntextclean.vietnamese.letters import MARKED

#: Any number of times escaped: ``&#7879;``, ``&amp;#7879;``, ``&amp;amp;#7879;``.
REFERENCE = late(
    r"&(?:amp;|AMP;|#0*38;|#[xX]0*26;)*(?:#(?P<decimal>\d{2,7})(?P<closed>;?)"
    r"|#[xX](?:(?P<hexadecimal>[0-9A-Fa-f]{2,6});|(?P<open>1[eE][a-fA-F][0-9a-fA-F]))"
    r"|(?P<name>[A-Za-z]{2,8}\d{0,2});|(?P<letter>[AEIOUYaeiouy](?:acute|grave|circ|tilde))(?![;=]))"
)

#: Names a writer of prose meets; mathematical names (``&sub;``, ``&int;``, ``&or;``) are words of programs as well.
_SIGN_NAMES = frozenset(
    "quot apos ndash mdash lsquo rsquo sbquo ldquo rdquo bdquo laquo raquo lsaquo rsaquo hellip bull middot deg copy "
    "reg trade times divide frac12 frac14 frac34 sup1 sup2 sup3 sect para euro pound cent yen plusmn micro permil "
    "prime Prime minus iquest iexcl ordf ordm rarr larr dagger Dagger fnof curren brvbar cedil macr".split()
)
#: Words of programs too; later bytes of a letter whose UTF-8 was read as Latin-1 and then escaped.
_BYTE_NAMES = frozenset("not uml acute circ tilde".split())
_FIRST_BYTES = late(r"(?:Atilde|Auml|AElig|Aring|Acirc|acirc|aacute|raquo|ordm);\Z")
_SPACE_NAMES = frozenset("nbsp ensp emsp thinsp shy".split())
_LETTER_NAMES = frozenset(
    name[:-1]
    for name, char in html5.items()
    if name.endswith(";") and len(char) == 1 and (char in MARKED or "\u00c0" <= char <= "\u017f") and char not in "×÷"
)
#: Signs that forms escape for safety, and that begin no markup.
PLAIN_SIGNS = frozenset("!%()+,-.:?@")
_SPACES = "\u00a0\u00ad\u2002\u2003\u2009\u200b\ufeff"


def meant(match: re.Match[str]) -> tuple[str, str]:
    """The character of one reference and the kind of it (letters, signs, spaces); empty where it is none of ours.

    >>> [meant(found) for found in REFERENCE.finditer("&#7879; &ecirc; &ndash; &lt;")]
    [('ệ', 'letters'), ('ê', 'letters'), ('–', 'signs'), ('', '')]
    """
    if match["letter"]:
        # Browsers read the letters of Latin-1 without a semicolon too.
        char = html5.get(match["letter"], "")
        return (char, "letters") if char in MARKED else ("", "")
    name = match["name"]
    if name:
        char = html5.get(name + ";", "")
        if name in _LETTER_NAMES:
            return char, "letters"
        if name in _SIGN_NAMES:
            return char, "signs"
        if name in _BYTE_NAMES and _FIRST_BYTES.search(match.string, max(0, match.start() - 8), match.start()):
            return char, "signs"
        return (char, "spaces") if name in _SPACE_NAMES else ("", "")
    number = int(match["decimal"]) if match["decimal"] else int(match["hexadecimal"] or match["open"], 16)
    if 0x80 <= number <= 0x9F:
        char = bytes((number,)).decode("cp1252", "ignore")
    elif (
        number in (0x22, 0x27)
        or (match["closed"] and number < 0x80 and chr(number) in PLAIN_SIGNS)
        or (0xA0 <= number < 0x110000 and not 0xD800 <= number < 0xE000)
    ):
        char = chr(number)
    else:
        return "", ""
    if not char or ((match["closed"] == "" or match["open"]) and char not in MARKED):
        return "", ""
    if char in _SPACES:
        return char, "spaces"
    if category(char)[0] in "LM":
        return char, "letters"
    return (char, "signs") if category(char)[0] in "PSN" else ("", "")
