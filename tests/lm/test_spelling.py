"""Unknown words: their letters tell names and foreign words from slips, and count in perplexity."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from model.ngrams.spelling import part, unknown_words

from vntextclean.errors import ModelError
from vntextclean.lm.format import update_file
from vntextclean.lm.model import Model
from vntextclean.lm.spelling import END, LOWER, MARKED, STRANGE, TITLE, UNSPELLED, UPPER, Spelling, kind_of, letters_of

FOREIGN = "Marlowe Barlow Carlow Harlow Farlow Garlow USB USD serotonin melatonin keratin dopamin Bärlow mōlo"


@pytest.fixture(scope="module")
def spelling(small: Model) -> Spelling:
    return Spelling(part(unknown_words([FOREIGN + " " + FOREIGN.lower()], small), small))


def test_what_is_like_the_unknown_words_of_the_corpora_is_likelier(spelling: Spelling) -> None:
    like, unlike = spelling.log_prob(["Warlow", "Xqjzkw"])
    assert like > unlike
    assert np.isfinite([like, unlike]).all()


def test_words_are_scored_alike_alone_and_together(spelling: Spelling) -> None:
    words = ["Marlowe", "serotonin", "USB", "xyz", "khuỵch", "Bärlow", "a", "Ω"]
    together = spelling.log_prob(words)
    assert np.allclose(together, [spelling.log_prob([word])[0] for word in words])
    assert len(spelling.log_prob([])) == 0


def test_a_possible_syllable_is_one_of_those_nobody_has_written(spelling: Spelling) -> None:
    one, other, none = spelling.log_prob(["khuỵch", "choẹt", "khuyẹôch"])
    assert one == other > none


def test_probabilities_of_the_next_letter_sum_to_one_but_for_quantisation(spelling: Spelling) -> None:
    ngrams = spelling._ngrams
    assert ngrams is not None
    symbols = np.arange(1, len(ngrams.log_prob))
    stream, _ = letters_of(["mar"], np.array([TITLE]), spelling._letters)
    for size in range(1, 5):
        history = np.tile(stream[:size], (len(symbols), 1))
        total = np.exp(ngrams.logp(np.concatenate((history, symbols[:, None]), 1)).astype(np.float64)).sum()
        assert 0.8 < total < 1.2


@pytest.mark.parametrize(
    ("word", "kind"),
    [("alpha", LOWER), ("Alpha", TITLE), ("A", TITLE), ("NATO", UPPER), ("eBay", UPPER), ("nguời", MARKED)],
)
def test_kinds_of_words(word: str, kind: int) -> None:
    assert kind_of(word) == kind


def test_letters_beyond_the_alphabet_are_strange() -> None:
    stream, begins = letters_of(["aж"], np.array([MARKED]), np.array([ord("a")]))
    assert stream.tolist() == [END, MARKED, 8, STRANGE, END]
    assert begins.tolist() == [0]


def test_slips_of_known_words_are_not_learned(small: Model) -> None:
    text = "truờng hoc, trưòng, đihọc, Bärlow"
    with_slips = unknown_words([text], small)
    assert "truờng" in {word for _, word in with_slips}
    learned = part(with_slips, small)
    alone = part(Counter({key: times for key, times in with_slips.items() if key[1] in ("hoc", "bärlow")}), small)
    assert all(np.array_equal(learned[name], alone[name]) for name in learned)


def test_without_the_part_every_unknown_word_costs_the_same(small: Model) -> None:
    assert small.spelling.log_prob(["Marlowe", "qqq"]).tolist() == [-UNSPELLED, -UNSPELLED]


def test_scores_of_a_text_hold_the_letters_of_unknown_words(
    tmp_path: Path, model_file: Path, small: Model, spelling: Spelling
) -> None:
    path = tmp_path / "spelled.vnlm"
    path.write_bytes(model_file.read_bytes())
    arrays = part(unknown_words([FOREIGN], small), small)
    update_file(path, {f"spelling/{name}": array for name, array in arrays.items()})
    model = Model.open(path)
    text = "Hôm nay Marlowe ở nhà."
    plain, spelled = model.token_scores(text), model.token_scores(text, spelled=True)
    changed = np.flatnonzero(plain != spelled)
    assert changed.tolist() == [int(model.scan(text).at[2]) - 1]
    assert np.isclose((spelled - plain)[changed[0]], model.spelling.log_prob(["Marlowe"])[0])


def test_a_damaged_part_is_refused(tmp_path: Path, model_file: Path, small: Model) -> None:
    path = tmp_path / "damaged.vnlm"
    path.write_bytes(model_file.read_bytes())
    arrays = part(unknown_words([FOREIGN], small), small) | {"letters": np.arange(3)}
    update_file(path, {f"spelling/{name}": array for name, array in arrays.items()})
    with pytest.raises(ModelError, match="letters of unknown words"):
        _ = Model.open(path).spelling
