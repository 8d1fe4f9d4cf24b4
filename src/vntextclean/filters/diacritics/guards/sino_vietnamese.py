"""Whether a word stands in Chinese read aloud: the lines of a classic before their translation, an old proclamation.

Such lines have words and an order that no Vietnamese sentence has, so that what stands there seems damaged throughout.
In 3 000 000 syllables of which 35 000 are of the kind, four of twelve repairs of what is a syllable as it stands were
wrong: "quan ti giả" (of low rank) became *tài*, "vô sơ hữu chung" (without a beginning) *sở*.
"""

from __future__ import annotations

from vntextclean.lm.text.scan import Scan

#: Words of grammar in Chinese read aloud, and words of Vietnamese grammar, which stand in no such line.
_GRAMMAR = frozenset("chi giả dã kỳ vô bất tắc nhi dĩ hữu vu ư hồ viết sở phi khả nãi diệc phất phàm thả".split())
_VIETNAMESE = frozenset(
    "của là có không và cho được các những một người này đó ấy thì mà ở với đã đang sẽ cũng rằng nói để trong".split()
)
#: So many words to either side are read, and so many of them must be words of grammar.
_REACH, _FEWEST = 7, 3


def is_sino_vietnamese(scan: Scan, token: int) -> bool:
    """Whether the words around a word in its line are Chinese read aloud.

    >>> from vntextclean.lm.model import Model
    >>> scan = Model.open(None).scan("Kỳ nhân hữu chí, bất cầu lợi giả, thiên hạ trọng chi.")
    >>> is_sino_vietnamese(scan, 3)
    True
    >>> is_sino_vietnamese(Model.open(None).scan("Người ấy có chí, không cầu lợi, nên ai cũng trọng."), 3)
    False
    """
    text, starts, found = scan.text, scan.flat.starts, 0
    # The line ends where one of those words does: a page of one long line is not looked through for each word.
    low = text.rfind("\n", starts[max(0, token - _REACH)], starts[token]) + 1
    last = text.find("\n", starts[token], starts[min(len(starts) - 1, token + _REACH)])
    high = len(text) if last < 0 else last
    for step in (-1, 1):
        for near in range(token + step, token + step * (_REACH + 1), step):
            if not 0 <= near < len(starts) or not low <= starts[near] < high:
                break
            word = scan.word(near).lower()
            if word in _VIETNAMESE:
                return False
            found += word in _GRAMMAR
    return found >= _FEWEST
