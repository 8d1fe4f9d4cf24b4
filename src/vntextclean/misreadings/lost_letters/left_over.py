"""Whether a text is what the reader left of one that lost letters, some of its words still damaged.

It is read to its end: filters for the slips of a writer, which do not know what was lost, fill one word in three
wrongly there. Nothing in the text says how it came, but reading it anew does: what the channel would show of it is read
to the same text. Of other texts one word in forty or more would be read otherwise.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from vntextclean.misreadings.before_decoding.traces import LOST_LETTERS
from vntextclean.patterns import late
from vntextclean.settings import MIN_CONFIDENCE
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import VOWELS

if TYPE_CHECKING:
    from vntextclean.misreadings.lost_letters.channels import Channel

#: So many words with traces of lost letters are looked at closer, if there is one in so many characters. Names and
#: words of other languages have such letters side by side as well ("Angkor", "Christ"): without looking at the words
#: one encyclopedia page in ten was read anew, at four times the cost of all other filters. Of 400 six have so many.
_FEWEST, _APART = 3, 1500
#: The share of words read otherwise, at most: of 26 texts that were read it was .9 % at most, of 1 000 others 2.7 % at
#: least. So many words must have been read, and the beginning of a text tells it.
_OTHERWISE, _LEAST, _BEGINNING = 0.015, 20, 1 << 12
#: Of most others a shorter part tells it: so many characters, and the share read otherwise beyond which nothing more is
#: looked at. Of 120 texts that were read it was 8 % at most in the shortest part, of 9 damaged ones 12 to 23 %; of two
#: pages from books 12 and 13 %, which is three words.
_AT_ONCE = ((384, 0.14), (1 << 10, 0.06))
#: A part of such a text has fewer traces, and words beside them that lost so much that no trace is left ("h s" of *hồ
#: sơ*, "bo him y t"). Of a text with one clear trace all words that are worn down to consonants count: so many
#: different ones, one in so many characters.
_WORN, _WORN_APART = 4, 300
#: Letters of a word that are looked at on each side of a trace.
_LONGEST = 12
#: What parts of addresses and files' names stand behind, and units.
_JOINED = frozenset("./@_-=&0123456789")
#: Of these words so many must be such as a syllable leaves: consonants that begin one, and those that end one. No unit
#: behind a number is ("5 cm"): of 17 000 documents of news, encyclopedia, forum, law and religion 104 had traces,
#: 8 of them with two such words.
_CLEAR = 2
_SKELETON = late(r"(?:[bcdđghklmnprstvx]|[cgknpt]h|ng|ngh|tr)?(?:[cmnpt]|ch|n[gh])?\Z")
_UNITS = frozenset({"cc", "cm", "dm", "mm"})
_RUN = late(r"\S+|(?<= )(?= )")
#: A word by itself that may be worn: no letter of a list, of a part of a law or of a formula, and no unit.
_ALONE = late(
    r"(?<=[^\d)] )(?<!điểm )(?<!mục )[b-df-hj-np-tv-xzđ]{1,4}"
    r"(?=[,;]?(?: [^\W\d_]|\n|\Z)|\.(?:\s|\Z))"
)


def is_left_over(state: TextState) -> bool:
    """Whether a text is what the reader left of one that lost letters.

    Clean text costs the look for traces that it has had.

    >>> is_left_over(TextState("Trời mưa to, đường làng ngập, ng TH và ch th nh"))
    False
    """
    text = state.text[:_BEGINNING]
    places = [at for at in LOST_LETTERS.places(state) if at < len(text)]
    if len(places) * _APART < len(text):
        return False
    words = {_word_at(text, at) for at in places}  # one word may hold several: "nhn" has two
    traces = [word for word in words if _is_left(text, *word)]
    clear = sum(_is_clear(text, *word) for word in traces)
    is_throughout = len(traces) >= _FEWEST and len(traces) * _APART >= len(text) and clear >= _CLEAR
    if not (is_throughout or (clear and _is_worn(text))):
        return False
    from vntextclean.misreadings.lost_letters.channels import CHANNELS  # few texts get here

    # What stands for a letter is seen in a word, and not only where a sentence asks.
    asks = not any("?" in text[start:end].rstrip("?") for start, end in traces)
    return any(
        channel.sign in text and not (asks and channel.lost) and _is_left_by(channel, text) for channel in CHANNELS
    )


def _is_worn(text: str) -> bool:
    """Whether many words of a text are worn down to consonants.

    >>> _is_worn("gửi báo cáo v Cơ quan nhn h s và dịch v, th và")
    True
    >>> _is_worn("điểm c khoản 2, điểm d và điểm đ; dài 5 m; cho x = 3")
    False
    """
    found = {word for word in _ALONE.findall(text) if _SKELETON.match(word)}
    return len(found) >= _WORN and len(found) * _WORN_APART >= len(text)


def _is_left_by(channel: Channel, text: str) -> bool:
    for length, most in _AT_ONCE:
        if len(text) > length:
            share = _otherwise(text[:length], channel)
            if share is not None and share > most:
                return False
    share = _otherwise(text, channel)
    return share is not None and share <= _OTHERWISE


def _word_at(text: str, at: int) -> tuple[int, int]:
    """Where the word begins and ends that a trace stands in; of words run together the part between two capitals.

    >>> _word_at("đến ch", 4), _word_at("theoTrng", 5)
    ((4, 6), (4, 8))
    """
    start = end = at
    low, high = max(0, at - _LONGEST), min(len(text), at + _LONGEST)
    while start > low and (text[start - 1].isalpha() or text[start - 1] == "?"):
        start -= 1
    while end < high and (text[end].isalpha() or text[end] == "?"):
        end += 1
    word = text[start:end]
    if not (word[1:].islower() or word.isupper()):
        capitals = [number for number in range(start, end) if text[number].isupper()]
        start = max((number for number in capitals if number <= at), default=start)
        end = min((number for number in capitals if number > at), default=end)
    return start, end


def _is_left(text: str, start: int, end: int) -> bool:
    """Whether a word has no vowel, or a sign for one, and is no name and no part of an address.

    >>> _is_left("đến ch th nh", 4, 6), _is_left("đến Angkor", 4, 10), _is_left("anh.vn", 4, 6)
    (True, False, False)
    >>> _is_left("đến tr??ng", 4, 10), _is_left("theoTrng", 4, 8)
    (True, True)
    """
    word, before = text[start:end], text[start - 1 : start]
    if before in _JOINED or text.startswith("://", end):
        return False  # what reading anew finds in it is chance
    if before.isalpha() or text[end : end + 1].isalpha():
        word = word.lower()
    return word.islower() and ("?" in word or VOWELS.isdisjoint(word))


def _is_clear(text: str, start: int, end: int) -> bool:
    """Whether a word without vowels is what is left of a syllable; one with a sign, whether it lost the marked letters.

    >>> _is_clear("đến ch", 4, 6), _is_clear("dày 5 cm", 6, 8), _is_clear("npm", 0, 3)
    (True, False, False)
    >>> _is_clear("tr??ng", 0, 6), _is_clear("rồi?thế", 0, 7)
    (True, False)
    """
    word = text[start:end].lower()
    if "?" in word:
        return max(word) <= "\u00ff"  # the letters of Latin-1
    before = text[max(0, start - 2) : start]
    return _SKELETON.match(word) is not None and not (
        word in _UNITS and before[-1:].isspace() and before[0].isdecimal()
    )


def _otherwise(text: str, channel: Channel) -> float | None:
    """The share of the words with lost letters that would be read otherwise; None if the text proves no channel."""
    from vntextclean.misreadings.lost_letters.damaged_words import words_of
    from vntextclean.misreadings.lost_letters.proof import is_proven
    from vntextclean.misreadings.lost_letters.read import read

    runs, made, parts, starts, at, size = list[str](), list[str](), list[str](), list[int](), 0, 0
    for found in _RUN.finditer(text):
        runs.append(found[0])
        made.append(channel.shown(found[0]))
        parts += [text[at : found.start()], made[-1]]
        starts.append(size + found.start() - at)
        size = starts[-1] + len(made[-1])
        at = found.end()
    seen = "".join(parts)
    lost = [number for number, run in enumerate(runs) if made[number] != run]
    words = words_of(seen, channel) if len(lost) >= _LEAST else []
    if not words or not is_proven(seen, channel, words):
        return None
    for one in reversed(read(seen, channel, words)):
        if one.confidence >= MIN_CONFIDENCE:
            number = bisect_right(starts, one.start) - 1
            start = starts[number]
            made[number] = made[number][: one.start - start] + one.word + made[number][one.end - start :]
    return sum(made[number] != runs[number] for number in lost) / len(lost)
