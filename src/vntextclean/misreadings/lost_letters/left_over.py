"""Whether a text is what the reader left of one that lost letters, some of its words still damaged.

It is read to its end: filters for the slips of a writer, which do not know what was lost, fill one word in three
wrongly there. Nothing in the text says how it came, but reading it anew does: what the channel would show of it is read
to the same text. Of other texts one word in forty or more would be read otherwise.
"""

from __future__ import annotations

from bisect import bisect_right

from vntextclean.misreadings.before_decoding.traces import LOST_LETTERS
from vntextclean.misreadings.lost_letters.channels import CHANNELS, Channel
from vntextclean.misreadings.lost_letters.proof import is_proven
from vntextclean.patterns import late
from vntextclean.settings import MIN_CONFIDENCE
from vntextclean.text_state import TextState

#: So many traces of lost letters are looked at closer, if there is one in so many characters.
_FEWEST, _APART = 3, 1000
#: The share of words read otherwise, at most: of 26 texts that were read it was .9 % at most, of 1 000 others 2.7 % at
#: least. So many words must have been read, and the beginning of a text tells it.
_OTHERWISE, _LEAST, _BEGINNING = 0.015, 20, 1 << 12
_RUN = late(r"\S+|(?<= )(?= )")


def is_left_over(state: TextState) -> bool:
    """Whether a text is what the reader left of one that lost letters.

    Clean text costs the look for traces that it has had.

    >>> is_left_over(TextState("Trời mưa to, đường làng ngập, ng TH và ch th nh"))
    False
    """
    traces = len(LOST_LETTERS.places(state))
    if traces < _FEWEST or traces * _APART < len(state.text):
        return False
    text = state.text[:_BEGINNING]
    return any(channel.sign in text and _otherwise(text, channel) <= _OTHERWISE for channel in CHANNELS)


def _otherwise(text: str, channel: Channel) -> float:
    """The share of the words with lost letters that would be read otherwise; 1 if the text proves no channel."""
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
    if len(lost) < _LEAST or not is_proven(seen, channel):
        return 1.0
    for one in reversed(read(seen, channel)):
        if one.confidence >= MIN_CONFIDENCE:
            number = bisect_right(starts, one.start) - 1
            start = starts[number]
            made[number] = made[number][: one.start - start] + one.word + made[number][one.end - start :]
    return sum(made[number] != runs[number] for number in lost) / len(lost)
