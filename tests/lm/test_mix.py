"""A model mixed with a domain: what the domain says counts, what it does not say stays, and all sums to one."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from model import mix
from model.ngrams.spelling import part, unknown_words

from vntextclean.errors import ModelError
from vntextclean.lm.format import update_file, write_file
from vntextclean.lm.model import Model
from vntextclean.restoration.restore import restore

DOMAIN = [
    "Mua cá, mua rau, mua sách ở chợ gần nhà.",
    "Chị Hoa mua sách, anh Nam mua sách.",
    "Trời mưa thì mua sách về nhà đọc.",
    "Năm nay mua sách nhiều, năm ngoái mua sách ít.",
] * 6


@pytest.fixture(scope="module")
def domain(small: Model) -> Model:
    orders, words = mix.counts(DOMAIN, small)
    return mix.with_domain(small, mix.mixed(small, orders, words, 1.0), {"domain": {}})


def test_the_text_of_the_domain_becomes_likelier_and_other_text_little_less(small: Model, domain: Model) -> None:
    own, other = "Anh Nam mua sách ở chợ.", "Trường học ở gần nhà tôi, cách năm trăm mét."
    assert domain.token_scores(own).mean() > small.token_scores(own).mean() + 0.3
    assert domain.token_scores(other).mean() > small.token_scores(other).mean() - 0.5


def test_the_mixture_sums_to_one_but_for_its_quantisation(domain: Model, all_contexts: np.ndarray) -> None:
    words = np.arange(1, len(domain.log_prob))
    seen = [domain.ids(list(pair)) for pair in (("anh", "Nam"), ("mua", "sách"), ("gần", "nhà"), ("chợ", "gần"))]
    for history in [*all_contexts[::11], *seen]:
        rows = np.concatenate((np.tile(history, (len(words), 1)), words[:, None]), 1)
        assert np.exp(domain.logp(rows).astype(np.float64)).sum() == pytest.approx(1, abs=0.1)


def test_an_n_gram_the_domain_lacks_is_as_likely_as_before(small: Model, domain: Model) -> None:
    rows = np.array([small.ids(["tôi", "đi", "học"]), small.ids(["anh", "đi", "làm"])])
    assert small.find(2, (rows[:, 2].astype(np.int64) << 15) | rows[:, 1])[0].all()
    assert np.allclose(small.logp(rows), domain.logp(rows), atol=1e-5)


def test_what_was_seen_once_is_not_kept(small: Model) -> None:
    orders, _ = mix.counts([*DOMAIN, "sách xấu tươi"], small)
    pair = (np.uint64(small.ids(["tươi"])[0]) << np.uint64(15)) | np.uint64(small.ids(["xấu"])[0])
    assert pair not in orders[1].keys


def test_the_weight_is_how_often_the_text_counts(small: Model) -> None:
    orders, words = mix.counts(DOMAIN, small)
    text = "Chị Hoa mua sách."
    scores = [
        mix.with_domain(small, mix.mixed(small, orders, words, weight), {}).token_scores(text).mean()
        for weight in (0.1, 1.0, 10.0)
    ]
    assert scores == sorted(scores)


def test_a_mixed_model_restores_from_its_file(
    small: Model, model_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dice = random.Random(3)
    lines = [" ".join(dice.sample(DOMAIN[0].lower().split() + DOMAIN[1].lower().split(), 9)) for _ in range(200)]
    text = tmp_path / "domain.txt"
    text.write_text("\n".join(lines), encoding="utf-8")
    out = tmp_path / "mixed.vnlm"
    monkeypatch.setattr("sys.argv", ["mix", str(out), str(text), "--model", str(model_file)])
    mix.main()
    assert "before" in capsys.readouterr().out
    made = Model.open(out)
    made.file.verify()
    assert made.file.about["domain"]["weight"] in mix.WEIGHTS
    assert restore("anh Nam mua sach", made) == "anh Nam mua sách"
    monkeypatch.setattr("sys.argv", ["mix", str(tmp_path / "again.vnlm"), str(text), "--model", str(out)])
    with pytest.raises(SystemExit, match="mixed already"):
        mix.main()


def test_damaged_tables_are_refused(small: Model, domain: Model, tmp_path: Path) -> None:
    path = tmp_path / "damaged.vnlm"
    write_file(path, domain.file.about, domain.file.sections)
    Model.open(path)
    update_file(path, {"domain/layout": np.array([[0, 3], [0, 5]])})
    with pytest.raises(ModelError, match="domain"):
        Model.open(path)


def test_the_same_text_gives_the_same_tables(small: Model) -> None:
    first, second = (mix.mixed(small, *mix.counts(DOMAIN, small), 1.0) for _ in range(2))
    assert all(np.array_equal(first[name], second[name]) for name in first)


def test_damage_in_any_part_never_crashes(small: Model, domain: Model, tmp_path: Path) -> None:
    letters = part(unknown_words(["Marlowe Barlow Carlow USB serotonin Bärlow"], small), small)
    whole = tmp_path / "whole.vnlm"
    sections = {f"spelling/{name}": array for name, array in letters.items()}
    write_file(whole, domain.file.about, {**domain.file.sections, **sections})
    data = whole.read_bytes()
    dice = random.Random(7)
    for trial in range(60):
        broken = bytearray(data)
        for _ in range(dice.choice([1, 40, 4000])):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        path = tmp_path / f"{trial}.vnlm"
        path.write_bytes(broken)
        try:
            model = Model.open(path)
            assert len(restore("Anh Nam mua sach, Marlowe.", model)) == 26
            model.token_scores("Chị Hoa mua sách của Marlowe, Xyzzy.", spelled=True)
        except ModelError:
            continue
