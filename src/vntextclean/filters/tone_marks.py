"""Tone marks on the wrong letter of their syllable, and one placement style where a user asks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vntextclean.edit import Edit
from vntextclean.filter import Phase, Rule
from vntextclean.settings import Settings
from vntextclean.vietnamese.letters import MARKED, TONED, VOWELS, tone_of, toneless, tones_in
from vntextclean.vietnamese.syllables import EXCEPTIONS, is_syllable
from vntextclean.vietnamese.tones import to_new, to_old, to_standard

RULES: dict[str, Rule] = {
    "tone-marks.placement": Rule(
        "A tone mark on the wrong letter moves to the right one",
        "By hand or by an old keyboard: tòan and qúa are right in neither style, and one letter alone can bear it.",
        ("ngòai ra, đựơc", "ngoài ra, được"),
        "hoà, hòa, quý, laì (a damaged là)",
        "'{before}': the tone mark of '{after}' stood on the wrong letter",
        "'{before}': dấu thanh của '{after}' đặt sai chữ",
    ),
    "tone-marks.horn": Rule(
        "ưo and uơ before another letter become ươ",
        "The two horns are one vowel: no syllable has one without the other there. thuở and huơ end in uơ and stay.",
        ("nguời đựoc thuơng", "người được thương"),
        "thuở xưa, huơ tay, quờ quạng",
        "'{before}': one of the two horns of '{after}' is missing",
        "'{before}': thiếu một dấu móc của '{after}'",
    ),
    "tone-marks.style": Rule(
        "Open oa, oe and uy get their tone in the style asked for",
        "hòa and hoà are both correct, so this happens only if tone_style is old or new.",
        ("hoà bình", "hòa bình"),
        "hòa, hoà",
        "'{after}' in the {style} style",
        "'{after}' theo kiểu {style_vi}",
    ),
}


def _toned(vowels: str) -> str:
    """The letters that put a tone on one of ``vowels``, in both cases."""
    return "".join(letter for (vowel, tone), letter in TONED.items() if tone and vowel.lower() in vowels)


def _any_tone(vowels: str) -> str:
    return "".join(letter for (vowel, _), letter in TONED.items() if vowel.lower() in vowels)


_VOWEL = "".join(sorted(VOWELS))
_LETTER = r"[^\W\d_]"
#: In CP1258 text that was read as Latin-1 and lower-cased, ì and ò stand behind the vowel for any of four tones (laì is
#: là, coì is có): a final one tells nothing.
_LAST = "".join(c for c in _toned("iouy") if c not in "ìòÌÒ")
#: Where a tone stands on the wrong one of two vowels, or a horn is missing. Each pattern is led by a set of letters and
#: then asks for a second vowel: so they scan clean text at 150 MB/s and more.
_SUSPECTS = tuple(
    re.compile(pattern)
    for pattern in (
        # the first vowel has the tone of the second: tòan, qúa, gía, đựơc, thúân
        f"[{_toned('iouưy')}](?=[{_VOWEL}])(?:"
        f"(?<=[{_toned('o')}])(?:[aeAE]{_LETTER}|[ăĂ])"
        f"|(?<=[{_toned('u')}])(?:(?<=[qQ].)|[ôâêơÔÂÊƠ]|[yY]{_LETTER})"
        f"|(?<=[{_toned('iy')}])(?:(?<=[gG][{_toned('i')}])|[êÊ])"
        f"|(?<=[{_toned('ư')}])[{_any_tone('oơ')}])",
        # the second vowel has the tone of the first: cuả, nghiã, giưã; or a horn is missing: thuơng, tưong
        f"[iuưIUƯ](?=[{_toned('ai')}{_any_tone('oơ')}])(?:"
        f"(?<=[uU])(?<![qQ].)(?:[{_any_tone('ơ')}]{_LETTER}|[{_toned('a')}íỉĩịÍỈĨỊ](?!{_LETTER}))"
        f"|(?<=[^gG\\W][iI])[{_toned('a')}](?!{_LETTER})"
        f"|(?<=[ưƯ])(?:[{_any_tone('o')}]{_LETTER}|[{_toned('a')}](?!{_LETTER})))",
        # the last vowel has it: aó, mơí; or both: hòà
        f"[{_any_tone('aăâeêioôơư')}](?:[{_LAST}](?<=[aăâeêioôơưAĂÂEÊIOÔƠƯ].)(?!{_LETTER})"
        f"|[{_toned('aăâeêioôơuưy')}](?<=[{_toned('aăâeêoôơ')}].))",
    )
)
_OPEN = re.compile(
    f"[oOuU{_toned('ou')}][aeyAEY{_toned('aey')}](?!{_LETTER})(?<=[oO][{_toned('ae')}]|[{_toned('o')}][aeAE]"
    f"|[uU][{_toned('y')}]|[{_toned('u')}][yY])"
)
_WORD = re.compile(_LETTER + "+")
_TO_LEFT = re.compile(_LETTER + r"*\Z")
#: No syllable is longer than seven letters (nghiêng).
_REACH = 8
_ONE_HORN = re.compile("([uUưƯ])([ơoƠO])(?=[^\\W\\d_])")
#: Letters that few other languages have: a word that holds one is Vietnamese, whatever stands around it.
_OWN = frozenset(c for c in MARKED if c >= "\N{LATIN CAPITAL LETTER O WITH HORN}") | frozenset("đĐ")
#: Names of other languages that are syllables, or would become one.
_NAMES = frozenset({"noé", "uí"})
#: VIQR writes the dot below as a full stop and the hook as a question mark, so at the end of a sentence ``nay.`` became
#: naỵ and ``tôi?`` tôỉ: there it was no tone. cuả is a slip far more often than a crab in a question.
_STOPLIKE = frozenset("ạảịỉọỏụủỵỷẠẢỊỈỌỎỤỦỴỶ")
_ENDS_HERE = re.compile(r"[ \t]*(?:\n|\Z|\.\.|[^\W\d_](?<=[A-ZÀ-ÝĂĐƠƯ]))")
#: Measured on 60 MB of forums, encyclopaedia, prose, law and news: 333 kinds of respelling. Below these the mark was
#: a stray one (``Chỉêm`` for Chiêm, ``ngôỉ`` for ngôi), or the stroke of đ was lost as well (``dựơc``).
_UNSEEN, _RARE, _RARE_HORNED, _MISTAKEN_D = -18.0, -14.5, -13.0, 2.0
#: How far a line is read for Vietnamese words.
_FAR = 400


class ToneMarks:
    """Moves the tone mark of a word that is no syllable, if moving it makes one.

    >>> [edit.replacement for edit in ToneMarks(Settings()).edits("Ngòai ra, qúa trình này đựơc giao.")]
    ['Ngoài', 'quá', 'được']
    >>> list(ToneMarks(Settings()).edits("Hoà bình và hòa giải; Sméagol, Raúl"))
    []
    """

    name = "tone-marks"
    phase = Phase.WORDS
    rules = RULES

    def __init__(self, settings: Settings) -> None:
        self._lang = settings.lang
        self._style = settings.tone_style
        self._model = settings.model

    def edits(self, text: str) -> list[Edit]:
        """The words to respell; clean text costs one scan."""
        if text.isascii():
            return []
        found = list(self._misplaced(text))
        if self._style != "keep":
            taken = {edit.start for edit in found}
            found += [edit for edit in self._restyled(text) if edit.start not in taken]
            found.sort()
        return found

    def _misplaced(self, text: str) -> Iterator[Edit]:
        words = {_word_around(text, m.start()) for suspect in _SUSPECTS for m in suspect.finditer(text)}
        for start, end in sorted(words):
            before = text[start:end]
            if end - start > _REACH or is_syllable(before) or before.lower() in EXCEPTIONS | _NAMES:
                continue
            if before[-1] in _STOPLIKE and _ENDS_HERE.match(text, end) and before.lower() != "cuả":
                continue
            after, kind = _respelled(before, "new" if self._style == "new" else "old")
            if after == before or (_OWN.isdisjoint(before) and not _is_among_vietnamese(text, start, end)):
                continue
            if self._is_meant(before.lower(), after.lower(), kind):
                code = f"tone-marks.{kind}"
                yield Edit(start, end, after, code, RULES[code].say(self._lang, before=before, after=after))

    def _is_meant(self, before: str, after: str, kind: str) -> bool:
        """Whether the syllable is a word, and not one so rare that a stray mark on a common word explains more."""
        from vntextclean.lm.model import Model

        model = Model.open(self._model)
        meant, unmarked, barred = (
            float(model.share(numbers)[0]) if model.word(int(numbers[0])) == word else _UNSEEN
            for word in (after, toneless(before), "đ" + after[1:])
            for numbers in (model.ids([word]),)
        )
        if meant < (_RARE_HORNED if kind == "horn" else _RARE) or (after[0] == "d" and barred > meant + _MISTAKEN_D):
            return False
        return kind == "horn" or meant - unmarked >= _margin(before)

    def _restyled(self, text: str) -> Iterator[Edit]:
        style, style_vi = ("old", "cũ") if self._style == "old" else ("new", "mới")
        move = to_old if style == "old" else to_new
        for found in _OPEN.finditer(text):
            start, end = _word_around(text, found.start())
            before = text[start:end]
            after = move(before)
            if after != before and before.lower() not in _NAMES:
                reason = RULES["tone-marks.style"].say(self._lang, after=after, style=style, style_vi=style_vi)
                yield Edit(start, end, after, "tone-marks.style", reason)


def _word_around(text: str, at: int) -> tuple[int, int]:
    """The run of letters around a position, followed far enough to see that a word is too long for a syllable."""
    left = _TO_LEFT.search(text, max(0, at - _REACH), at)
    right = _WORD.match(text, at, at + _REACH + 1)
    return (left.start() if left else at), (right.end() if right else at)


def _respelled(word: str, style: str) -> tuple[str, str]:
    """The syllable that was meant and what was wrong; the word itself if there is none."""
    after = to_standard(word, "new" if style == "new" else "old")
    if after != word and not (word[0] in "iI" and tone_of(word[1:2])):  # ià is a misread là
        return after, "placement"
    horned = _ONE_HORN.sub(_both_horns, toneless(word))
    if horned != toneless(word):
        tone = tone_of(word)
        at = max(horned.find("ơ"), horned.find("Ơ"))
        after = horned[:at] + TONED[horned[at], tone] + horned[at + 1 :]
        if is_syllable(after):
            return after, "horn"
    return word, ""


def _margin(word: str) -> float:
    """How much likelier than the same letters without a tone the syllable must be (natural logarithm)."""
    tones = tones_in(word)
    if len(tones) > 1:
        return -1.5
    at = tones[0][0]
    nucleus = toneless(word[at : at + 2])
    if word[0] == "q" or word[:at] == "g" or (nucleus[0] in "oa" and nucleus != "oi") or nucleus == "uy":
        return -4.5  # tòan, qúa, gía, cuả, hùynh: habits, of writers who put a mark where the old style has it
    return 0.5 if at == len(word) - 1 else -0.3


def _both_horns(found: re.Match[str]) -> str:
    first, second = found.groups()
    return ("Ư" if first.isupper() else "ư") + ("Ơ" if second.isupper() else "ơ")


def _is_among_vietnamese(text: str, start: int, end: int) -> bool:
    """Whether a word that other languages could spell stands alone on its line, or among Vietnamese words."""
    low = text.rfind("\n", max(0, start - _FAR), start) + 1 or max(0, start - _FAR)
    high = text.find("\n", end, end + _FAR)
    words = {m.group().lower() for m in _WORD.finditer(text, low, high if high >= 0 else end + _FAR)}
    words.discard(text[start:end].lower())
    marked = [word for word in words if not word.isascii()]
    if any(not _OWN.isdisjoint(word) for word in marked):
        return True
    return not words or (len(marked) >= 2 and all(map(is_syllable, marked)))
