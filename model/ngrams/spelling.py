"""Count the letters of unknown words: ``python -m model.ngrams.spelling CORPORA MODEL.vnlm OUT.npz``.

The words unknown to MODEL are collected from the corpora of corpora.toml, without misspellings of known words. N-grams
of letters are estimated from them in the same way as those of words. OUT is the part ``spelling`` of a model file. The
same corpora and model give the same part, byte for byte.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from model.ngrams import count, pack
from model.ngrams.corpus import SOURCES, chunks, sources
from model.ngrams.encode import bare_of
from vntextclean.filters.diacritics.kinds.damage import with_letter_back
from vntextclean.lm.model import Model
from vntextclean.lm.spelling import FIRST_LETTER, KINDS, LOWER, MARKED, kind_of, letters_of
from vntextclean.lm.text import scan
from vntextclean.vietnamese.syllables import forms, is_syllable

#: Measured on unknown words of held-out lines: order 3 costs 0.4 nats per word more at this size, all 4-grams (0.58 MB)
#: 1.4 less. Counting words by the square root of their frequency is 0.3 nats better than counting each once.
ORDER = 4
SIZES = {2: 1 << 20, 3: 8_000, 4: 15_000}
DAMPING = 0.5  # without it the few words with diacritics lose their n-grams first
POWER = 0.5
LONGEST = 24  # letters; longer strings are no words
SLIP = 7  # letters of the longest syllable

Words = Counter[tuple[int, str]]  # kind and folded spelling


def unknown_words(texts: Iterable[str], model: Model) -> Words:
    """The folded words of texts that the model does not know, by kind, with their counts."""
    found: Counter[str] = Counter()
    for text in texts:
        tokens = scan.tokens(text)
        known = model.lexicon.find(scan.hashes(tokens.low, tokens.starts, tokens.ends)) >= 0
        places = np.flatnonzero(~known & ~tokens.number & (tokens.ends - tokens.starts <= LONGEST))
        for start, end in zip(tokens.starts[places].tolist(), tokens.ends[places].tolist(), strict=True):
            found[text[start:end]] += 1
    words: Words = Counter()
    for word, times in found.items():
        words[kind_of(word), "".join(map(chr, scan.folded(scan.code_points(word)).tolist()))] += times
    return words


def is_slip(word: str, spellings: frozenset[str], bare_spellings: frozenset[str]) -> bool:
    """Whether a folded unknown word with diacritics is a misspelling of a known syllable, or two of them glued.

    >>> known = frozenset({"người", "nhà", "không"})
    >>> [is_slip(w, known, frozenset({"nguoi", "nha", "khong"})) for w in ("nguời", "khôngnhà", "nhườ", "krôông")]
    [True, True, False, False]
    """
    bare = bare_of(word)
    if bare == word or is_syllable(word):
        return False
    return (
        bare in bare_spellings
        or any(word[:cut] in spellings and word[cut:] in spellings for cut in range(1, len(word)))
        or (len(word) <= SLIP and any(whole in spellings for whole in with_letter_back(word)))
    )


def part(words: Words, model: Model) -> dict[str, npt.NDArray[Any]]:
    """The arrays of the part ``spelling`` from counted words."""
    spellings = frozenset(word for word in model.words[: model.size] if is_syllable(word))
    slip = partial(is_slip, spellings=spellings, bare_spellings=frozenset(map(bare_of, spellings)))
    meant = [(key, times) for key, times in sorted(words.items()) if key[0] < MARKED or not slip(key[1])]
    weights = np.array([max(1, round(times**POWER)) for _, times in meant])
    kinds = np.array([kind for (kind, _), _ in meant])
    legal = np.array([is_syllable(word) for (_, word), _ in meant])
    alphabet = np.array(sorted({ord(letter) for word in forms() for letter in word} | set(range(97, 123))))
    by_letter = [word for ((_, word), _), whole in zip(meant, legal, strict=True) if not whole]
    stream, begins = letters_of(by_letter, kinds[~legal], alphabet)
    keys = count.packed(stream.astype(np.uint16), ORDER)
    counted = np.repeat(keys, np.repeat(weights[~legal], np.diff(np.append(begins, len(keys)))))
    tables = count.count(counted, np.zeros(len(counted), np.uint8), ORDER)
    symbols = FIRST_LETTER + len(alphabet)
    floors = dict.fromkeys(range(2, ORDER + 1), (1, 1))
    pruned = count.prune(tables, count.estimate(tables, symbols), floors, SIZES, symbols, DAMPING)
    arrays, layout = pack.orders(pruned)
    # A possible but unseen syllable: the share of such words in each kind, divided by the number of unseen syllables.
    unwritten = len(forms() - spellings)
    total = np.bincount(kinds, weights, LOWER + len(KINDS))[LOWER:] + 2
    share = (np.bincount(kinds[legal], weights[legal], LOWER + len(KINDS))[LOWER:] + 1) / total
    return {
        "letters": alphabet.astype(np.int32),
        "log_prob": pruned[0].log_prob.astype(np.float32),
        "backoff": pruned[0].backoff.astype(np.float32),
        "layout": np.array(layout, np.int64),
        "syllable": np.log(np.stack((share / unwritten, 1 - share))).astype(np.float32),
        **arrays,
    }


def main() -> None:
    """Write the part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--corpora", type=Path, help="another table than corpora.toml")
    given = parser.parse_args()
    model = Model.open(given.model)
    named = sources(given.corpora) if given.corpora else SOURCES
    words: Words = Counter()
    for source in named:
        words += unknown_words(chunks(given.folder / f"{source.name}.txt", source.keep), model)
        print(f"{source.name}: {len(words):,} unknown words so far", flush=True)
    arrays = part(words, model)
    np.savez(given.out, **arrays)
    print(f"{given.out}: {sum(array.nbytes for array in arrays.values()):,} bytes of letters")


if __name__ == "__main__":
    main()
