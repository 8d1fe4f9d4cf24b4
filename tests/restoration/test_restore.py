"""Restoring marks: case, evidence, addresses, foreign words, and the posteriors behind it."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from vntextclean.lm.model import Model
from vntextclean.restoration import lattice
from vntextclean.restoration.document_cache import DocumentCache
from vntextclean.restoration.restore import restore, restore_spans


@pytest.mark.parametrize(
    ("bare", "full"),
    [
        ("Hom nay troi mua, toi o nha doc sach.", "Hôm nay trời mưa, tôi ở nhà đọc sách."),
        ("HOM NAY TROI MUA", "HÔM NAY TRỜI MƯA"),
        ("Me toi di cho mua rau va mua ca", "Mẹ tôi đi chợ mua rau và mua cá"),
        ("anh Nam di hoc, nam nay lua tot", "anh Nam đi học, năm nay lúa tốt"),
        ("truong hoc o gan nha toi\n\nme di lam", "trường học ở gần nhà tôi\n\nmẹ đi làm"),
    ],
)
def test_marks_come_back_in_the_case_of_the_text(small: Model, bare: str, full: str) -> None:
    assert restore(bare, small) == full


@pytest.mark.parametrize(
    "text",
    [
        "",
        "123 456",
        "https://example.com/hom-nay-troi-mua",
        "hom.nay@example.vn",
        "#homnay @troimua",
        "xyzzy quux",
        "iPhone",
        "\n \n",
    ],
)
def test_what_is_no_bare_vietnamese_stays(small: Model, text: str) -> None:
    assert restore(text, small) == text


@pytest.mark.parametrize("text", ["No title", "no image", "Link to page"])
def test_foreign_lines_stay(text: str) -> None:
    assert restore(text) == text
    assert restore(f"Hom nay troi dep\n{text}") == f"Hôm nay trời đẹp\n{text}"


def test_abbreviations_make_no_foreign_line() -> None:
    assert restore("Cong ty TNHH ABC") == "Công ty TNHH ABC"


def test_marked_words_are_evidence_and_never_change(small: Model) -> None:
    text = "Mẹ tôi đi chợ mua rau và mua cá."
    assert restore(text, small) == text
    assert restore("mủa rau va mùa ca", small).split()[0] == "mủa"
    assert restore("mủa rau va mùa ca", small).split()[3] == "mùa"


def test_lines_and_words_keep_their_number(small: Model) -> None:
    text = "toi di hoc\r\n\ttroi  mua…  nha\n\n"
    out = restore(text, small)
    assert len(out) == len(text)
    assert [c.isspace() for c in out] == [c.isspace() for c in text]


def test_characters_beyond_the_first_plane_and_lone_surrogates_survive(small: Model) -> None:
    for text in ("😀 toi di hoc 𝒳", "toi \ud800 di hoc"):
        out = restore(text, small)
        assert (out[0], len(out)) == (text[0], len(text))


def test_restoring_twice_changes_nothing_more(small: Model) -> None:
    once = restore("Anh Nam di hoc, chi Hoa di lam, nam nay lua tot.", small)
    assert restore(once, small) == once


def test_spans_are_the_changes_with_their_posteriors(small: Model) -> None:
    text = "toi di hoc bang xe dap"
    found = restore_spans(text, small)
    rebuilt = text
    for item in reversed(found):
        rebuilt = rebuilt[: item.start] + item.replacement + rebuilt[item.end :]
        assert 0 < item.posterior <= 1.0001
    assert rebuilt == restore(text, small)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_a_name_said_clearly_once_helps_its_other_mentions(small: Model) -> None:

    text = "anh Nam\nanh Nam\nanh Nam"
    scan = small.scan(text)
    nam, other = small.ids(["Nam"])[0], small.ids(["năm"])[0]
    words = np.array([1, 3, 5])
    ids = np.array([[nam, other]] * 3, np.int32)
    share = np.array([[0.99, 0.01], [0.99, 0.01], [0.5, 0.5]], np.float32)
    added = DocumentCache(small, [(words, ids, share)], scan)(words[2:], ids[2:], share[2:])
    assert added[0, 0] > added[0, 1]


def test_posteriors_equal_those_of_adding_up_every_path(small: Model) -> None:
    """The lattice against brute force: all candidates kept, every sequence scored by the model itself."""
    stop = 1
    words = [
        ("toi", ["tôi"]),
        ("mua", ["mưa", "mua"]),
        ("nha", ["nhà"]),
        ("nam", ["năm", "Nam"]),
        ("mua", ["mua", "mưa"]),
    ]
    ids = np.zeros((len(words) + 2, 3), np.int32)
    ids[0, 0] = ids[-1, 0] = stop
    for at, (_, options) in enumerate(words, 1):
        ids[at, : len(options)] = small.ids(options)
    lattice_ = lattice.Lattice(small, ids, np.zeros(ids.shape, np.float32), keep=3, margin=1e3)
    decoded = lattice_.decoded(lattice_.posterior())
    paths = np.array(np.meshgrid(*[row[row > 0] for row in ids], indexing="ij")).reshape(len(ids), -1).T
    weight = np.array([small.stream_scores(path.astype(np.int32)).astype(np.float64).sum() for path in paths])
    weight = np.exp(weight - weight.max())
    for at in range(len(ids)):
        for number, share in zip(decoded.ids[at], decoded.posterior[at], strict=True):
            if number:
                expected = weight[paths[:, at] == number].sum() / weight.sum()
                assert abs(share - expected) < 2e-3


def test_further_evidence_moves_the_posterior(small: Model) -> None:
    mua, rain = small.ids(["mua", "mưa"])
    ids = np.array([[1, 0], [mua, rain], [1, 0]], np.int32)
    found = lattice.Lattice(small, ids, np.zeros(ids.shape, np.float32))
    plain = found.posterior()
    moved = found.posterior(np.array([1]), np.where(found.ids[1:2] == rain, 5.0, 0.0).astype(np.float32))
    assert moved[1][found.ids[1] == rain] > plain[1][found.ids[1] == rain]


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_stream_of_any_length_is_decoded(small: Model, size: int) -> None:
    ids = np.ones((size, 2), np.int32)
    ids[:, 1] = 0
    assert lattice.decode(small, ids, np.zeros(ids.shape, np.float32)).ids[:, 0].tolist() == [1] * size


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("toi di hoc, xem https://example.com/troi-mua nha", "tôi đi học, xem https://example.com/troi-mua nhà"),
        ("me@nha.vn di cho", "me@nha.vn đi chợ"),
        ("mua ca.mua rau", "mua cá.mua rau"),
        ("#troimua toi o nha", "#troimua tôi ở nhà"),
    ],
)
def test_addresses_stay_and_their_neighbours_do_not(small: Model, text: str, full: str) -> None:
    assert restore(text, small) == full


def test_the_name_of_a_function_stays_and_joined_words_do_not(small: Model) -> None:
    assert restore("hom nay goi troi_mua(hom) va hom_nay troi mua", small).startswith("hôm nay")
    assert "troi_mua(" in restore("hom nay goi troi_mua(hom) va troi mua", small)


def test_a_long_text_is_restored_in_windows_as_line_by_line(small: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    from vntextclean.restoration import restore as module

    lines = ["hom nay troi mua, toi o nha.", "me di cho mua rau", "truong hoc o gan nha toi"] * 40
    whole = restore("\n".join(lines), small)
    monkeypatch.setattr(module, "WINDOW", 50)
    monkeypatch.setattr(module, "TOGETHER", 2)
    assert restore("\n".join(lines), small) == whole


@pytest.mark.parametrize("text", ["Gia", "Viet", "Tuan\nHoa", "an", "Gia\nkhong\n"])
def test_a_word_alone_on_its_line_stays_if_it_may_be_several(text: str) -> None:
    assert restore(text) == text.replace("khong", "không")


def test_a_word_beside_others_is_restored() -> None:
    assert restore("Gia dinh toi") == "Gia đình tôi"
