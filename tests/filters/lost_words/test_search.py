"""Which gaps are found: the compiled kernel and numpy agree, and the signs of a gap are those of its neighbours."""

from __future__ import annotations

from unittest import mock

import numpy as np
import pytest

from vntextclean.filters.lost_words.search import GAIN, MOST, Gap, GapSearch
from vntextclean.lm import kernel
from vntextclean.lm.model import Model

TEXTS = (
    "",
    "Hết",
    "Các đơn vị thực hiện túc việc tiếp công dân.",
    "Lễ niệm ngày thành lập được tổ chức ở sân đình.",
    "Chiếc tàu sân thứ hai của hải quân đã chạy thử trên biển.",
    "Đoàn đã soát lại danh sách hộ nghèo, cận nghèo trong xã và tặng quà tết cho bà con.",
    "Họp cơ quan, cơ quan báo, cơ quan nhận; quan cũng họp, thiết đãi nhân viên.",
    "ỦY BAN NHÂN DÂN XÃ THỰC HIỆN TÚC\nnội quy, xây nông thôn mới",
)

SOUND = (
    "Ủy ban nhân dân xã đã tổ chức lễ phát động trồng cây trong toàn trường.",
    "Nông dân trong vùng được hướng dẫn cách chăm sóc cây ăn quả trong mùa khô.",
    "Cơ quan điều tra đã tiến hành rà soát, làm rõ trách nhiệm của từng cá nhân.",
    "Học sinh nghiêm túc chấp hành nội quy, giữ gìn vệ sinh môi trường xung quanh.",
    "Công ty phải chịu trách nhiệm bồi thường thiệt hại cho các hộ dân bị ảnh hưởng.",
)


def _damaged() -> list[str]:
    """Every sentence without each of its words in turn."""
    lists = [sentence.split(" ") for sentence in SOUND]
    return [" ".join(words[:at] + words[at + 1 :]) for words in lists for at in range(1, len(words) - 1)]


@pytest.fixture(scope="module")
def search() -> GapSearch:
    return GapSearch(Model.open())


def _by_numpy(search: GapSearch, text: str) -> list[Gap]:
    with mock.patch.object(kernel, "native", None):
        return search.search(search.model.scan(text))


def _by_token(gaps: list[Gap], search: GapSearch) -> dict[int, list[str]]:
    return {gap.token: [search.model.word(int(word)) for word in gap.words] for gap in gaps}


def test_tables_that_the_kernel_does_not_take_are_searched_without_it(search: GapSearch) -> None:
    """A model may be kept in another layout than the shipped one."""
    with mock.patch.object(kernel, "handle", return_value=None):
        other = GapSearch(search.model)
        scan = search.model.scan(TEXTS[4])
        assert _by_token(other.search(scan), other) == _by_token(search.search(scan), search) != {}


@pytest.mark.parametrize("text", [*TEXTS, *_damaged(), "\n".join(_damaged())])
def test_kernel_and_numpy_agree(search: GapSearch, text: str) -> None:
    if kernel.native is None:
        pytest.skip("the kernel was not compiled here, or is turned off")
    compiled, plain = search.search(search.model.scan(text)), _by_numpy(search, text)
    assert _by_token(compiled, search) == _by_token(plain, search)
    for one, other in zip(compiled, plain, strict=True):
        assert one.seen == other.seen
        assert one.pair_log_prob == pytest.approx(other.pair_log_prob, abs=1e-4)
        for left, right in zip(one[2:5], other[2:5], strict=True):
            np.testing.assert_allclose(left, right, atol=1e-3)


def test_the_gap_and_its_best_word(search: GapSearch) -> None:
    text = TEXTS[2]
    scan = search.model.scan(text)
    gap = next(gap for gap in _by_numpy(search, text) if text[scan.starts[gap.token] :].startswith("túc"))
    assert search.model.word(int(gap.words[0])) == "nghiêm"
    assert not gap.seen
    assert gap.share_right[0] > 0.5
    assert gap.share_left[0] < 0.5


def test_a_collocate_of_both_neighbours_counts_once_with_both_shares(search: GapSearch) -> None:
    (gap,) = _by_numpy(search, "Công ty phải chịu nhiệm bồi thường cho các hộ dân.")
    assert [search.model.word(int(word)) for word in gap.words] == ["trách"]
    assert min(gap.share_right[0], gap.share_left[0]) > 0


@pytest.mark.parametrize("text", TEXTS)
def test_every_word_gains_and_the_best_is_first(search: GapSearch, text: str) -> None:
    gaps = _by_numpy(search, text)
    for gap in gaps:
        assert 0 < len(gap.words) <= MOST
        assert (gap.gains > GAIN).all()
        assert (np.diff(gap.gains) <= 0).all()
        assert (np.maximum(gap.share_right, gap.share_left) > 0).all()
    assert [gap.token for gap in gaps] == sorted(gap.token for gap in gaps)


@pytest.mark.parametrize(
    "text", ["Họ thực hiện, túc việc", "Họ thực hiện  túc việc", "Họ thực hiện\ntúc việc", "túc việc"]
)
def test_no_gap_beside_a_mark_or_a_wider_space(search: GapSearch, text: str) -> None:
    scan = search.model.scan(text)
    for gaps in (search.search(scan), _by_numpy(search, text)):
        assert not [gap for gap in gaps if text[scan.starts[gap.token] :].startswith("túc")]


def test_words_that_lack_their_usual_neighbour_are_looked_at(search: GapSearch) -> None:
    """The pair "nhà trường" three times makes "trường" alone a gap, though what stands there is sound."""
    usual = "Nhà trường họp, nhà trường bàn, nhà trường làm."
    lone = "Thầy cô của trường đến dự."
    found = {}
    for text in (lone, f"{usual} {lone}"):
        scan = search.model.scan(text)
        inner = np.array([t for t in range(1, len(scan)) if scan.text[scan.starts[t] :].startswith("trường đến")])
        found[text] = GapSearch._breaks_usage(scan, inner).tolist()
    assert list(found.values()) == [[False], [True]]
