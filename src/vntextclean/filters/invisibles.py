"""Characters that show nothing: zero-width spaces, soft hyphens, byte order marks, text directions, controls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import category, name, normalize

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.misreadings.signature import FOLLOWING
from vntextclean.patterns import late
from vntextclean.scanning.unusual import UNUSUAL, USUAL, unusual
from vntextclean.settings import Settings
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import MARKED
from vntextclean.vietnamese.syllables import is_syllable

RULES: dict[str, Rule] = {
    "invisibles.zero-width": Rule(
        "Zero-width spaces, joiners, byte order marks and other characters without a shape are deleted",
        "They come with copying from web pages, split words for every search, and nobody sees them.",
        ("Vi\u200bệt Nam", "Việt Nam"),
        "👩‍💻 نمی‌خواهم",
        "{what} is deleted",
        "bỏ ký tự vô hình {what}",
    ),
    "invisibles.soft-hyphen": Rule(
        "A soft hyphen is deleted, which joins its word",
        "It is a typesetter's hint. In undecoded TCVN3 text it is the letter ư, and there it stays.",
        ("thông\u00ad tin", "thông tin"),
        "th\u00ad mục",
        "a soft hyphen is deleted",
        "bỏ dấu nối mềm",
    ),
    "invisibles.direction": Rule(
        "Marks of writing direction are deleted where nothing is written from right to left",
        "They are left over from messages and file names; lines with Arabic or Hebrew letters keep theirs.",
        ("\u202aHà Nội\u202c", "Hà Nội"),
        "Hà Nội \u202bשלום\u202c",
        "{what} is deleted",
        "bỏ ký tự hướng chữ {what}",
    ),
    "invisibles.control": Rule(
        "Control characters are deleted, with the escape sequences of terminals",
        "No text means them; tab and line ends are not among them.",
        ("Báo cáo\x00 số 5", "Báo cáo số 5"),
        "cột\tcột",
        "control character {what} is deleted",
        "bỏ ký tự điều khiển {what}",
    ),
    "invisibles.windows": Rule(
        "Control characters that are quotation marks, dashes or letters in Windows-1252 become these",
        "A page in Windows-1252 that is read as Latin-1 has U+0093 for “. Browsers read it so (HTML, windows-1252).",
        ("Ông nói: \x93Đúng vậy\x94", "Ông nói: “Đúng vậy”"),
        "cột\tcột",
        "control character {what} is '{after}' in Windows-1252",
        "ký tự điều khiển {what} là '{after}' trong Windows-1252",
    ),
    "invisibles.line-end": Rule(
        "Form feeds and the line ends of other systems become a line end",
        "PDF and word processors leave them; few programs still break the line there.",
        ("trang một\x0ctrang hai", "trang một\ntrang hai"),
        "trang một\ntrang hai",
        "{what} becomes a line end",
        "{what} thành dấu xuống dòng",
    ),
}

_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_CONTROL = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_LINE_END = "\x0b\x0c\x85\u2028\u2029"
_JOINERS = "\u200c\u200d"
_SELECTORS = "\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef"
_ALWAYS = "\u034f\u200b\u2060-\u2065\ufeff\ufff9-\ufffc\U000e0001"
_SCRIPT_BOUND = "\u115f\u1160\u17b4\u17b5\u180b-\u180e"

_WITHIN_LINE = f"{_CONTROL}\u00ad{_DIRECTION}{_JOINERS}{_SELECTORS}{_ALWAYS}{_SCRIPT_BOUND}"
_ANY = late(f"[{_WITHIN_LINE}{_LINE_END}]")
# Those below are asked for only where such a character stands: re compiles them then, a tenth of the start of `clean`.
#: Escape sequences of terminals (ECMA-48): colours and movements (CSI), titles and links (OSC), strings for devices
#: (DCS, SOS, PM, APC), character sets; of an OSC that does not end, its beginning. An 8-bit introducer is a sign of
#: Windows-1252 as well, and counts only with what must follow it.
_ESCAPE = (
    r"(?:\x1b\[|\x9b(?=[0-9;?]+[A-Za-z]))[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|\x9d(?=\d+;)|\x90(?=[0-?]*[ -/]*[@-~]))[^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\|\x9c)"
    r"|\x1b\](?:\d{1,4};)?|\x1b[ -/]+[0-~]"
)
_RUN = (
    f"(?P<escape>{_ESCAPE})"
    f"|(?P<control>[{_CONTROL}](?:(?![\x1b\x90\x9b\x9d])[{_CONTROL}])*)"
    f"|(?P<end>\n?[{_LINE_END}]+\n?)"
    "|(?P<soft>\u00ad+)"
    f"|(?P<direction>[{_DIRECTION}]+)"
    f"|(?P<zero>[{_JOINERS}{_SELECTORS}{_ALWAYS}{_SCRIPT_BOUND}]+)"
)
_RIGHT_TO_LEFT = "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
#: Scripts in which such characters are part of the spelling: Arabic to Myanmar, Khmer, Mongolian, Tai.
_JOINING = "[\u0590-\u061b\u061d-\u109f\u1780-\u18af\u1900-\u1aaf\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc]"
_FILLERS, _JAMO = "\u115f\u1160", late("[\u1100-\u11ff]")
#: What may have a variant: signs, emoji, ideographs; no Latin letter, space or mark.
_HAS_VARIANTS = "[\u00a9\u00ae\u2010-\u2027\u2030-\u205e\u2100-\U000dffff]"
_SELECTOR = late("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_TAG = late("[\U000e0020-\U000e007f]")
_WITHIN_SCRIPT = late(f"[\u200b{_SCRIPT_BOUND}]")
_PICTURE_KINDS = ("So", "Sk", "Sm")
#: The letters around, with invisible ones among them.
_LETTERS = f"(?:[^\\W\\d_]|[\u0300-\u036f{_WITHIN_LINE}])*"
_BEFORE = late(_LETTERS + r"\Z")
_AFTER = late(_LETTERS)
_REACH = 12
#: The first bytes of a letter in UTF-8, as the tables show them that leave soft hyphens or control characters behind:
#: Ã or Ă for U+00C0 to U+00FF, áº or áş for U+1E80 to U+1EFF, and so on.
_HALF = late("(?:[ÂÃÄÅÆĂĆĹÌÎГДЖ]|[áб][º»şťŗŧš\u0454]|[â\u0432][\u0080€]?)\\Z")
#: What Windows-1252 has where Latin-1 has control characters.
_WINDOWS = {chr(byte): sign for byte in range(0x80, 0xA0) if (sign := bytes((byte,)).decode("cp1252", "ignore"))}
_WINDOWS_SIGN = late("[\x91-\x97]")
#: Signs that Vietnamese prose holds; the multiplication sign is also the first byte of Hebrew letters.
_USUAL = frozenset(USUAL) - {"×"}
#: What Windows-1252 shows for the later bytes of a letter, and no prose holds beside a soft hyphen.
_LATER_BYTES = frozenset(FOLLOWING) - frozenset(USUAL) - frozenset("\u00a0\u00ad")
_BREAKS = "\n\x0b\x0c\x85\u2028\u2029"
#: How far a line is searched for letters written from right to left.
_FAR = 2000

_CODES = {
    "escape": "control",
    "control": "control",
    "end": "line-end",
    "soft": "soft-hyphen",
    "direction": "direction",
    "zero": "zero-width",
}


class Invisibles:
    r"""Deletes what nobody sees, where no script or emoji needs it.

    >>> [edit.rule for edit in Invisibles(Settings()).edits(TextState("xin \u200bchào"))]
    ['invisibles.zero-width']
    >>> list(Invisibles(Settings()).edits(TextState("👨‍👩‍👧 gia đình ❤️")))
    []
    """

    name = "invisibles"
    phase = Phase.CHARACTERS
    rules = RULES
    sign = UNUSUAL

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang

    def edits(self, state: TextState) -> Iterator[Edit]:
        """One edit for each run of invisible characters of one kind."""
        text = state.text
        if not (rare := unusual(state)) or not _ANY.search(rare):
            return
        at = 0
        while sign := _ANY.search(text, at):
            before_it = sign.start() - (text[sign.start() - 1 : sign.start()] == "\n" and sign.start() > at)
            run = re.compile(_RUN)
            found = run.match(text, before_it) or run.match(text, sign.start())
            assert found
            at = found.end()
            kind = found.lastgroup or ""
            for start, end, after in _REPAIRS[kind](text, *found.span()):
                if text[start:end] != after:
                    code = "invisibles.windows" if after not in ("", " ", "\n") else f"invisibles.{_CODES[kind]}"
                    what = _named(text[start : start + 1 if kind == "escape" else end])
                    reason = RULES[code].say(self._lang, what=what, after=after)
                    yield Edit(start, end, after, code, reason)


def _escape(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    if not _is_half_of_a_letter(text, start):
        yield start, end, ""


def _control(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Deleted, or what Windows-1252 has at its place; half of a letter that was read wrongly stays."""
    begin = start
    for at in range(start, end):
        sign = _WINDOWS.get(text[at], "")
        keeps = _is_half_of_a_letter(text, at) or _may_be_half(text, at, sign)
        if keeps or sign:
            if at > begin:
                yield begin, at, ""
            if not keeps:
                yield at, at + 1, sign
            begin = at + 1
    if end > begin:
        yield begin, end, ""


