"""Where in a text the tone of a word may stand on the wrong letter: candidates, found at the speed of a scan."""

from __future__ import annotations

from functools import cache

from vntextclean.patterns import late
from vntextclean.scanning.prefilter import ANY, But, Sign
from vntextclean.scanning.unusual import USUAL
from vntextclean.scanning.words import LETTER, word_around
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import TONED, VOWELS


@cache  # the patterns below ask for the same few
def toned(vowels: str) -> str:
    """The letters that put a tone on one of ``vowels``, in both cases."""
    return "".join(letter for (vowel, tone), letter in TONED.items() if tone and vowel.lower() in vowels)


@cache
def any_tone(vowels: str) -> str:
    """The letters of ``vowels`` with or without a tone, in both cases."""
    return "".join(letter for (vowel, _), letter in TONED.items() if vowel.lower() in vowels)


_VOWEL = "".join(sorted(VOWELS))
#: In CP1258 text that was read as Latin-1 and lower-cased, ì and ò stand behind the vowel for any of four tones (laì is
#: là, coì is có): a final one tells nothing.
_LAST = "".join(c for c in toned("iouy") if c not in "ìòÌÒ")
#: Where a tone stands on the wrong one of two vowels, or a horn is missing. Each pattern is led by a set of letters and
#: then asks for a second vowel: so they scan clean text at 150 MB/s and more.
SUSPECTS = tuple(
    late(pattern)
    for pattern in (
        # the first vowel has the tone of the second: tòan, qúa, gía, đựơc, thúân
        f"[{toned('iouưy')}](?=[{_VOWEL}])(?:"
        f"(?<=[{toned('o')}])(?:[aeAE]{LETTER}|[ăĂ])"
        f"|(?<=[{toned('u')}])(?:(?<=[qQ].)|[ôâêơÔÂÊƠ]|[yY]{LETTER})"
        f"|(?<=[{toned('iy')}])(?:(?<=[gG][{toned('i')}])|[êÊ])"
        f"|(?<=[{toned('ư')}])[{any_tone('oơ')}])",
        # the second vowel has the tone of the first: cuả, nghiã, giưã; or a horn is missing: thuơng, tưong
        f"[iuưIUƯ](?=[{toned('ai')}{any_tone('oơ')}])(?:"
        f"(?<=[uU])(?<![qQ].)(?:[{any_tone('ơ')}]{LETTER}|[{toned('a')}íỉĩịÍỈĨỊ](?!{LETTER}))"
        f"|(?<=[^gG\\W][iI])[{toned('a')}](?!{LETTER})"
        f"|(?<=[ưƯ])(?:[{any_tone('o')}]{LETTER}|[{toned('a')}](?!{LETTER})))",
        # the last vowel has it: aó, mơí; or both: hòà
        f"[{toned('aăâeêioôơuưy')}](?:(?<=[{toned('aăâeêioôơuưy')}].)"
        f"|(?<=[aăâeêioôơưAĂÂEÊIOÔƠƯ][{_LAST}])(?!{LETTER}))",
    )
)
#: A letter, or what is no usual character.
_LETTERS = But("".join(char for char in USUAL if not char.isalpha()))
#: What each suspect begins or ends with, to tell in one pass that a text has none.
SIGN = Sign(
    (toned("iouưy"), any_tone("oơ") + "ôâêÔÂÊăĂ", ANY),
    (toned("o"), "aeAE", _LETTERS),
    (toned("u"), "yY", _LETTERS),
    ("qQ", toned("u"), _VOWEL),
    ("gG", toned("i"), _VOWEL),
    (But("qQ"), "uU", any_tone("ơ") + toned("a") + "íỉĩịÍỈĨỊ"),
    (But("gG"), "iI", toned("a")),
    (ANY, "ưƯ", any_tone("o") + toned("a")),
    (toned("aăâeêioôơuưy"), toned("aăâeêioôơuưy"), ANY),
    ("aăâeêoôơưAĂÂEÊOÔƠƯ", _LAST, ANY),
    (But("gG"), "iI", _LAST),  # gió is a word, and no other syllable ends so
)

#: Where each of the patterns matches, beside a place of the sign.
_BESIDE = tuple((SUSPECTS[which], beside) for which, beside in ((0, 0), (0, -1), (1, 0), (2, 0), (2, 1)))
#: Where one character in so many is a place at most, each is tried. Three searches of a text take as long as a try at
#: one in 60: of an encyclopedia's pages half have a place, and a few each.
_SELDOM = 100


def suspects(state: TextState) -> list[tuple[int, int]]:
    """The spans of the words to look at, in order: most are misspelled, some only long or foreign.

    >>> text = "Hoà bình, tòan dân, đựơc; cuả ai"
    >>> [text[start:end] for start, end in suspects(TextState(text))]
    ['tòan', 'đựơc', 'cuả']
    """
    if not SIGN.may_be_in(state):
        return []
    text, places = state.text, SIGN.places(state)
    if len(places) * _SELDOM > len(text):
        return sorted({word_around(text, m.start()) for pattern in SUSPECTS for m in pattern.finditer(text)})
    tries = [(pattern, place + beside) for place in places for pattern, beside in _BESIDE]
    return sorted({word_around(text, at) for pattern, at in tries if at >= 0 and pattern.match(text, at)})
