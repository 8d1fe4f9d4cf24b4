"""Choices that a line leaves uncertain, weighed again with the rest of the document.

A heading or a cell has few words that tell what was lost; the page around it has more. The net of wide context reads
over line ends here, and what the same damage was elsewhere on the page counts, as a cache model counts words; most
where the same word stands beside it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from vntextclean.misreadings.choosing.blocks import blocks
from vntextclean.misreadings.choosing.choose import Open, as_far_as_read, choose
from vntextclean.misreadings.choosing.known_words import usual_shares
from vntextclean.misreadings.choosing.letter_case import small_head
from vntextclean.misreadings.reading.lost_signs import SIGN_CONFIDENCE
from vntextclean.misreadings.reading.tokens import Found, by_token

#: Choices with a smaller posterior are weighed again. On 2 000 lines of whole documents of 17 kinds 97.97 instead of
#: 97.74 % of the words that lost bytes come back, on the samples 96.0 instead of 95.6.
_SURE = 0.98
#: A choice as sure as this counts for the same damage elsewhere.
_COUNTED = 0.9
#: So many places stand for the shares in real text, as in :mod:`vntextclean.restoration.document_cache`. Of 43 000
#: words of whole documents .17 % more come back than with ten places, and as many wrong ones.
_PRIOR = 2.0
#: The same damage beside the same word is the same word in 997 of 1 000 pairs of places of a document (158 000 pairs).
#: It counts less here, for the other words beside the two places are not the same: .09 % more words come back.
_DIFFERS = 0.05
#: No word is longer.
_LONGEST = 24

_Key = frozenset[str]
#: Damage, and the word before it (or behind it), as they are seen.
_Phrase = tuple[str, str, bool]
#: How often each word was chosen surely, by its rivals and by what stands beside it.
_Document = tuple[Mapping[_Key, Counter[str]], Mapping[_Phrase, Counter[str]]]


def weighed_together(text: str, made: Mapping[int, list[Found]]) -> dict[int, list[Found]]:
    """What was found in the lines of a text, by the start of the line, with uncertain choices weighed again.

    Sure choices stay. Words that are whole, and documents of one line, cost nothing.

    >>> line = [Found(0, 3, "nội", "chosen", 0.7, (), Open(0, 3, ("nội", "nổi"), (0.0, 0.0)))]
    >>> weighed_together("ná»", {0: line}) == {0: line}
    True
    """
    found = sorted(one for own in made.values() for one in own)
    if len(made) < 2 or not any(map(_is_open, found)):
        return dict(made)
    counts, phrases = _counts(found), _phrases(text, found)
    head = small_head(text)
    fresh: dict[int, Found] = {}
    for start, end, block in blocks(text, found):
        for one in _weighed(text, start, end, block, (counts, phrases), head):
            fresh[one.start] = one
    again = {start: [fresh.get(one.start, one) for one in own] for start, own in made.items()}
    return {start: [one for token in by_token(text, own) for one in _as_one(token)] for start, own in again.items()}


def _as_one(token: list[Found]) -> list[Found]:
    """The parts of a token, each as sure as the least sure choice among them."""
    least = min((one.confidence for one in token if one.among), default=None)
    return token if least is None else [one._replace(confidence=min(least, _best(one))) for one in token]


def _best(one: Found) -> float:
    """How sure a part may be at most: a sign that its place told is never surer than such signs are."""
    return SIGN_CONFIDENCE if not one.among and one.kind == "chosen" else 1.0


def _is_open(one: Found) -> bool:
    return one.among is not None and one.confidence < _SURE


def _key(among: Open) -> _Key:
    return frozenset(map(str.lower, among.options))


def _counts(found: Sequence[Found]) -> dict[_Key, Counter[str]]:
    """For each set of options, how often each was chosen and surely."""
    counts: dict[_Key, Counter[str]] = {}
    for one in found:
        if one.among and one.confidence >= _COUNTED:
            counts.setdefault(_key(one.among), Counter())[one.word.lower()] += 1
    return counts


def _phrases(text: str, found: Sequence[Found]) -> dict[_Phrase, Counter[str]]:
    """For the same damage beside the same word, how often each word was chosen and surely."""
    phrases: dict[_Phrase, Counter[str]] = {}
    for one in found:
        if one.among and not _is_open(one):
            for phrase in _beside(text, one):
                phrases.setdefault(phrase, Counter())[one.word.lower()] += 1
    return phrases


def _beside(text: str, one: Found) -> Iterator[_Phrase]:
    """The damage with the word before it, and with the word behind it, where a space and no mark is between."""
    seen = text[one.start : one.end].lower()
    before = text[max(0, one.start - _LONGEST) : one.start].rpartition("\n")[2]
    if before.endswith(" ") and (words := before.split()):
        yield seen, words[-1].lower(), False
    behind = text[one.end : one.end + _LONGEST].partition("\n")[0]
    if behind.startswith(" ") and (words := behind.split()):
        yield seen, words[0].rstrip(".,;:!?").lower(), True


def _weighed(
    text: str, start: int, end: int, block: Sequence[Found], document: _Document, head: float
) -> Iterator[Found]:
    """The uncertain choices of a stretch of a text, chosen again."""
    asked = [one for one in block if _is_open(one)]
    if not asked:
        return
    stretches = [
        Open(one.start, one.end, one.among.options, _weights(text, one, one.among, document))
        if one.among and _is_open(one)
        else Open(one.start, one.end, (one.word,), (0.0,))
        for one in block
    ]
    line, opens = as_far_as_read(text, start, end, stretches)
    for one, choice in zip(asked, choose(line, opens, head=head), strict=True):
        if choice and choice.word != text[one.start : one.end]:
            yield one._replace(word=choice.word, confidence=choice.posterior)


def _weights(text: str, one: Found, among: Open, document: _Document) -> tuple[float, ...]:
    """The log-weights of the options: by how much the document has each oftener than real text has it."""
    counts, phrases = document
    weights = _by_counts(one, among, counts)
    for phrase in _beside(text, one):
        if own := phrases.get(phrase):
            most = own.total() + _DIFFERS
            weights = tuple(
                weight + math.log((own[word.lower()] + _DIFFERS) / most)
                for word, weight in zip(among.options, weights, strict=True)
            )
    return weights


def _by_counts(one: Found, among: Open, counts: Mapping[_Key, Counter[str]]) -> tuple[float, ...]:
    key = _key(among)
    pool = Counter(counts.get(key, Counter[str]()))
    if one.confidence >= _COUNTED:
        pool[one.word.lower()] -= 1  # a place is no evidence for itself
    total = pool.total()
    usual = usual_shares(sorted(key)) if total else {}
    if not usual:
        return among.weights
    return tuple(
        weight + math.log((pool[word.lower()] / usual[word.lower()] + _PRIOR) / (total + _PRIOR))
        for word, weight in zip(among.options, among.weights, strict=True)
    )
