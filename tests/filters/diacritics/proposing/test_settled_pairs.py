"""The bits that settle pairs: what they say is so, they change no answer, and those for another search are not read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from model.ngrams.settled import candidates_of, is_settled

from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.detect import DOUBT_OF_DAMAGED, Reach, all_tokens, doubtful
from vntextclean.filters.diacritics.proposing.settled_pairs import SECTION, settled_pairs
from vntextclean.lm import fuse_table, kernel
from vntextclean.lm.format import ModelFile
from vntextclean.lm.model import BITS, Model

#: Words of names, of set phrases, and of such as have many candidates.
FIRST = "nhà của ông thành công học Nguyễn bị được sáng đó sắt"
LINES = (
    "Ông Trần Văn Tám, chủ quán phở ở phố Hàng Bún, kể rằng sáng nào bà con trong ngõ cũng ghé ăn rồi mới đi làm.\n"
    "Cả vùng đất bãi ven sông Hồng năm nay được mùa ngô, thóc phơi vàng sân đình, trẻ con thả diều suốt buổi chiều.\n"
    "Môt số hộ dân ở xã Tân Lập đề nghi huyện sớm sửa lai đoạn đuờng hư hỏng do mưa lủ gây ra.\n"
)


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.open()


def bits_of(model: Model, first: int, second: npt.NDArray[np.int64]) -> npt.NDArray[np.uint8]:
    """The bits of pairs, read by numpy."""
    packed, table = model.file.read_section(SECTION), model.ngrams.table(2)
    slots = (packed[:, None] >> np.array([0, 2, 4, 6], np.uint8) & 3).ravel()
    hashed = fuse_table._hashed(((second << BITS) | first).view(np.uint64), table.seed)
    a, b, c = fuse_table._places(hashed, len(table.slots), table.segment)
    found: npt.NDArray[np.uint8] = slots[a] ^ slots[b] ^ slots[c]
    return found


def without_bits(model: Model, about: dict[str, object]) -> Model:
    """The same model, but for its bits or what its description says."""
    sections = dict(model.file.sections)
    if not about:
        del sections[SECTION]
    return Model(ModelFile(Path("another"), {**model.file.about, **about}, sections, {}))


@pytest.mark.parametrize("word", FIRST.split())
def test_the_shipped_bits_are_those_of_this_search(word: str, model: Model) -> None:
    """A change of candidates or prices makes them wrong: then `python -m model.ngrams.settled` must be run again."""
    legal, candidates = model.derived(CandidateSearch).legal, candidates_of(model)
    first = int(model.ids([word])[0])
    second = np.arange(len(model.log_prob), dtype=np.int64)
    second = second[model.ngrams.gains(2, (second << BITS) | first)[0] & (legal | legal[first])]
    assert len(second) > 100
    beside = np.full(len(second), first)
    left = is_settled(model, beside, second, candidates, second=True)
    right = is_settled(model, second, beside, candidates, second=False)
    assert bits_of(model, first, second).tolist() == (left + 2 * right.astype(np.uint8)).tolist()
    assert 0 < left.sum() < len(left)


@pytest.mark.skipif(kernel.native is None, reason="only the kernel reads the bits")
def test_the_bits_change_no_answer(model: Model) -> None:
    answers = []
    for each in (model, without_bits(model, {})):
        search, scan = each.derived(CandidateSearch), each.scan(LINES)
        search._other_spellings._asked = 1000
        assert search.tables(scan) is not None
        found = search.search(scan, search.padded(scan), reach=Reach(DOUBT_OF_DAMAGED, letters=False))
        answers.append([(one.token, one.candidates.tolist(), one.gains.tolist()) for one in found])
    assert answers[0] == answers[1] and len(answers[0]) > 3


def test_the_bits_spare_most_of_the_work(model: Model) -> None:
    """Of the words that a search doubts the bits settle two in five, each on both sides."""
    search, scan, reach = model.derived(CandidateSearch), model.scan(LINES), Reach(DOUBT_OF_DAMAGED, letters=False)
    ids = search.padded(scan)
    doubts = doubtful(search.legal, scan, all_tokens(model, search.legal, scan, ids, reach.doubt), reach)
    settled = 0
    for at, left, right in zip(doubts.position.tolist(), doubts.left.tolist(), doubts.right.tolist(), strict=True):
        if left and right:  # the bits of a pair that the model does not know say nothing
            (before,), (after,) = (
                bits_of(model, ids[at - 1], ids[at : at + 1]),
                bits_of(model, ids[at], ids[at + 1 : at + 2]),
            )
            settled += bool(before & 1 and after & 2)
    assert len(doubts.token) > 20
    assert settled > 0.4 * len(doubts.token)


@pytest.mark.skipif(kernel.native is None, reason="only the kernel reads the bits")
def test_bits_for_another_search_are_not_read(model: Model) -> None:
    assert len(settled_pairs(model))
    assert not len(settled_pairs(without_bits(model, {})))
    assert not len(settled_pairs(without_bits(model, {"settled": {"gain": 2.0, "sound": 2.0}})))
