"""The proofreader's net computes the same whatever is asked beside it, and reads only what it may."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from vntextclean.errors import ModelError
from vntextclean.lm.int4 import pack
from vntextclean.lm.proofreader import net as proofreader_net
from vntextclean.lm.proofreader.net import NO_FORM, TOPIC, UNKNOWN_ROW, Answers, Proof, Task, _Places

WIDTH, HIDDEN, QUERY, TOPICS, REACH, BLOCKS = 8, 12, 4, 3, 2, 1
WORDS = ["an", "án", "ăn", "bò", "bố", "cá"]
FORMS = [0, 1, 2, 3, 4]


def arrays(seed: int = 1) -> dict[str, Any]:
    """A net of random weights over six words, five of them candidates."""
    rng = np.random.default_rng(seed)
    out: dict[str, Any] = {
        "words": np.frombuffer("\n".join(WORDS).encode(), np.uint8),
        "forms": np.array(FORMS, np.uint16),
        "form.bias": rng.normal(size=len(FORMS) + 1).astype(np.float32),
        "gains.0": np.ones(HIDDEN, np.float32),
        "gains.1": np.ones(HIDDEN, np.float32),
    }
    shapes = {
        "word": (len(WORDS) + 2, WIDTH), "look": (16, WIDTH), "form": (len(FORMS) + 1, QUERY),
        "local": (HIDDEN, 2 * REACH * WIDTH), "own": (HIDDEN, QUERY + 2 + len(Task)), "look_own": (16, HIDDEN),
        "topic": (TOPICS, WIDTH), "salience": (1, WIDTH), "far": (HIDDEN, 3 * TOPICS),
        "wide1.0": (HIDDEN, HIDDEN), "wide2.0": (HIDDEN, HIDDEN), "query": (QUERY, HIDDEN), "gate": (1, HIDDEN),
    }  # fmt: skip
    for name, shape in shapes.items():
        if name in ("word", "form"):
            out[name + ".weight"], out[name + ".weight.scale"] = pack(rng.normal(size=shape).astype(np.float32))
        else:
            out[name + ".weight"] = rng.integers(-127, 128, shape).astype(np.int8)
            out[name + ".weight.scale"] = np.full(shape[0], 0.01, np.float32)
        if name not in ("word", "look", "form", "look_own"):
            out[name + ".bias"] = rng.normal(size=shape[0]).astype(np.float32)
    return out


@pytest.fixture(scope="module")
def net() -> Proof:
    return Proof(arrays())


def text(length: int, seed: int = 2) -> tuple[Any, Any]:
    """Random words and looks."""
    rng = np.random.default_rng(seed)
    return rng.integers(UNKNOWN_ROW, len(WORDS) + 2, length), rng.choice([0, 1, 4, 9], length)


def ask(net: Proof, word: Any, look: Any, at: list[int], task: Task = Task.REPAIR) -> Answers:
    """The answers for three candidates, likely, less likely, and none."""
    form = np.tile([1, 2, NO_FORM], (len(at), 1))
    log_prob = np.tile(np.log([0.6, 0.4, 1e-6]).astype(np.float32), (len(at), 1))
    return net.answers(word, look, task, np.array(at, np.int64), form, log_prob)


def same(a: Answers, b: Answers) -> None:
    assert np.allclose(a.score, b.score, atol=1e-4)
    assert np.allclose(a.gate, b.gate, atol=1e-4)


def test_one_question_is_answered_as_among_others(net: Proof) -> None:
    word, look = text(300)
    together = ask(net, word, look, list(range(300)))
    for at in (0, 1, 57, 299):
        alone = ask(net, word, look, [at])
        same(alone, Answers(together.score[at : at + 1], together.gate[at : at + 1]))


def test_many_questions_are_answered_a_few_at_a_time(net: Proof, monkeypatch: pytest.MonkeyPatch) -> None:
    word, look = text(500)
    whole = ask(net, word, look, list(range(0, 500, 3)))
    monkeypatch.setattr(proofreader_net, "_QUESTIONS", 7)
    same(ask(net, word, look, list(range(0, 500, 3))), whole)
    monkeypatch.setattr(proofreader_net, "_WORDS", 11)
    same(ask(net, word, look, list(range(0, 500, 3))), whole)


def test_words_beyond_the_topic_have_no_say(net: Proof) -> None:
    word, look = text(3 * TOPIC)
    other = word.copy()
    other[0], other[-1] = (
        (UNKNOWN_ROW + 1, UNKNOWN_ROW + 2) if word[0] != UNKNOWN_ROW + 1 else (UNKNOWN_ROW + 2, UNKNOWN_ROW + 1)
    )
    middle = 3 * TOPIC // 2
    same(ask(net, word, look, [middle]), ask(net, other, look, [middle]))
    assert not np.allclose(ask(net, word, look, [TOPIC - 1]).score, ask(net, other, look, [TOPIC - 1]).score, atol=1e-6)


def places(at: int, begin: int, end: int) -> _Places:
    return _Places(np.array([at]), np.array([begin]), np.array([end]))


def test_the_word_itself_has_no_say_but_as_a_part_of_the_topic(net: Proof) -> None:
    assert net._near(places(2, 0, 5), Task.REPAIR)[0].tolist() == [[0, 1, 3, 4]]


def test_the_word_behind_a_gap_is_its_neighbour(net: Proof) -> None:
    assert net._near(places(2, 0, 5), Task.GAP)[0].tolist() == [[0, 1, 2, 3]]


def test_beyond_the_ends_of_a_document_there_is_nothing(net: Proof) -> None:
    assert net._near(places(0, 0, 3), Task.REPAIR)[1].tolist() == [[True, True, False, False]]
    assert net._near(places(7, 6, 8), Task.REPAIR)[1].tolist() == [[True, False, True, True]]


def test_the_task_matters(net: Proof) -> None:
    word, look = text(40)
    assert not np.allclose(ask(net, word, look, [20]).score, ask(net, word, look, [20], Task.GAP).score)


def test_what_is_added_moves_the_opinion_of_the_ngram_by_its_trust() -> None:
    answers = Answers(np.array([[1.0, -1.0]], np.float32), np.array([0.5], np.float32))
    assert answers.added(np.array([[-2.0, -4.0]], np.float32)).tolist() == [[2.0, 1.0]]


def test_no_questions(net: Proof) -> None:
    answers = ask(net, *text(5), [])
    assert answers.score.shape == (0, 3)
    assert answers.gate.shape == (0,)


def test_a_missing_array_is_named() -> None:
    some = arrays()
    del some["far.weight"]
    with pytest.raises(ModelError, match=r"far\.weight"):
        Proof(some)


@pytest.mark.parametrize("name", ["word", "form", "local", "own", "far", "look"])
def test_arrays_that_do_not_fit_are_refused(name: str) -> None:
    some, key = arrays(), f"{name}.weight"
    some[key] = some[key][:-1] if name in ("word", "form", "look") else some[key][:, :-1]
    with pytest.raises(ModelError, match="proofreading part cannot be used"):
        Proof(some)


def test_candidates_that_are_no_words_are_refused() -> None:
    some = arrays()
    some["forms"] = np.array([0, 1, 2, 3, len(WORDS)], np.uint16)
    with pytest.raises(ModelError, match="proofreading part cannot be used"):
        Proof(some)
