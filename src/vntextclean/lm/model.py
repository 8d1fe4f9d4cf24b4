"""The n-gram model: opens its file by mapping it, answers batches of questions by numpy.

Log-probabilities are natural logarithms. Ids below ``size`` are special tokens and lower-case spellings; those above
are Title-case spellings of common names, so that "Nam" and "nam" are two words.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from vntextclean.errors import ModelError
from vntextclean.lm import scan as scanning
from vntextclean.lm import tables
from vntextclean.lm.format import ModelFile, open_file

Ids = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
BITS = 15
TOP_BITS = 5  # of a 16-bit slot of the highest order; the other 11 tell absent n-grams apart
_open: dict[tuple[str, int, int], Model] = {}


class Candidates(NamedTuple):
    """Ids for each of several questions: those of question i are ``ids[starts[i]:starts[i + 1]]``, likeliest first."""

    starts: npt.NDArray[np.int64]
    ids: Ids
    log_prob: Floats


class _Order(NamedTuple):
    """The static table of one order, and what its codes mean."""

    table: tables.Table
    gains: Floats
    backoffs: Floats | None


class Model:
    """An open model file; every method takes and gives numpy arrays."""

    def __init__(self, file: ModelFile) -> None:
        self.file = file
        about = file.about
        try:
            self.order = int(about["order"])
            self.size = int(about["size"])
            read = file.read_section
            self.log_prob: Floats = read("unigram/log_prob").astype(np.float32)
            self.backoff: Floats = read("unigram/backoff").astype(np.float32)
            self.frequency: Floats = read("unigram/frequency").astype(np.float32)
            self.title_of: Ids = read("vocabulary/title_of").astype(np.int32)
            self.lower_of: Ids = read("vocabulary/lower_of").astype(np.int32)
            self.bare_of: Ids = read("vocabulary/bare_of").astype(np.int32)
            self.lexicon = _lexicon(file, "vocabulary/", len(self.log_prob))
            self.bare_starts = read("bare/starts").astype(np.int64)
            self.bare_ids: Ids = read("bare/ids").astype(np.int32)
            self.bare_lexicon = _lexicon(file, "bare/", len(self.bare_starts) - 1)
            self._orders = [
                _Order(
                    tables.Table(
                        read(f"{n}/slots"),
                        int(entry["seed"]),
                        16 if n < self.order else TOP_BITS,
                        int(entry["segment"]),
                    ),
                    read(f"{n}/gains"),
                    read(f"{n}/backoffs") if n < self.order else None,
                )
                for n, entry in enumerate(about["orders"], 2)
            ]
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(
                f"{file.path}: not a usable model: its description is incomplete ({error}). Reinstall "
                "the package, or build the model again."
            ) from error
        self._check()

    def _check(self) -> None:
        """Refuse arrays whose numbers would lead out of other arrays."""
        count = len(self.log_prob)
        same = all(len(a) == count for a in (self.backoff, self.frequency, self.title_of, self.lower_of, self.bare_of))
        inside = (
            same
            and count >= len(scanning.SPECIALS)
            and count < 1 << BITS
            and 0 < self.size <= count
            and _within(self.title_of, 0, count)
            and _within(self.lower_of, 0, self.size)
            and _within(self.bare_of, -1, len(self.bare_starts) - 1)
            and _within(self.bare_ids, 0, self.size)
            and len(self.bare_starts) > 0
            and int(self.bare_starts[0]) == 0
            and int(self.bare_starts[-1]) == len(self.bare_ids)
            and bool((np.diff(self.bare_starts) >= 0).all())
            and all(
                o.table.segment > 1
                and o.table.segment & (o.table.segment - 1) == 0
                and len(o.table.slots) >= 3 * o.table.segment
                and 0 <= o.table.seed < 1 << 32
                and o.table.slots.dtype == (np.uint16 if o.backoffs is None else np.uint32)
                and len(o.gains) == (1 << TOP_BITS if o.backoffs is None else 256)
                and (o.backoffs is None or len(o.backoffs) == 256)
                for o in self._orders
            )
            and len(self._orders) == self.order - 1
            and all(bool(np.isfinite(a).all()) for a in (self.log_prob, self.backoff, self.frequency))
        )
        if not inside:
            raise ModelError(
                f"{self.file.path}: not a usable model: its parts do not fit together. Reinstall the "
                "package, or build the model again."
            )

    @classmethod
    def open(cls, path: str | os.PathLike[str] | None = None) -> Model:
        """The model at ``path``, else the one VNTEXTCLEAN_MODEL names, else the one shipped; opened once each."""
        where = Path(
            path or os.environ.get("VNTEXTCLEAN_MODEL") or str(resources.files("vntextclean.lm") / "data" / "vi.vnlm")
        )
        try:
            state = where.stat()
        except OSError as error:
            raise ModelError(
                f"{where}: the model cannot be opened ({error.strerror}). Reinstall the package, or point "
                "VNTEXTCLEAN_MODEL or --model at a model file."
            ) from error
        key = (str(where), state.st_mtime_ns, state.st_size)
        if key not in _open:
            _open[key] = cls(open_file(where))
        return _open[key]

    # -- words ----------------------------------------------------------------------------------------------

    @cached_property
    def words(self) -> list[str]:
        """All spellings by id."""
        text = self.file.read_section("vocabulary/words").tobytes().decode("utf-8", "replace")
        words = text.split("\n")[: len(self.log_prob)]
        return words + [""] * (len(self.log_prob) - len(words))

    def word(self, number: int) -> str:
        """The spelling of an id; special tokens are written <s>, <p>, <num>, <unk>."""
        return self.words[number]

    def ids(self, words: Sequence[str]) -> Ids:
        """The ids of words, each taken as it would be inside a sentence: Title-case may have an id of its own."""
        return np.concatenate([self._id(word) for word in words]) if words else np.zeros(0, np.int32)

    def _id(self, word: str) -> Ids:
        found = scanning.tokens(word)
        if len(found.starts) != 1:
            return np.array([scanning.UNKNOWN_LOWER], np.int32)
        lower, _, _ = scanning.look_up(found, self.lexicon, self.bare_lexicon, self.bare_of)
        return self.title_of[lower] if found.case[0] == scanning.TITLE else lower

    def candidates(self, bare: npt.NDArray[np.integer[Any]]) -> Candidates:
        """All lower-case spellings with the given unmarked letters (numbers as in ``Scan.bare``; -1 has none)."""
        at = np.where((bare >= 0) & (bare < len(self.bare_starts) - 1), bare, -1)
        begin = np.where(at < 0, 0, self.bare_starts[np.maximum(at, 0)])
        length = np.where(at < 0, 0, self.bare_starts[np.maximum(at, 0) + 1] - begin)
        starts = np.concatenate(([0], np.cumsum(length)))
        index = np.arange(starts[-1]) - np.repeat(starts[:-1] - begin, length)
        ids = self.bare_ids[index]
        return Candidates(starts, ids, self.log_prob[ids])

    def bare_numbers(self, words: Sequence[str]) -> Ids:
        """The numbers of unmarked spellings (as in ``Scan.bare``), -1 where no known word has these letters."""
        if not words:
            return np.zeros(0, np.int32)
        joined = scanning.BARED[scanning.folded(scanning.code_points(" ".join(words)))]
        ends = np.cumsum([len(word) + 1 for word in words]) - 1
        return self.bare_lexicon.find(scanning.hashes(joined, np.concatenate(([0], ends[:-1] + 1)), ends))

    def scan(self, text: str) -> scanning.Scan:
        """The words of a text as ids; kept for the last text."""
        return scanning.scan(text, self)

    # -- probabilities --------------------------------------------------------------------------------------

    def unigram(self, ids: npt.NDArray[np.integer[Any]]) -> Floats:
        """Log-probabilities of words on their own."""
        found: Floats = self.log_prob[ids]
        return found

    def share(self, ids: npt.NDArray[np.integer[Any]]) -> Floats:
        """How often words are seen, as a log share; ``unigram`` asks after how many different words they follow."""
        found: Floats = self.frequency[ids]
        return found

    def find(self, order: int, keys: npt.NDArray[np.uint64]) -> tuple[npt.NDArray[np.bool_], Floats, Floats]:
        """Which packed n-grams are in the table, what they gain over backing off, and their own back-off weight.

        Gain and weight are 0 where an n-gram is absent, so both may be added whether it is there or not. A key holds
        the last word in its highest 15 bits.
        """
        entry = self._orders[order - 2]
        hit, value = entry.table.find(keys)
        if entry.backoffs is None:
            return hit, np.where(hit, entry.gains[value], 0), np.zeros(len(keys), np.float32)
        return hit, np.where(hit, entry.gains[value >> 8], 0), np.where(hit, entry.backoffs[value & 255], 0)

    def logp(self, context: npt.NDArray[np.integer[Any]]) -> Floats:
        """Log-probability of the last id of each row given those before it; 0 (and all before <s>) is no context.

        Rows may be of any length: the model looks at its own order's worth of the end.
        """
        rows = np.atleast_2d(np.asarray(context))[:, -self.order :].astype(np.uint64)
        score: Floats = self.log_prob[rows[:, -1].astype(np.int64)].copy()
        alive = np.ones(len(rows), np.bool_)
        suffix = alive.copy()
        key = rows[:, -1]
        history = np.zeros(len(rows), np.uint64)
        for back in range(1, rows.shape[1]):
            past = rows[:, -1 - back]
            alive = alive & (past != 0)
            key = (key << np.uint64(BITS)) | past
            history = (history << np.uint64(BITS)) | past
            known = alive.copy()
            if back == 1:
                weight = self.backoff[past.astype(np.int64)]
            else:
                hit, _, weight = self.find(back, history)
                known &= hit
                weight = np.where(known, weight, 0)
            hit, gain, _ = self.find(back + 1, key)
            suffix = suffix & hit & known
            score += np.where(known, weight, 0) + np.where(suffix, gain, 0)
            alive = alive & (past != scanning.SENTENCE)
        return score

    def token_scores(self, text: str) -> Floats:
        """The log-probability of every token of a text's stream, after its first <s>."""
        stream = self.scan(text).stream
        return self.stream_scores(stream)

    def stream_scores(self, stream: Ids) -> Floats:
        """The log-probability of every token of a stream but its first."""
        rows = np.zeros((len(stream) - 1, self.order), np.int64)
        for back in range(self.order):
            rows[max(0, back - 1) :, -1 - back] = stream[max(0, 1 - back) : len(stream) - back]
        return self.logp(rows)


def _lexicon(file: ModelFile, prefix: str, count: int) -> scanning.Lexicon:
    keys, values = file.read_section(prefix + "keys"), file.read_section(prefix + "values").astype(np.int32)
    size = len(keys)
    if (
        keys.dtype != np.uint32
        or size < 2
        or size & (size - 1)
        or len(values) != size
        or not _within(values, -1, count)
    ):
        raise ModelError(
            f"{file.path}: not a usable model: its word table is damaged. Reinstall the package, or build "
            "the model again."
        )
    return scanning.Lexicon(keys, values)


def _within(array: npt.NDArray[Any], low: int, high: int) -> bool:
    """Whether all numbers are in [low, high)."""
    return not len(array) or (int(array.min()) >= low and int(array.max()) < high)
