"""Marks that Windows-1258 has no sign for, written as "?": *nước* became ``nu?o?ìc``.

A program that takes letters apart before it writes Windows-1258 keeps the five tones, which the table has as marks, and
loses the circumflex, the horn and the breve, which it has only together with their letters. Read as Windows-1252, the
tones look like Ì, ì, Þ, Ò and ò. A "?" behind e is a circumflex and behind u a horn; behind a and o it is either of
two, and at the end of a sentence it may be what it is. Then the language model chooses over the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from unicodedata import normalize

from vntextclean.charsets.words import is_word
from vntextclean.misreadings.choosing.choose import Choice, Open, as_far_as_read, choose
from vntextclean.misreadings.choosing.known_words import attested
from vntextclean.misreadings.parsing.words import Chosen
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_spans

#: How the tones of Windows-1258 look, and the marks that a "?" may stand for behind a vowel.
_TONES = {"Ì": "\u0300", "ì": "\u0301", "Þ": "\u0303", "Ò": "\u0309", "ò": "\u0323"}
_MARKS = {"a": "\u0302\u0306", "e": "\u0302", "o": "\u0302\u031b", "u": "\u031b"}
_STROKES = {"ð": "đ", "Ð": "Đ"}
_TONE = "[ÌìÞÒò]"
#: A vowel, its tone and its lost mark, of which a dot below comes before the mark and the others behind it.
_UNIT = late(rf"([aeouAEOU])(?:({_TONE})?(\?)({_TONE})?|({_TONE}))?|([A-Za-zÐð])({_TONE})?")
_WORD = late(rf"(?<![\w?])(?:[A-Za-zÐð]{_TONE}?(?:(?<=[aeouAEOU])\?{_TONE}?|(?<=[aeouAEOU]ò)\?)?)+(?!\w)")
#: A question mark that ends a sentence, and no mark: nothing follows it, or a new sentence does.
_ASKS = late(r"(?![ ]?[a-zð0-9.,;:!?)%/-])")
#: So many different words with a "?" inside prove a text, if at most one such word in five can be no Vietnamese.
_PROOF, _SOUND = 3, 4
#: A syllable has seven letters, two tones or marks, and a stroke at most; spellings beyond so many are no word.
_LONGEST, _MOST = 16, 64


class _Word(NamedTuple):
    """A stretch of a text, what it may be, and what it may be if its last "?" asks and stays."""

    start: int
    end: int
    options: tuple[str, ...]
    asking: tuple[str, ...]


def with_lost_marks(text: str) -> list[Chosen]:
    """The words of a text whose marks were lost, and those with tones of the same table, in order.

    >>> [found.word for found in with_lost_marks("muo?ìn xa?y nhaÌ, caÌy ruo?òng")]
    ['muốn', 'xây', 'nhà', 'cày', 'ruộng']
    >>> with_lost_marks("Ai ði?Ì Sao la?i thê? Ok?a")
    []
    """
    lines = [(span, list(_words(text, *span))) for span in line_spans(text)]
    inside = [word for _, words in lines for word in words if "?" in text[word.start : word.end - 1]]
    sound = {word.options for word in inside if word.options}
    bad = sum(not word.options for word in inside)
    if len(sound) < _PROOF or (len(inside) - bad) < _SOUND * bad:
        return []
    return [found for span, words in lines if words for found in _read(text, *span, words)]


def _words(text: str, start: int, end: int) -> Iterator[_Word]:
    """The words of a line that lost a mark, or have a tone or a stroke of Windows-1258."""
    for found in _WORD.finditer(text, start, end):
        seen = found.group()
        if "?" in seen or not seen.isascii():
            asks = seen[-1] == "?" and _ASKS.match(text, found.end())
            yield _Word(*found.span(), _options(seen), _options(seen[:-1]) if asks else ())


@lru_cache(maxsize=1 << 12)
def _options(seen: str) -> tuple[str, ...]:
    """The words that a spelling may be, those first that real text has."""
    if len(seen) > _LONGEST:
        return ()
    ways: list[tuple[str, ...]] = []
    for vowel, before, lost, behind, alone, other, its in _UNIT.findall(seen):
        letter = vowel or _STROKES.get(other, other)
        tone = "".join(_TONES[each] for each in (before, behind, alone, its) if each)
        ways.append(tuple(letter + mark + tone for mark in (_MARKS[vowel.lower()] if lost else ("",))))
    made = [normalize("NFC", "".join(way)) for way, _ in zip(product(*ways), range(_MOST), strict=False)]
    return tuple(attested([word for word in made if is_word(word)]))


def _read(text: str, start: int, end: int, words: list[_Word]) -> Iterator[Chosen]:
    """What the words of a line are; where several fit, by the model over the line as far as it is read."""
    opens = {
        word: Open(word.start, word.end, options, (0.0,) * len(options))
        for word in words
        if (options := tuple(dict.fromkeys(word.options + word.asking)))
    }
    line, several = as_far_as_read(text, start, end, list(opens.values()))
    chosen = iter(choose(line, several))
    for word, one in opens.items():
        choice = Choice(one.options[0], 1.0) if len(one.options) == 1 else next(chosen)
        if choice:
            last = word.end - (choice.word not in word.options)
            if text[word.start : last] != choice.word:
                yield Chosen(word.start, last, *choice)
