"""The language model: vocabulary, n-grams and spelling model of one mapped model file, in batches of numpy arrays.

All log-probabilities are natural logarithms (nats). Ids below ``size`` are special tokens and lower-case spellings.
Higher ids are Title-case spellings of common names, so that "Nam" and "nam" are two words.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import numpy.typing as npt

from vntextclean.errors import ModelError, told
from vntextclean.lm.format import ModelFile, not_usable, open_file
from vntextclean.lm.ngrams import BITS, NGrams
from vntextclean.lm.text import scan as scanning
from vntextclean.lm.vocabulary import Spellings, read_vocabulary
from vntextclean.named_tuple import NamedTuple
from vntextclean.text_state import TextState

if TYPE_CHECKING:
    from vntextclean.lm.spelling import Spelling

__all__ = ["BITS", "Candidates", "Floats", "Ids", "Model"]

Ids = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]
#: Found by the path of this module: importlib.resources costs a twentieth of the start of `clean`.
_SHIPPED = Path(__file__).with_name("data") / "vi.vnlm"
_open: dict[tuple[str, int, int], Model] = {}
_opening = RLock()
_T = TypeVar("_T")


class Candidates(NamedTuple):
    """Candidate ids for several bare spellings, with their unigram log-probabilities (nats).

    Those of spelling i are ``ids[starts[i]:starts[i + 1]]``, likeliest first.
    """

    starts: npt.NDArray[np.int64]
    ids: Ids
    log_prob: Floats


class Model:
    """An open model file.

    It is never changed after opening, so that threads may share it. Raises :class:`ModelError` if arrays of the file
    are missing or do not fit together.
    """

    def __init__(self, file: ModelFile) -> None:
        self.file = file
        self._derived: dict[Callable[[Model], Any], Any] = {}
        self._lock = RLock()
        about = file.about
        try:
            self.order = int(about["order"])
            self.size = int(about["size"])
            read = file.read_section
            self.log_prob: Floats = read("unigram/log_prob").astype(np.float32, copy=False)
            self.backoff: Floats = read("unigram/backoff").astype(np.float32, copy=False)
            self.frequency: Floats = read("unigram/frequency").astype(np.float32, copy=False)
            self._spellings = Spellings(file, len(self.log_prob))
            self._vocabulary = read_vocabulary(file, self.size, len(self.log_prob))
            (
                self.title_of, self.lower_of, self.bare_of, self.lexicon,
                self.bare_starts, self.bare_ids, self.bare_lexicon,
            ) = self._vocabulary  # fmt: skip
            layout = [(int(entry["seed"]), int(entry["segment"])) for entry in about["orders"]]
            self.ngrams = _ngrams(self.log_prob, self.backoff, file, layout)
            self.log_prob, self.backoff = self.ngrams.log_prob, self.ngrams.backoff
        except (KeyError, TypeError, ValueError, OverflowError, AttributeError, IndexError) as error:
            raise not_usable(file.path, f"its description is incomplete ({error})") from error
        self._check()

    def _check(self) -> None:
        """Refuse arrays that hold an index outside another array."""
        count = len(self.log_prob)
        inside = (
            len(self.backoff) == len(self.frequency) == count
            and count >= len(scanning.SPECIALS)
            and count < 1 << BITS
            and self._vocabulary.fits(self.size, count)
            and self.ngrams.order == self.order
            and all(bool(np.isfinite(a).all()) for a in (self.log_prob, self.backoff, self.frequency))
        )
        if not inside:
            raise not_usable(self.file.path, "its parts do not fit together")

    @classmethod
    def open(cls, path: str | os.PathLike[str] | None = None) -> Model:
        """The model at ``path``, else at ``VNTEXTCLEAN_MODEL``, else the shipped one.

        Each file is opened once per process, and again after it has changed. Raises :class:`ModelError` if it cannot be
        opened or is not usable. Safe to call from several threads.
        """
        where = os.fspath(path or os.environ.get("VNTEXTCLEAN_MODEL") or _SHIPPED)
        try:
            state = os.stat(where)  # noqa: PTH116 - a Path takes ten times as long, and decoders ask for each word
        except OSError as error:
            raise ModelError(
                f"{where}: the model cannot be opened ({error.strerror}). Reinstall the package, or point "
                "VNTEXTCLEAN_MODEL or --model at a model file."
            ) from error
        key = (where, state.st_mtime_ns, state.st_size)
        with _opening:
            if key not in _open:
                _open[key] = cls(open_file(Path(where)))
            return _open[key]

    def derived(self, make: Callable[[Model], _T]) -> _T:
        """The result of ``make(model)``, computed once per model. Safe to call from several threads.

        Raises :class:`ModelError` where the parts of the file that it reads do not fit together.
        """
        if make not in self._derived:
            self._derive(make)
        made: _T = self._derived[make]
        return made

    def _derive(self, make: Callable[[Model], _T]) -> None:
        with self._lock:
            if make not in self._derived:  # nor has another thread made it by now
                try:
                    self._derived[make] = make(self)
                except (KeyError, TypeError, ValueError, OverflowError, AttributeError, IndexError) as error:
                    raise not_usable(self.file.path, f"a part of it cannot be read ({told(error)})") from error

    # -- words ----------------------------------------------------------------------------------------------

    @cached_property
    def words(self) -> list[str]:
        """The spelling of each id."""
        return self._spellings.all

    def word(self, number: int) -> str:
        """The spelling of an id; special tokens are ``<s>``, ``<p>``, ``<num>``, ``<unk>`` and so on."""
        return self._spellings.of(number)

    def spelled(self, scan: scanning.Scan, token: int) -> str:
        """A word of a text as the model spells it: in small letters, the tone of open rimes on the first vowel.

        A word that it does not know is as it stands, in small letters.
        """
        number = scan.flat.lower[token]
        return self.word(number) if number >= len(scanning.SPECIALS) else scan.word(token).lower()

    def ids(self, words: Sequence[str]) -> Ids:
        """The ids of words (int32[n]), each as inside a sentence: a Title-case word may have an id of its own.

        What is no single word, as "hà nội" or "", has the id of an unknown word. All words are looked up at once: the
        repair search asks for 492 when it is made, and one by one they took a tenth of the time of a short run.
        """
        return self._vocabulary.ids(words, self.scan("\n".join(words)))

    def candidates(self, bare: npt.NDArray[np.integer[Any]]) -> Candidates:
        """All lower-case spellings of the given bare spellings (numbers as in ``Scan.bare``; -1 has none)."""
        at = np.where((bare >= 0) & (bare < len(self.bare_starts) - 1), bare, -1)
        begin = np.where(at < 0, 0, self.bare_starts[np.maximum(at, 0)])
        length = np.where(at < 0, 0, self.bare_starts[np.maximum(at, 0) + 1] - begin)
        starts = np.concatenate(([0], np.cumsum(length)))
        index = np.arange(starts[-1]) - np.repeat(starts[:-1] - begin, length)
        ids = self.bare_ids[index]
        return Candidates(starts, ids, self.log_prob[ids])

    def bare_numbers(self, words: Sequence[str]) -> Ids:
        """The numbers of bare spellings (as in ``Scan.bare``), -1 where no known word has this bare spelling."""
        return self._vocabulary.bare_numbers(words)

    @cached_property
    def compiled(self) -> Any:
        """The word tables as a kernel handle, or None without a kernel."""
        return scanning.compiled_tables(self)

    def scan(self, text: str) -> scanning.Scan:
        """The tokens of a text as ids."""
        return scanning.scan(text, self)

    def scan_of(self, state: TextState) -> scanning.Scan:
        """The scan of the text of ``state``, computed once and shared by all filters."""
        return state.once(self.scan)

    # -- probabilities --------------------------------------------------------------------------------------

    def unigram(self, ids: npt.NDArray[np.integer[Any]]) -> Floats:
        """Unigram log-probabilities (nats). They are Kneser-Ney: by the number of different words before a word."""
        found: Floats = self.log_prob[ids]
        return found

    def share(self, ids: npt.NDArray[np.integer[Any]]) -> Floats:
        """Log relative frequencies (nats): by how often words occur, unlike :meth:`unigram`."""
        found: Floats = self.frequency[ids]
        return found

    def find(self, order: int, keys: npt.NDArray[np.uint64]) -> tuple[npt.NDArray[np.bool_], Floats, Floats]:
        """Look up packed n-grams: hits, gains and back-off weights; see :meth:`NGrams.find`."""
        return self.ngrams.find(order, keys)

    def logp(self, context: npt.NDArray[np.integer[Any]]) -> Floats:
        """Log-probability of the last id of each row given those before it; see :meth:`NGrams.logp`."""
        return self.ngrams.logp(context)

    @cached_property
    def spelling(self) -> Spelling:
        """The letter model of unknown words. Raises :class:`ModelError` if its arrays are damaged."""
        from vntextclean.lm.spelling import Spelling  # a clean line does not ask for it

        try:
            return Spelling(self.file.group("spelling"), self.compiled)
        except (IndexError, KeyError, TypeError, ValueError) as error:
            raise not_usable(self.file.path, f"the letters of unknown words are damaged ({error})") from error

    def token_scores(self, text: str, *, spelled: bool = False) -> Floats:
        """Log-probabilities (float32[tokens and borders], nats) of a text's stream without its first ``<s>``.

        An unknown word gets the probability of its class; with ``spelled`` also that of its letters.
        """
        scan = self.scan(text)
        scores = self.stream_scores(scan.stream)
        if spelled:
            places, log_prob = self.spelling_scores(scan)
            scores[places] += log_prob
        return scores

    def spelling_scores(self, scan: scanning.Scan) -> tuple[npt.NDArray[np.int64], Floats]:
        """The indices of unknown words in :meth:`token_scores`, and the log-probabilities of their letters (nats)."""
        unknown = np.flatnonzero((scan.lower >= scanning.UNKNOWN_LOWER) & ~scan.known)
        spans = zip(scan.starts[unknown].tolist(), scan.ends[unknown].tolist(), strict=True)
        return scan.at[unknown] - 1, self.spelling.log_prob([scan.text[start:end] for start, end in spans])

    def stream_scores(self, stream: Ids) -> Floats:
        """Log-probabilities (float32[n - 1], nats) of all tokens of a stream but the first."""
        return self.ngrams.of_stream(stream)


def _ngrams(log_prob: Floats, backoff: Floats, file: ModelFile, layout: list[tuple[int, int]]) -> NGrams:
    """The n-gram tables of a file, with those of its domain if it has one."""
    if domain := file.group("domain"):
        from vntextclean.lm.domain import DomainNGrams

        return DomainNGrams(log_prob, backoff, file.sections, layout, domain)
    return NGrams(log_prob, backoff, file.sections, layout)
