"""Character references that were meant for a browser and reached the text: ``Vi&#7879;t`` for *Việt*.

Only what makes a letter, a typographic sign or a space is read. ``&lt;`` and ``&gt;`` stay, because text that shows
markup needs them, and so does every sign and space on a line that shows markup or program code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.filters.references.addresses import Tokens
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_of
from vntextclean.scanning.prefilter import ANY, Hint
from vntextclean.scanning.unusual import UNUSUAL
from vntextclean.settings import Settings
from vntextclean.text_state import TextState

_AMPERSAND = late(r"(?:(?<=[^\W_])|(?<=\s))&(?:amp;)+(?!#?\w+;)(?=[^\W_]|\s)")

#: Markup, escaped markup, program text, and talk about references: here a sign or a space may be quoted.
_SHOWS_CODE = late(
    r"""&(?:amp;)*[lg]t;|<[A-Za-z/!?]|[{}]|=\s*(?:["']|&quot;)|(?<![\w;]);\s*$|=~|[\\/]&|\w\(["'$]|["'`]&\#?\w+;["'`]"""
    r"""|\b(?:HTML|XML|XHTML|entity|entities|escape)\b|ký tự""",
    re.IGNORECASE,
)

_AMPERSANDS = Hint((ANY, "&", ANY))
#: What is left of a reference: ``quo;``, ``dash;``, ``ellip;``, ``%3b``.
_REMAINS = Hint(("u", "o", ";"), ("s", "h", ";"), ("i", "p", ";"), (ANY, "%", "3"))
_ESCAPES = Hint(
    (ANY, "\\", ANY), (ANY, "%", "u"), (ANY, "=", "?"),
    ("=", "C", "3"), ("=", "E", "1"), ("<", "U", "+"), ("<", "e", "1"),
)  # fmt: skip
_BREAK_TAGS = Hint(("<", "bB", "rR"))
_ESCAPED = "\\", "%u", "=?", "=C3=", "=E1=", "<U+", "<e1><b"

_RULES = {
    "references.letters": Rule(
        summary="Reads references to letters.",
        why="A browser shows Vi&#7879;t as Việt; a program that takes the text out of a page may leave it.",
        repairs=("Ti&#7871;ng Vi&#x1EC7;t c&ograve;n", "Tiếng Việt còn"),
        keeps="AT&T; <a href='/?id=1&lang=vi'>; &lt;b&gt;",
        reason="'{seen}' is '{char}'",
        reason_vi="'{seen}' là '{char}'",
    ),
    "references.signs": Rule(
        summary="Reads references to quotation marks, dashes and other signs of print.",
        why="In prose they are what is left of a page; on lines that show markup or code they are quoted and stay.",
        repairs=("&ldquo;Xin ch&agrave;o&rdquo; &ndash; R&amp;D", "“Xin chào” – R&D"),
        keeps="&lt;p class=&quot;tin&quot;&gt; &amp;lt;",
        reason="'{seen}' is '{char}'",
        reason_vi="'{seen}' là '{char}'",
    ),
    "references.spaces": Rule(
        summary="Reads references to spaces and invisible characters.",
        why="&nbsp; keeps words apart on a page; what becomes of the no-break space is for other filters.",
        repairs=("Hà Nội,&nbsp;ngày 2", "Hà Nội,\u00a0ngày 2"),
        keeps="&nbsp;&lt;b&gt;",
        reason="'{seen}' is a space",
        reason_vi="'{seen}' là dấu cách",
    ),
    "references.remains": Rule(
        summary="Reads what is left of references that lost their ampersand or whose semicolon was escaped.",
        why="Programs that clean addresses take & away and write %3b for a semicolon, also inside words.",
        repairs=("ldquo;Đội bóng tâ%3b\u0323p sớmrdquo;", "“Đội bóng tập sớm”"),
        keeps="/tim?q=a%3bb; quo; va dash",
        reason="'{seen}' is '{char}'",
        reason_vi="'{seen}' là '{char}'",
    ),
    "references.escapes": Rule(
        summary="Reads the escapes of JSON, programs and mail in running text.",
        why=(
            "Text taken out of a script keeps \\u1EC7 for ệ, out of a log \\xe1\\xbb\\x87, out of mail =E1=BB=87. Two "
            "words at least must become Vietnamese and none anything else, outside the quotes of code."
        ),
        repairs=("kh\\u00F4ng c\\u00F3 th\\u00E0nh ki\\u1EBFn", "không có thành kiến"),
        keeps="print('\\u1EC7 \\n')",
        reason="'{seen}' is '{char}'",
        reason_vi="'{seen}' là '{char}'",
    ),
    "references.line-breaks": Rule(
        summary="Reads the tags of line breaks where a text shows no other markup.",
        why="A browser begins a new line at <br />; a program that takes the text out of a page may leave the tag.",
        repairs=("Nước đã rút.<br />Đường vào làng thông xe.<br />\n", "Nước đã rút.\nĐường vào làng thông xe.\n"),
        keeps="Thẻ <br> dùng để xuống dòng.",
        reason="'{seen}' is the end of a line",
        reason_vi="'{seen}' là chỗ xuống dòng",
    ),
}


class _Found(NamedTuple):
    start: int
    end: int
    char: str
    kind: str


class References:
    """Reads character references where they stand for what a reader was meant to see.

    >>> from vntextclean.settings import Settings
    >>> [edit.replacement for edit in References(Settings()).edits(TextState("Ti&#7871;ng Vi&amp;#7879;t"))]
    ['Tiếng', 'Việt']
    >>> list(References(Settings()).edits(TextState("if (a &lt; b) AT&T; /tin?id=1&copy=2")))
    []
    """

    name = "references"
    phase = Phase.CHARACTERS
    rules = _RULES
    sign = _AMPERSANDS | _REMAINS | _ESCAPES | _BREAK_TAGS | UNUSUAL

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterable[Edit]:
        """One edit for each word, sign or space that references hide."""
        from vntextclean.misreadings.before_decoding.see_through import see_through

        return see_through(state, self._edits)

    def _edits(self, state: TextState) -> Iterator[Edit]:
        text = state.text
        found = _references(text) if _AMPERSANDS.may_be_in(state) and "&" in text else []
        if _REMAINS.may_be_in(state) and any(sign in text for sign in ("%3", "quo;", "dash;", "hellip;")):
            found = _with(found, _remains(text))
        if _ESCAPES.may_be_in(state) and any(sign in text for sign in _ESCAPED):
            found = _with(_escapes(text), found)
        if _BREAK_TAGS.may_be_in(state):
            found = _with(found, _line_breaks(text))
        for start, end, char, kind in found:
            code = f"references.{kind}"
            yield Edit(start, end, char, code, _RULES[code].say(self._lang, seen=text[start:end], char=char))


def _escapes(text: str) -> list[_Found]:
    from vntextclean.filters.references.escapes import escapes

    return [_Found(start, end, char, "escapes") for start, end, char in escapes(text)]


def _line_breaks(text: str) -> list[_Found]:
    from vntextclean.filters.references.line_breaks import line_breaks

    return [_Found(start, end, char, "line-breaks") for start, end, char in line_breaks(text)]


def _with(taken: list[_Found], more: list[_Found]) -> list[_Found]:
    """What is taken, and those of the others that touch none of it.

    ``&amp;ndash;`` is one sign, and not what is left of another.
    """
    if not taken or not more:
        return taken or more
    places = {at for one in taken for at in range(one.start, one.end)}
    return sorted([*taken, *(one for one in more if places.isdisjoint(range(one.start, one.end)))])


def _remains(text: str) -> list[_Found]:
    """What is left of references that lost a part, but for lines that show code and for addresses."""
    from vntextclean.filters.references.broken_references import remains

    found = []
    for start, end, _, word, _ in remains(text):
        first, last = line_of(text, start, end)
        line = text[first:last]
        if not (_SHOWS_CODE.search(line) or Tokens(line).is_address(start - first)):
            found.append(_Found(start, end, word, "remains"))
    return found


def _references(text: str) -> list[_Found]:
    found: list[_Found] = []
    position = text.find("&")
    while position >= 0:
        start, end = line_of(text, position)
        found += _in_line(text[start:end], start)
        position = text.find("&", end)
    return found


def _in_line(line: str, offset: int) -> list[_Found]:
    """What the references of one line stand for; letters that touch make one word."""
    from vntextclean.filters.references.character_references import PLAIN_SIGNS, REFERENCE, meant

    def is_plain(item: _Found) -> bool:
        return item.kind == "signs" and item.char in PLAIN_SIGNS

    seen = []
    tokens = Tokens(line)
    for match in REFERENCE.finditer(line):
        char, kind = meant(match)
        if char and not tokens.is_address(match.start()):
            seen.append(_Found(*match.span(), char, kind))
    if "&amp;" in line:
        tokens = Tokens(line)
        for match in _AMPERSAND.finditer(line):
            if not tokens.is_address(match.start()):
                seen.append(_Found(*match.span(), "&", "signs"))
    seen.sort()
    # A sign of ASCII that stands apart may be what a line is about; glued to a word it is meant, and so are others.
    if not any(line[item.start - 1 : item.start].isalnum() for item in seen if is_plain(item)):
        seen = [item for item in seen if not is_plain(item)]
    if not seen:
        return []
    if any(item.kind != "letters" for item in seen) and _SHOWS_CODE.search(line):
        seen = [item for item in seen if item.kind == "letters"]
    words = _words(line, [item for item in seen if item.kind == "letters"])
    # A letter by itself may be quoted (a table of codes); beside a word that is written with references it is meant.
    if words and (not any(len(word.char) > 1 for word in words) or _is_quoted(line, words)):
        words = []
    others = [item for item in seen if item.kind != "letters"]
    return sorted(_Found(start + offset, end + offset, *rest) for start, end, *rest in words + others)


def _is_quoted(line: str, words: list[_Found]) -> bool:
    """Whether the one word of a line stands between straight quotation marks, as an example of a reference does."""
    (start, end, *_), *others = words
    return not others and line[start - 1 : start] in ("'", '"', "`") and line[end : end + 1] == line[start - 1 : start]


def _words(line: str, letters: list[_Found]) -> list[_Found]:
    words: list[tuple[int, int, list[str]]] = []
    for item in letters:
        start, end = item.start, item.end
        while start > 0 and line[start - 1].isalpha():
            start -= 1
        while end < len(line) and line[end].isalpha():
            end += 1
        if words and words[-1][1] >= start:  # the letters between them are those behind the last one
            first, _, pieces = words.pop()
            pieces += [item.char, line[item.end : end]]
            words.append((first, end, pieces))
        else:
            words.append((start, end, [line[start : item.start], item.char, line[item.end : end]]))
    return [_Found(start, end, "".join(pieces), "letters") for start, end, pieces in words]