def _is_half_of_a_letter(text: str, at: int) -> bool:
    """Whether the character ends a letter whose UTF-8 was read by another table; without it the letter is lost."""
    return bool(text[at] >= "\x80" and _HALF.search(text, max(0, at - 2), at))


def _may_be_half(text: str, at: int, sign: str) -> bool:
    """Whether a control character stands behind what may be another byte of its letter, of whatever language.

    A sign of Windows-1252 stands behind letters too; only an unusual character before it makes it doubtful.
    """
    before = text[at - 1] if at else " "
    if text[at] < "\x80" or before < "\xa1":
        return False
    return before not in _USUAL or (not sign and before <= "\xf4")


def _line_end(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The run goes if a line ends beside it anyway, so that a page break makes no empty line."""
    low, high = start + (text[start] == "\n"), end - (text[end - 1] == "\n")
    if text[low:high] == "\x85" and _is_ellipsis(text, low):
        if not _is_half_of_a_letter(text, low):
            yield low, high, "…"
        return
    if _is_within_word(text, low, high):
        yield low, high, ""
        return
    ends_anyway = low > start or high < end or low == 0 or high == len(text) or text[low - 1] == "\n"
    yield low, high, "" if ends_anyway else "\n"


def _is_ellipsis(text: str, at: int) -> bool:
    """Whether U+0085 is the ellipsis of Windows-1252, or half of a letter, and no line end.

    It is behind a word and before a space, and in a text that has other signs of that table.
    """
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if _is_half_of_a_letter(text, at):
        return True
    return (before.isalnum() and behind in (" ", ",", ")", "\x94", "”", '"')) or _WINDOWS_SIGN.search(text) is not None


def _is_within_word(text: str, low: int, high: int) -> bool:
    """Whether a line separator, which browsers do not show, stands inside one syllable (``Ha|y``)."""
    left, right = _BEFORE.search(text, max(0, low - _REACH), low), _AFTER.match(text, high, high + _REACH)
    if text[low:high] != "\N{LINE SEPARATOR}" or not left or not right or not right.group().islower():
        return False
    return bool(left.group()) and is_syllable(left.group() + right.group())


def _soft_hyphen(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    after = _AFTER.match(text, end, end + _REACH)
    left, right = (normalize("NFC", _ANY.sub("", part.group())) if part else "" for part in (before, after))
    if _is_half_of_a_letter(text, start) or not _LATER_BYTES.isdisjoint(text[max(0, start - 1) : end + 1]):
        return
    if any(char > "\x7f" and char not in MARKED for char in left + right):
        return  # a letter of an old encoding, or of a language that sets its own hyphens
    if not (left or right) or is_syllable(left + right) or not is_syllable(left + "ư" + right):
        yield start, end, ""


def _direction(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    low, high = max(0, start - _FAR), end + _FAR
    low = max(low, *(text.rfind(mark, low, start) for mark in _BREAKS))
    high = min(high, *(at for mark in _BREAKS if (at := text.find(mark, end, high)) >= 0), len(text))
    if not re.compile(_RIGHT_TO_LEFT).search(text, low, high):
        yield start, end, ""


def _zero_width(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """What the characters around do not need; one that stays splits the run."""
    before = text[start - 1] if start else ""
    behind = text[end] if end < len(text) else ""
    at = start
    for here in range(start, end):
        if _is_needed(text[here], before, text[here + 1] if here + 1 < end else behind, behind):
            if here > at:
                yield at, here, ""
            at, before = here + 1, text[here]
    if end > at:
        yield at, end, " " if _parts_words(text, at, end) else ""


def _parts_words(text: str, start: int, end: int) -> bool:
    """Whether a zero-width space stands where a space was: between two words that are none together (``Hà|Nội``)."""
    if text[start:end].strip("\u200b\u200c"):
        return False
    before, behind = _BEFORE.search(text, max(0, start - _REACH), start), _AFTER.match(text, end, end + _REACH)
    left, right = (normalize("NFC", _ANY.sub("", part.group())) if part else "" for part in (before, behind))
    if not left or not right or (left.isascii() and right.isascii()):
        return False
    return is_syllable(left) and is_syllable(right) and not is_syllable(left + right)


def _is_needed(char: str, before: str, following: str, behind: str) -> bool:
    """Whether an emoji, a letter of a joining script or an ideograph needs ``char``.

    ``before`` is the last character that stays, ``following`` the next one, ``behind`` the first after the run.
    """
    if char in _JOINERS:
        joins_letters = bool(re.match(_JOINING, before) or re.match(_JOINING, behind))
        return joins_letters or (char == _JOINERS[1] and _is_pictorial(before) and _is_pictorial(following))
    if _WITHIN_SCRIPT.match(char):
        return bool(re.search(_JOINING, before + behind)) or (char in _FILLERS and bool(_JAMO.search(before + behind)))
    if _TAG.match(char):
        return before == "\N{WAVING BLACK FLAG}" or bool(_TAG.match(before))
    if _SELECTOR.match(char):
        return bool(before) and (before in "0123456789#*" or re.match(_HAS_VARIANTS, before) is not None)
    return False


def _is_pictorial(char: str) -> bool:
    if "\U0001f000" <= char[:1] <= "\U0001faff":
        return True  # also those that this Python does not know yet
    return bool(char) and char >= "\u2190" and (category(char) in _PICTURE_KINDS or bool(_SELECTOR.match(char)))


_REPAIRS = {
    "escape": _escape,
    "control": _control,
    "end": _line_end,
    "soft": _soft_hyphen,
    "direction": _direction,
    "zero": _zero_width,
}


def _named(run: str) -> str:
    """The characters of a run by name, each once."""
    kinds = dict.fromkeys(run)
    return ", ".join(name(c, f"U+{ord(c):04X}").lower() if not c.isascii() else f"U+{ord(c):04X}" for c in kinds)
