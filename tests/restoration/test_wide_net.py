"""The wide-context scorer computes the same whatever is asked beside, before or after a position."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from vntextclean.errors import ModelError
from vntextclean.lm import kernel
from vntextclean.lm.int4 import pack
from vntextclean.restoration import wide_net
from vntextclean.restoration.scores import Scores
from vntextclean.restoration.wide_net import Wide

WIDTH, QUERY, POOL = 8, 4, 3
KEYS = ["<pad>", "<unknown>", "<number>", "an", "bo", "ca"]
FORMS = ["an", "án", "ăn", "bò", "bố"]
STARTS = [0, 0, 0, 0, 3, 5, 5]
LAYERS = [(5, 1), (3, 2), (3, 4), (3, 8), (3, 16)]


def arrays(seed: int = 1) -> dict[str, Any]:
    """A net of random weights over five candidates."""
    rng = np.random.default_rng(seed)
    out: dict[str, Any] = {
        "keys": np.frombuffer("\n".join(KEYS).encode(), np.uint8),
        "forms": np.frombuffer("\n".join(FORMS).encode(), np.uint8),
        "starts": np.array(STARTS, np.uint16),
        "layers": np.array(LAYERS, np.int32),
        "setup": np.array([1, 256, 0], np.int32),
        "form.bias": rng.normal(size=len(FORMS)).astype(np.float32),
        "gain": np.ones(WIDTH, np.float32),
    }
    shapes = {
        "key": (len(KEYS), WIDTH),
        "look": (12, WIDTH),
        "form": (len(FORMS), QUERY),
        "pool_in": (POOL, WIDTH),
        "pool_out": (WIDTH, POOL),
        "query": (QUERY, WIDTH),
    }
    for number, (reach, _) in enumerate(LAYERS):
        shapes[f"blocks.{number}.conv"] = (WIDTH, reach * WIDTH)
        shapes[f"blocks.{number}.out"] = (WIDTH, WIDTH)
        out[f"blocks.{number}.gain"] = rng.uniform(0.5, 1.5, WIDTH).astype(np.float32)
    for name, shape in shapes.items():
        if name == "key":
            out["key.place"] = np.arange(len(KEYS), dtype=np.uint16)[::-1].copy()
            out["key.fine"] = rng.integers(-127, 128, (2, WIDTH)).astype(np.int8)
            out["key.fine.scale"] = rng.uniform(0.002, 0.004, 2).astype(np.float32)
            rest = rng.normal(0, 0.2, (len(KEYS) - 2, WIDTH)).astype(np.float32)
            out["key.coarse"], out["key.coarse.scale"] = pack(rest)
        else:
            out[name + ".weight"] = rng.integers(-127, 128, shape).astype(np.int8)
            out[name + ".weight.scale"] = rng.uniform(0.002, 0.004, shape[0]).astype(np.float32)
        if "." in name or name.startswith(("pool", "query")):
            out[name + ".bias"] = rng.normal(size=shape[0]).astype(np.float32)
    return out


@pytest.fixture(scope="module")
def net() -> Wide:
    return Wide(arrays())


def page(length: int, seed: int = 0) -> tuple[Any, Any]:
    rng = np.random.default_rng(seed)
    return rng.integers(1, 6, length), rng.integers(0, 12, length)


def ask(net: Wide, text: tuple[Any, Any], at: Any, ends: list[int] | None = None) -> Scores:
    return net.scores(*text, np.asarray(at, np.int64), np.array(ends or [len(text[0])]))


def test_the_candidates_of_a_key_share_the_whole_probability(net: Wide) -> None:
    text = page(300)
    at = np.flatnonzero((text[0] == 3) | (text[0] == 4))
    scores = ask(net, text, at)
    assert np.allclose(np.exp(scores.logp).sum(1), 1, atol=1e-5)
    assert set(zip(scores.first.tolist(), scores.count.tolist(), strict=True)) == {(0, 3), (3, 2)}


def test_a_key_without_candidates_has_no_opinion(net: Wide) -> None:
    scores = net.scores(np.array([5, 3]), np.array([0, 0]), np.array([0, 1]), np.array([2]))
    assert scores.count.tolist() == [0, 3]
    assert np.isneginf(scores.logp[0]).all()
    assert scores.of(np.array([0, 1, 1]), np.array([4, -1, 4])).tolist() == [-12, -12, -12]


def test_asking_for_few_gives_what_asking_for_all_gives(net: Wide) -> None:
    text = page(900)
    everything = ask(net, text, np.arange(900))
    few = np.array([0, 77, 78, 450, 899])
    assert np.allclose(np.exp(ask(net, text, few).logp), np.exp(everything.logp[few]), atol=1e-5)


def test_a_document_is_scored_without_its_neighbours(net: Wide) -> None:
    one, two = page(130, 1), page(700, 2)
    key, look = (np.concatenate(pair) for pair in zip(one, two, strict=True))
    alone = ask(net, two, np.arange(700))
    beside = net.scores(key, look, np.arange(130, 830), np.array([130, 830]))
    assert np.allclose(np.exp(alone.logp), np.exp(beside.logp), atol=1e-5)


def test_a_long_document_scores_the_same_in_pieces(net: Wide, monkeypatch: pytest.MonkeyPatch) -> None:
    text = page(3000)
    at = np.arange(0, 3000, 7)
    whole = ask(net, text, at)
    monkeypatch.setattr(wide_net, "_PIECE", 640)
    assert np.allclose(np.exp(whole.logp), np.exp(ask(net, text, at).logp), atol=1e-5)


@pytest.mark.skipif(kernel.native is None, reason="the library under numpy adds rows in another order by their number")
@pytest.mark.parametrize("only", [[700], [64, 1999], [1300, 1301, 1364, 1500], [2999]])
def test_what_is_read_around_a_few_questions_is_enough_to_the_last_bit(net: Wide, only: list[int]) -> None:
    text = page(3000, 4)
    text[0][only] = 3
    everything = np.flatnonzero(text[0] == 3)
    alone, among = ask(net, text, only), ask(net, text, everything)
    np.testing.assert_array_equal(alone.logp[:, :3], among.logp[np.isin(everything, only)][:, :3])


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that is compared")
def test_words_enter_the_net_by_the_kernel_as_by_numpy(net: Wide, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(5)
    key, look = rng.integers(0, len(KEYS), 40), rng.integers(0, 12, 40)
    real = (rng.random((40, 1)) < 0.8).astype(np.float32)
    ours = net._rows(key, look, real)
    monkeypatch.setattr(kernel, "native", None)
    np.testing.assert_array_equal(ours, net._rows(key, look, real))


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that refuses")
@pytest.mark.parametrize(("key", "look"), [(-1, 0), (len(KEYS), 0), (3, -1), (3, 12)])
def test_the_kernel_refuses_a_word_that_is_not_there(net: Wide, key: int, look: int) -> None:
    with pytest.raises(IndexError, match="not there"):
        net._rows(np.array([2, key]), np.array([1, look]), np.ones((2, 1), np.float32))


def test_words_are_found_by_their_spelling(net: Wide) -> None:
    key, form = net.ids_of(["bố", "an", "xyz"], ["bo", "an", "xyz"])
    assert key.tolist() == [4, 3, wide_net.UNKNOWN]
    assert form.tolist() == [4, 0, -1]


def test_nothing_asked_is_nothing_computed(net: Wide) -> None:
    assert ask(net, page(10), []).logp.shape[0] == 0
    assert ask(net, page(0), []).logp.shape[0] == 0


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        ("starts", lambda a: a[:-1]),
        ("starts", lambda a: a[::-1].copy()),
        ("key.coarse", lambda a: a[:-1]),
        ("blocks.2.conv.weight", lambda a: a[:, :-1]),
        ("layers", lambda a: a * 9),
        ("forms", lambda a: a[:-2]),
        ("keys", lambda a: np.full_like(a, 255)),
    ],
)
def test_damaged_arrays_are_refused(name: str, damage: Any) -> None:
    good = arrays()
    good[name] = damage(good[name])
    with pytest.raises(ModelError, match="wide-context"):
        Wide(good)


def test_a_missing_array_is_named() -> None:
    good = arrays()
    del good["look.weight.scale"]
    with pytest.raises(ModelError, match=r"look\.weight\.scale"):
        Wide(good)
