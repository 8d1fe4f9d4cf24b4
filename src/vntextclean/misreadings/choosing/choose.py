"""Where bytes were lost: which of several words stands there, by the language model over the whole line.

All open words of a line are weighed together, by forward-backward over the lattice of their options, so that one lost
word helps to find the next. The posterior is the confidence of the repair.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from vntextclean.misreadings.choosing.known_words import number_of, numbers_of, the_model
from vntextclean.misreadings.choosing.letter_case import (
    SMALL_HEAD,
    TITLED,
    Place,
    case_weight,
    has_both,
    is_title,
    places_of,
)
from vntextclean.named_tuple import NamedTuple
from vntextclean.patterns import late

if TYPE_CHECKING:
    from vntextclean.lm.model import Model
    from vntextclean.restoration.lattice import Lattice

#: Options of a word beyond so many are left out, the rarest first; the lattice holds six after its coarse pass.
_WIDEST = 40
#: What HTML has between words: it is read only later, and no word of the line.
_BETWEEN_WORDS = late(r"&(?:nbsp|quot|[lr][ds]quo|[nm]dash|hellip|#160|#xa0);|<br ?/?>", re.IGNORECASE)
#: What may stand before the first word of a sentence.
_BEGINS = late(r"[.!?…:”\"“‘']\s*[“‘\"'(]?\Z")


class Open(NamedTuple):
    """A stretch of a line, and the words that may stand in it with their log-weights."""

    start: int
    end: int
    options: tuple[str, ...]
    weights: tuple[float, ...]


class Choice(NamedTuple):
    """The likeliest word of an open stretch, and its posterior."""

    word: str
    posterior: float


def as_far_as_read(text: str, start: int, end: int, stretches: Sequence[Open]) -> tuple[str, list[Open]]:
    """A part of a text as far as it is read, and the stretches of it that are open, at their places in it.

    ``stretches`` are in order; one with a single option is read, and holds that word.

    >>> as_far_as_read("ra khá»i ná»", 3, 12, [Open(3, 8, ("khỏi",), (0.0,)), Open(9, 12, ("nội", "nổi"), (0.0, 0.0))])
    ('khỏi ', [Open(start=5, end=5, options=('nội', 'nổi'), weights=(0.0, 0.0))])
    """
    parts, opens, at, size = [], list[Open](), start, 0
    for one in stretches:
        parts.append(text[at : one.start])
        size += one.start - at
        if len(one.options) == 1:
            parts.append(one.options[0])
            size += len(one.options[0])
        else:
            opens.append(one._replace(start=size, end=size))
        at = one.end
    return "".join(parts) + text[at:end], opens


def choose(
    line: str, opens: Sequence[Open], asked: Container[int] | None = None, head: float = SMALL_HEAD
) -> list[Choice | None]:
    """The choice for each open stretch of a line; None where there is no model or no option.

    ``line`` is the line as far as it is read; an open stretch may hold anything. With ``asked`` only the stretches that
    start there get an answer, and the others are what they are chosen beside. ``head`` is the log-weight
    of a small letter where a line begins (:func:`.letter_case.small_head`).

    >>> [choice.word for choice in choose("ra khá»i nhà", [Open(3, 8, ("khỏi", "khời", "khọi"), (0.0, 0.0, 0.0))])]
    ['khỏi']
    """
    model = the_model()
    if model is None or not opens:
        return [None] * len(opens)
    if "&" in line or "<" in line:
        line = _BETWEEN_WORDS.sub(lambda found: " " * len(found[0]), line)
    numbers_of(model, [word.lower() for one in opens for word in one.options])  # all at once
    text, spans = _put_in(line, opens, [_usual(model, line, one) for one in opens])
    return _weighed(model, text, spans, opens, asked, head)


def _usual(model: Model, line: str, one: Open) -> str:
    """The commonest word that may stand at a place, with a capital where a sentence may begin, else in small letters.

    "Đó." inside a sentence would be an abbreviation, and "đây" behind a stop none that begins a sentence.
    """
    begins = _BEGINS.search(line, max(0, one.start - 3), one.start) is not None or not line[: one.start].strip()
    return _commonest(model, one.options, begins)


@lru_cache(maxsize=1 << 12)
def _commonest(model: Model, options: tuple[str, ...], begins: bool) -> str:
    return max(
        options,
        key=lambda word: (float(model.log_prob[number_of(model, word.lower())]), word[:1].isupper() == begins),
        default="",
    )


def _put_in(line: str, opens: Sequence[Open], words: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """The line with a word put in for each open stretch, and where those stand."""
    parts, spans, at, size = [], [], 0, 0
    for (start, end, _, _), word in zip(opens, words, strict=True):
        parts += [line[at:start], word]
        size += start - at
        spans.append((size, size + len(word)))
        size += len(word)
        at = end
    return "".join(parts) + line[at:], spans


def _weighed(
    model: Model,
    text: str,
    spans: Sequence[tuple[int, int]],
    opens: Sequence[Open],
    asked: Container[int] | None,
    head: float,
) -> list[Choice | None]:
    import numpy as np

    from vntextclean.misreadings.choosing.doubtful_case import with_case
    from vntextclean.misreadings.choosing.rescored import rescored
    from vntextclean.restoration import lattice as lattices

    scan = model.scan(text)
    starts = {start: token for token, start in enumerate(scan.starts.tolist())}
    ends, at = scan.ends.tolist(), scan.at.tolist()
    both = {
        starts[span[0]] for span, one in zip(spans, opens, strict=True) if span[0] in starts and has_both(one.options)
    }
    places = places_of(scan, both)
    rows: dict[int, tuple[int, tuple[_Entry, ...]]] = {}
    for number, (span, one) in enumerate(zip(spans, opens, strict=True)):
        token = starts.get(span[0])
        if token is None or ends[token] != span[1] or not one.options:
            continue
        if entries := _entries(model, places[token], one.options, one.weights, head):
            rows[number] = at[token], entries
    ids = np.zeros((len(scan.stream), _WIDEST), np.int32)
    ids[:, 0] = scan.stream
    weight = np.zeros(ids.shape, np.float32)
    where = [row * _WIDEST + column for row, entries in rows.values() for column in range(len(entries))]
    ids.reshape(-1)[where] = [entry.number for _, entries in rows.values() for entry in entries]
    weight.reshape(-1)[where] = [entry.weight for _, entries in rows.values() for entry in entries]
    lattice = lattices.Lattice(model, ids, weight, keep=8, margin=12.0)
    decoded = lattice.decoded(
        rescored(model, _likeliest(text, spans, lattice, rows), lattice, [row for row, _ in rows.values()])
    )
    choices: list[Choice | None] = [None] * len(opens)
    for number, (row, entries) in rows.items():
        one = opens[number]
        if asked is None or one.start in asked:
            best = _best(entries, decoded.posterior[row].tolist(), decoded.column[row].tolist())
            beside = int(decoded.ids[row - 1, 0]), int(decoded.ids[row + 1, 0])
            place = places[starts[spans[number][0]]]
            choices[number] = best and with_case(*best, model, one.options, place, beside)
    return choices


def _likeliest(
    text: str, spans: Sequence[tuple[int, int]], lattice: Lattice, rows: dict[int, tuple[int, tuple[_Entry, ...]]]
) -> str:
    """The line with the likeliest words of a lattice put in."""
    best = lattice.posterior().argmax(1)
    placed = [Open(*spans[number], (), ()) for number in rows]
    likeliest = []
    for row, entries in rows.values():
        place = int(lattice.column[row, best[row]])  # behind the entries where each is as good as impossible
        likeliest.append(entries[place if place < len(entries) else 0].word)
    return _put_in(text, placed, likeliest)[0]


def _best(entries: Sequence[_Entry], posterior: list[float], column: list[int]) -> tuple[Choice, float] | None:
    """The likeliest word, and the posterior of the same word in any case."""
    share: dict[str, float] = {}
    for mass, place in zip(posterior, column, strict=True):
        if place < len(entries) and mass > 0:
            word = entries[place].word
            share[word] = share.get(word, 0.0) + mass
    if not share:
        return None
    word = max(share, key=lambda one: share[one])
    whole = sum(mass for one, mass in share.items() if one.lower() == word.lower())
    return Choice(word, min(share[word], 1.0)), min(whole, 1.0)


class _Entry(NamedTuple):
    """A column of the lattice: an id of the model, its log-weight (nats), and the word that it stands for."""

    number: int
    weight: float
    word: str


@lru_cache(maxsize=1 << 12)
def _entries(
    model: Model, place: Place, options: tuple[str, ...], weights: tuple[float, ...], head: float
) -> tuple[_Entry, ...]:
    """Model ids of the options of a word, with log-weights: those that fit its case and are known come first."""
    found = []
    lower = [word.lower() for word in options]
    numbers_of(model, lower)  # all at once
    for word, own, small in zip(options, weights, lower, strict=True):
        number, name, log_prob, log_prob_of_name = _known(model, small)
        if number < 0:
            continue
        title = is_title(word)
        weight = own + case_weight(word, place, head, has_name=name != number)
        if title and not place.initial and name != number:
            found.append((weight + log_prob_of_name, name, weight, word))
            weight += TITLED
        found.append((weight + log_prob, number, weight, word))
    found.sort(reverse=True)
    return tuple([_Entry(number, weight, word) for _, number, weight, word in found[:_WIDEST]])


@lru_cache(maxsize=1 << 13)
def _known(model: Model, word: str) -> tuple[int, int, float, float]:
    """The ids of a word in small letters and as a name, and their log-probabilities; -1 for a word never counted."""
    from vntextclean.lm.text.scan import UNKNOWN_MARKED

    number = number_of(model, word)
    if number <= UNKNOWN_MARKED:
        return -1, -1, 0.0, 0.0
    name = int(model.title_of[number])
    return number, name, float(model.log_prob[number]), float(model.log_prob[name])
