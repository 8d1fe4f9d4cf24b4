"""Codes of T5 as pdfminer writes them: ``(cid:31)``, or the glyph that Adobe's standard encoding has for the code.

``lu“t`` is *luật*. In that encoding the apostrophe is ’, so that ' and ` are codes of letters too.
"""

from __future__ import annotations

from itertools import accumulate

from vntextclean.patterns import late

#: The standard encoding of Adobe from A1 to FB, with a blank where it has no glyph.
_STANDARD = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ –†‡· ¶•‚„”»…‰ ¿ `´ˆ˜¯˘˙¨ ˚¸ ˝˛ˇ—                Æ ª    ŁØŒº     æ   ı  łøœß"
_CODES = {char: chr(0xA1 + at) for at, char in enumerate(_STANDARD) if char != " "}
_GLYPH = late("\\(cid:([0-9]{1,3})\\)|[" + "".join(_CODES) + "]")
#: So many codes by number show that a text came so.
_FEW = 3


def as_codes(text: str) -> tuple[str, list[int]] | None:
    r"""The text with the codes for glyphs, and the place of each of its characters in the text; None if it has few.

    >>> as_codes("(cid:31)(cid:247)æc, (cid:31)i")
    ('\x1f÷ñc, \x1fi', [0, 8, 17, 18, 19, 20, 21, 29, 30])
    >>> as_codes("lu“t (cid:31)i")
    """
    if text.count("(cid:") < _FEW:
        return None
    parts, widths, done = [], list[int](), 0
    for found in _GLYPH.finditer(text):
        code = chr(int(found[1])) if found[1] and int(found[1]) < 0x100 else _CODES.get(found[0], "")
        if code:
            parts += [text[done : found.start()], code]
            widths += [*[1] * (found.start() - done), found.end() - found.start()]
            done = found.end()
    parts.append(text[done:])
    widths += [1] * (len(text) - done)
    return "".join(parts), list(accumulate(widths, initial=0))
