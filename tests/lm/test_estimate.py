"""The estimate: probabilities that sum to one, back-off, classes for numbers and unknown words."""

from __future__ import annotations

import numpy as np
from model.build import Trained, train
from model.ngrams import count
from model.ngrams.corpus import Source

from vntextclean.lm.model import Model
from vntextclean.lm.text import scan as scanning


def test_interpolated_probabilities_sum_to_one_for_every_history(trained: Trained) -> None:
    words = len(trained.arrays["unigram/log_prob"])
    estimates = count.estimate(trained.tables, words)
    assert abs(estimates[0].prob.sum() - 1) < 1e-9
    for order in (2, 3):
        seen = estimates[order - 1]
        below = estimates[order - 2].prob[seen.below]
        for context in np.unique(seen.context)[:50]:
            own = seen.context == context
            kept, lower = seen.prob[own].sum(), below[own].sum()
            assert 0 < kept <= 1 + 1e-9
            assert lower <= 1 + 1e-9


def test_the_packed_model_sums_to_one_but_for_its_quantisation(small: Model, all_contexts: np.ndarray) -> None:
    words = np.arange(1, len(small.log_prob))
    for history in all_contexts[::7]:
        rows = np.concatenate((np.tile(history, (len(words), 1)), words[:, None]), 1)
        assert abs(np.exp(small.logp(rows).astype(np.float64)).sum() - 1) < 0.08


def test_a_longer_history_is_used_and_an_unseen_one_backs_off(small: Model) -> None:
    one, two, three = (small.ids([word])[0] for word in ("đi", "học", "xe"))
    seen = small.logp(np.array([[one, two]]))[0]
    assert seen > small.logp(np.array([[three, two]]))[0]
    unseen = small.logp(np.array([[two, three, three, two]]))[0]
    assert np.isfinite(unseen) and unseen < seen


def test_histories_end_at_a_sentence_border(small: Model) -> None:
    a, b, word = small.ids(["rau", "cá", "trời"])
    stop = scanning.SENTENCE
    scores = small.logp(np.array([[a, stop, word], [b, stop, word], [0, stop, word]]))
    assert np.allclose(scores, scores[0])


def test_what_is_no_single_word_is_unknown_and_changes_no_other(small: Model) -> None:
    words = ["rau", "trời rau", "cá", "", "trời"]
    unknown = small.ids([""])[0]
    rau, fish, sky = small.ids(["rau", "cá", "trời"]).tolist()
    assert small.ids(words).tolist() == [rau, unknown, fish, unknown, sky]
    assert unknown not in {rau, fish, sky}


def test_names_have_ids_of_their_own_inside_a_sentence(small: Model) -> None:
    inside, first = small.scan("anh Nam"), small.scan("Năm nay")
    assert small.word(int(inside.ids[1])) == "Nam"
    assert small.word(int(first.ids[0])) == "năm"


def test_numbers_and_unknown_words_are_classes(small: Model) -> None:
    found = small.scan("3.500 xyzzy Xyzzy XYZZY đzzơ")
    expected = [
        scanning.NUMBER,
        scanning.UNKNOWN_LOWER,
        scanning.UNKNOWN_TITLE,
        scanning.UNKNOWN_UPPER,
        scanning.UNKNOWN_MARKED,
    ]
    assert found.lower.tolist() == expected


def test_the_same_corpora_give_the_same_arrays(tmp_path, trained: Trained) -> None:  # type: ignore[no-untyped-def]
    from tests.conftest import SENTENCES

    lines = SENTENCES.splitlines()
    (tmp_path / "one.txt").write_text("\n".join(lines * 6), encoding="utf-8")
    (tmp_path / "two.txt").write_text("\n".join(reversed(lines * 4)), encoding="utf-8")
    again = train(tmp_path, (Source("one"), Source("two")), {2: 10_000, 3: 10_000}, title_floor=3)
    assert again.about == trained.about
    assert all(np.array_equal(again.arrays[name], array) for name, array in trained.arrays.items())


def test_what_one_source_says_of_a_name_a_few_times_is_not_kept(tmp_path) -> None:  # type: ignore[no-untyped-def]
    lines = [f"Ở làng {i} có anh Hoàng Văn Thụ và chị Lê Thị Mơ." for i in range(60)]
    (tmp_path / "one.txt").write_text("\n".join([*lines, *["gặp anh Hoàng Thị Mơ."] * 4]), encoding="utf-8")
    (tmp_path / "two.txt").write_text("\n".join(lines), encoding="utf-8")
    built = train(tmp_path, (Source("one"), Source("two")), {2: 10_000, 3: 10_000}, title_floor=3)
    words = built.arrays["vocabulary/words"].tobytes().decode().split("\n")
    assert "Hoàng" in words and "Thị" in words
    pair = (np.uint64(words.index("Thị")) << np.uint64(count.BITS)) | np.uint64(words.index("Hoàng"))
    assert pair in built.tables[1].keys
    from pathlib import Path

    from vntextclean.lm.format import ModelFile

    model = Model(ModelFile(Path("test"), built.about, built.arrays, {}))
    assert not model.find(2, np.array([pair]))[0][0]
