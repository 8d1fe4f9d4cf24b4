"""Diacritic restoration: every word without diacritics gets the spelling that is likeliest in its context.

Words with a diacritic are context and stay as they are. So do numbers, addresses and words that the model does not
know.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.syllables import syllables
from vntextclean.lm.text import scan as scanning
from vntextclean.named_tuple import NamedTuple
from vntextclean.restoration import lattice
from vntextclean.restoration.addresses import addresses
from vntextclean.restoration.document_cache import DocumentCache
from vntextclean.restoration.rescore import Rescorer
from vntextclean.vietnamese.tone_style import Style, in_style, style_of

MOST_CANDIDATES = 24  # of a word, before pruning
RARER = 9.0  # largest distance of a candidate to the commonest one in log frequency (nats): loses 8 words in 100 000
HEADLINE = -4.0  # log-weight of reading a Title-case word as a common word
WINDOW = 8192  # stream positions decoded at once
ALONE = 0.97  # a word that no other stands beside must be so sure: "khong" is, "Gia" and "Viet" are not
TOGETHER = 24  # windows that share one document cache: some 150 000 words, 100 MB


Ints = npt.NDArray[np.int64]
#: The log-weights of the candidates of a word: as it is written, then without its capital.
_WEIGHTS = np.repeat(np.array([0, HEADLINE], np.float32), (MOST_CANDIDATES, MOST_CANDIDATES // 2))


class Restoration(NamedTuple):
    """One restored word: its span in code points of the text, its new spelling and the posterior of that spelling."""

    start: int
    end: int
    replacement: str
    posterior: float


class _Answers(NamedTuple):
    """For each token of a scan, the chosen lower-case id (0: unchanged) and its posterior."""

    chosen: npt.NDArray[np.int32]
    posterior: npt.NDArray[np.float32]


def restore(text: str, model: Model | None = None, style: Style = "keep") -> str:
    """The text with diacritics restored on its bare words.

    ``model`` is by default the shipped one. ``style`` is the place of the tone in hòa or hoà, by default as in the text
    itself. The length of the text does not change. A word alone on its line stays if it may be several. Raises
    :class:`vntextclean.errors.ModelError` if the model cannot be opened. Safe to call from several threads.

    >>> restore("Toi di hoc, khong di choi.")
    'Tôi đi học, không đi chơi.'
    >>> restore("Nguyễn Huệ, https://example.com/ha-noi"), restore("No title"), restore("Gia")
    ('Nguyễn Huệ, https://example.com/ha-noi', 'No title', 'Gia')
    """
    if not text or not any("a" <= c <= "z" or "A" <= c <= "Z" for c in text):
        return text
    model = model or Model.open()
    scan = model.scan(text)
    if not len(scan):
        return text
    codes = scanning.code_points(text).copy()
    line = _lines_of(scan, codes)
    answers = _decide(scan, model, line)
    changed = ((answers.chosen > 0) & ~(_are_alone(line) & (answers.posterior < ALONE))).nonzero()[0]
    blob, begins = model.derived(_letters)
    ids = answers.chosen[changed]
    length = scan.ends[changed] - scan.starts[changed]
    good = begins[ids + 1] - begins[ids] - 1 == length
    changed, ids, length = changed[good], ids[good], length[good]
    inside = np.arange(length.sum()) - np.repeat(np.cumsum(length) - length, length)
    target = np.repeat(scan.starts[changed], length) + inside
    letters = blob[np.repeat(begins[ids], length) + inside]
    big = scanning.IS_UPPER[np.minimum(codes[target], len(scanning.IS_UPPER) - 1)]
    codes[target] = np.where(big, scanning.RAISED[letters], letters)
    restored = bytes(codes.tobytes()).decode("utf-32-le" if scanning.LITTLE else "utf-32-be", "surrogatepass")
    return in_style(text, restored, style)


def restore_spans(text: str, model: Model | None = None, style: Style = "keep") -> list[Restoration]:
    """The words that :func:`restore` would change, each with its posterior. The text must be NFC.

    Raises :class:`vntextclean.errors.ModelError` if the model cannot be opened. Safe to call from several threads.
    """
    model = model or Model.open()
    scan = model.scan(text)
    if not len(scan):
        return []
    answers = _decide(scan, model, _lines_of(scan, scanning.code_points(text)))
    if style == "keep":
        style = style_of(text)
    out = []
    for at in np.flatnonzero(answers.chosen > 0).tolist():
        start, end = int(scan.starts[at]), int(scan.ends[at])
        old, new = text[start:end], model.word(int(answers.chosen[at]))
        if len(old) == len(new):
            new = "".join(n.upper() if o.isupper() else n for o, n in zip(old, new, strict=True))
            new = in_style(old, new, style)
            if new != old:
                out.append(Restoration(start, end, new, float(answers.posterior[at])))
    return out


def _letters(model: Model) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64]]:
    """All spellings as code points with one space after each, and the start of each."""
    blob = scanning.code_points(" ".join(model.words[: model.size]) + " ")
    begins = np.concatenate(([0], np.flatnonzero(blob == ord(" ")) + 1))
    return blob, begins


def _decide(scan: scanning.Scan, model: Model, line: Ints) -> _Answers:
    free = ~scan.marked & (scan.bare >= 0) & (scan.case != scanning.MIXED)
    for start, end in addresses(scan.text):
        first, last = np.searchsorted(scan.starts, [start, end])
        free[first:last] = False
    free &= ~_of_foreign_lines(scan, model, line)
    words = free.nonzero()[0]
    place = np.full(len(scan.stream), -1, np.int64)
    place[scan.at[words]] = words
    answers = _Answers(np.zeros(len(scan), np.int32), np.ones(len(scan), np.float32))
    evidence = Rescorer(scan, model)
    windows = list(_windows(scan.stream))
    for group in range(0, len(windows), TOGETHER):
        _settle(scan, model, place, evidence, windows[group : group + TOGETHER], answers)
    return answers


def _lines_of(scan: scanning.Scan, codes: npt.NDArray[np.uint32]) -> Ints:
    """The number of the line on which each word stands."""
    return np.searchsorted((codes == ord("\n")).nonzero()[0], scan.starts)


def _are_alone(line: Ints) -> npt.NDArray[np.bool_]:
    """Which words are all that their line has, as the name in a cell: "Gia" may be gia, giá, giả, già or giã."""
    alone: npt.NDArray[np.bool_] = np.bincount(line)[line] == 1
    return alone


def _of_foreign_lines(scan: scanning.Scan, model: Model, line: Ints) -> npt.NDArray[np.bool_]:
    """Which words stand on a foreign line: one without marks on which most words are no syllables, or half of two.

    Numbers and words in capitals say nothing. "No title" is not "Nó title", and "Cong ty TNHH ABC" is no such line.
    """
    lines = int(line[-1]) + 1
    telling = ~scan.tokens.number & (scan.case != scanning.UPPER)
    alien = telling & ~model.derived(_bare_syllables)[scan.bare]
    count, strange = np.bincount(line, telling, lines), np.bincount(line, alien, lines)
    foreign = (2 * strange + (count == 2) > count) & (np.bincount(line, scan.marked, lines) == 0)
    of_it: npt.NDArray[np.bool_] = foreign[line]
    return of_it


def _bare_syllables(model: Model) -> npt.NDArray[np.bool_]:
    """By number of an unmarked spelling, whether it is that of a syllable; the last entry is for a word not known."""
    legal = model.derived(syllables)[model.bare_ids]
    return np.append(np.logical_or.reduceat(legal, model.bare_starts[:-1]), False)


def _settle(
    scan: scanning.Scan,
    model: Model,
    place: Ints,
    evidence: Rescorer,
    windows: list[tuple[int, int]],
    answers: _Answers,
) -> None:
    """Decide the words of some windows: by n-grams, then, where uncertain, with the net and the document cache."""
    pieces = []
    for start, end in windows:
        piece = lattice.Lattice(model, *candidates(scan, model, scan.stream[start:end], place[start:end]))
        pieces.append((start, place[start:end], piece, piece.posterior()))
    document = DocumentCache(model, [(where, piece.ids, share) for _, where, piece, share in pieces], scan)
    for start, where, piece, share in pieces:
        at = lattice.unsure(share)
        if len(at):
            added = evidence(at + start, piece.ids[at]) + document(where[at], piece.ids[at], share[at])
            share = piece.posterior(at, added)
        known = where >= 0
        spelled, certain = _merged(piece.ids[known], model.lower_of[piece.ids[known]], share[known])
        answers.chosen[where[known]] = spelled
        answers.posterior[where[known]] = certain


def candidates(
    scan: scanning.Scan, model: Model, stands: npt.NDArray[np.int32], place: Ints
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
    """Candidate generation for positions of the stream: ids (int32[n, k], 0: none) and log-weights (float32[n, k]).

    ``stands`` (int32[n]) are the written ids, ``place`` (int64[n]) the tokens that may change (-1: stays as written).
    """
    weight = np.broadcast_to(_WEIGHTS, (len(place), len(_WEIGHTS)))
    ids = np.zeros(weight.shape, np.int32)
    if kernel.native is not None:
        tables = model.bare_starts, model.bare_ids, model.frequency, model.title_of
        typed = np.ascontiguousarray(scan.bare), np.ascontiguousarray(scan.names)
        kernel.native.bare_candidates(stands, place, *typed, tables, RARER, MOST_CANDIDATES, ids)
        return ids, weight
    ids[:, 0] = stands
    rows = np.flatnonzero(place >= 0)
    words = place[rows]
    begin = model.bare_starts[scan.bare[words]]
    size = model.bare_starts[scan.bare[words] + 1] - begin
    column = np.arange(MOST_CANDIDATES)
    spot = np.minimum(begin[:, None] + column, len(model.bare_ids) - 1)
    options = np.where(column < size[:, None], model.bare_ids[spot], 0)
    usual = model.frequency[options[:, :1]]
    options = np.where(model.frequency[options] >= usual - RARER, options, 0)
    title = scan.names[words]
    names = np.where(title[:, None], model.title_of[options], options)
    ids[rows, :MOST_CANDIDATES] = names
    # A Title-case word is mostly a name, but in a headline it may be any word: its lower-case id is a candidate too.
    common = options[:, : MOST_CANDIDATES // 2]
    ids[rows, MOST_CANDIDATES:] = np.where(common != names[:, : MOST_CANDIDATES // 2], common, 0)
    return ids, weight


def _merged(
    ids: npt.NDArray[np.int32],
    spelled: npt.NDArray[np.int32],
    share: npt.NDArray[np.float32],
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
    """The likeliest spelling of each row, with the posteriors of its Title-case and lower-case ids added up."""
    total = share.copy()
    names = (ids != spelled).any(1).nonzero()[0]  # only these have a spelling twice
    same, own = spelled[names], share[names]
    for column in range(spelled.shape[1]):
        total[names, column] = np.where(same == same[:, column : column + 1], own, 0).sum(1)
    best = total.argmax(1)
    row = np.arange(len(best))
    return spelled[row, best], total[row, best]


def _windows(stream: npt.NDArray[np.int32]) -> Iterator[tuple[int, int]]:
    """Windows of about :data:`WINDOW` positions, cut at ``<s>``; each begins and ends with one if possible."""
    stops = (stream == scanning.SENTENCE).nonzero()[0]
    begin = 0
    while begin < len(stream) - 1:
        after = int(np.searchsorted(stops, begin + WINDOW))
        end = int(stops[after]) if after < len(stops) else len(stream) - 1
        end = min(end, begin + 4 * WINDOW)
        yield begin, end + 1
        begin = end
