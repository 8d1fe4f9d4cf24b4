"""Unicode that went through a converter for VNI fonts: *Công tác kế toán* became ``Cơng tác kế tốn``.

The converter takes ó, ò, ô and oà, oá, oã for codes of VNI and makes ĩ, ị, ơ, ồ, ố, ỗ of them. Each of these letters
may also be its own, so the language model chooses over the line; a line is read only where a word is possible in no
other way, and where no ó, ò or ô is left.
"""

from __future__ import annotations

from itertools import product

from vntextclean.charsets.words import is_word
from vntextclean.misreadings.choosing.choose import Open, choose
from vntextclean.misreadings.choosing.known_words import attested
from vntextclean.misreadings.parsing.words import Chosen
from vntextclean.patterns import late
from vntextclean.scanning.lines import line_spans

#: What the converter wrote, and what stood there beside the letter itself.
_MADE_OF = {"ĩ": "ó", "ị": "ò", "ơ": "ô", "ồ": "oà", "ố": "oá", "ỗ": "oã"}
_MADE_OF |= {made.upper(): (was.upper() if len(was) == 1 else "Oà"[:1] + was[1:]) for made, was in _MADE_OF.items()}
#: What :data:`vntextclean.misreadings.before_decoding.traces.TRACE` tells of. One class first, so that a page is
#: passed in one scan.
_TRACE = late("[ơƠĩịĨỊ](?:(?<![uUưƯ].)[nN][gG]|(?<=[cC][ĩịĨỊ])|(?<=[ĩịĨỊ])[iI])")
_WORD = late(r"[^\W\d_]+")
_LEFT = late("[óòôÓÒÔ]|[oO][àáã]")
_ONE_HORN = late("(?<![ưƯ])(?:[uU]?[ơƠ])")
_MADE = late(f"[{''.join(_MADE_OF)}]")
#: A page with this share of ó was hardly converted: four of five clean pages have more, and to count takes a tenth of
#: the time of the scan. Where half a page was converted the share is 0.25 %.
_MOST_LEFT = 0.0035
#: So many words of a document that can be read in no other way prove that all its lines were converted.
_DOCUMENT_WORDS = 3
_MOST = 64


def converted(text: str) -> list[Chosen]:
    """The spoilt words of a text, in order.

    >>> [found.word for found in converted("Cơng tác kế tốn, khơng cịn thiếu")]
    ['Công', 'toán', 'không', 'còn']
    >>> converted("Công tác tốn kém, hồn nhiên, cơ quan")
    []
    """
    if text.count("ó") > len(text) * _MOST_LEFT or _TRACE.search(text) is None:
        return []
    everything = [span for span in line_spans(text) if not text[slice(*span)].isascii()]
    traced = [line for line in everything if _TRACE.search(text, *line) and not _LEFT.search(text, *line)]
    traced = [line for line in traced if any(map(_is_impossible, _traces(text, *line)))]
    if not traced:
        return []
    words = sum(_is_impossible(word) for line in traced for word in _traces(text, *line))
    clear = [line for line in everything if not _LEFT.search(text, *line)]
    proven = words >= _DOCUMENT_WORDS and len(clear) * 2 >= len(everything)
    made: list[Chosen] = []
    for start, end in clear if proven else traced:
        found = _opens(text, start, end)
        placed = [one._replace(start=one.start - start, end=one.end - start) for one in found]
        for one, choice in zip(found, choose(text[start:end], placed), strict=True):
            if choice and choice.word not in (text[one.start : one.end], _horned(text[one.start : one.end])):
                made.append(Chosen(one.start, one.end, choice.word, choice.posterior))
    return made


def _traces(text: str, start: int, end: int) -> list[str]:
    """The words of a line that hold what no syllable has."""
    return [match[0] for match in _WORD.finditer(text, start, end) if _TRACE.search(match[0])]


def _opens(text: str, start: int, end: int) -> list[Open]:
    found = []
    for match in _WORD.finditer(text, start, end):
        if _MADE.search(match[0]):
            options = attested(_options(match[0]))
            if options and options != [match[0]]:
                found.append(Open(*match.span(), tuple(options), (0.0,) * len(options)))
    return found


def _options(word: str) -> list[str]:
    parts = [(char, _cased(_MADE_OF[char], word)) if char in _MADE_OF else (char,) for char in word]
    made = [*("".join(choice) for choice in product(*parts)), _horned(word)][:_MOST]
    return [one for one in dict.fromkeys(made) if is_word(one)]


def _horned(word: str) -> str:
    """A word with the other horn of its ươ, which rests with other filters.

    A converter for TCVN3 loses it as well: ``lơng`` may be *lương*.

    >>> _horned("tuơng"), _horned("lơng"), _horned("LƠNG"), _horned("tương")
    ('tương', 'lương', 'LƯƠNG', 'tương')
    """
    return _ONE_HORN.sub(lambda found: "ƯƠ" if found[0][-1] == "Ơ" else "Ươ" if found[0] == "Uơ" else "ươ", word)


def _cased(was: str, word: str) -> str:
    """Two letters that became one, in the case of their word."""
    return was.upper() if len(word) > 1 and word.isupper() else was


def _is_impossible(word: str) -> bool:
    """Whether a word is no Vietnamese as it stands, and is with the letters put back."""
    return not (is_word(word) and attested([word])) and bool(attested(_options(word)))
