"""The compiled kernel answers what numpy answers: to the last bit, but for the nets and what follows from them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.filters.diacritics.proposing.candidates import CandidateSearch
from vntextclean.filters.diacritics.proposing.detect import DOUBT, DOUBT_OF_DAMAGED, USUAL, Reach
from vntextclean.filters.diacritics.proposing.doubts import Doubts, doubts
from vntextclean.filters.diacritics.proposing.other_spellings import OtherSpellings
from vntextclean.filters.diacritics.proposing.spelling_tables import _codes_of_any_case
from vntextclean.filters.lost_words.search import GapSearch
from vntextclean.lm import kernel
from vntextclean.lm.bigrams import neighbours
from vntextclean.lm.model import Model
from vntextclean.lm.proofreader.net import Task
from vntextclean.lm.proofreader.proofreader import Proofreader, Rivals, opinions
from vntextclean.lm.segmentation.segmenter import Segmenter
from vntextclean.lm.syllables import spelt_by_rule
from vntextclean.lm.text.scan import Scan, scan_by_numpy, scan_compiled
from vntextclean.pipeline import Pipeline
from vntextclean.restoration.lattice import Lattice
from vntextclean.restoration.prune import prune
from vntextclean.restoration.restore import candidates, restore_spans
from vntextclean.restoration.wide_net import Wide

pytestmark = pytest.mark.skipif(kernel.native is None, reason="the kernel was not compiled here, or is turned off")

T = TypeVar("T")
ARRAYS = (
    "starts", "ends", "case", "mark", "initial", "marked", "lower", "bare", "ids", "padded", "at", "stream",
    "unknown", "touching",
)  # fmt: skip
PIECES = (
    "Hôm nay trời", " mưa", " 1.500", "mẹ đi chơ", "\n", ", ", " hoà", "quà", "á", "\u0301", "ho\u0300a", " NGHỈ",
    ". Và", "\r\n", "dân vn ", "thựchiện", " thuỷ", "-", " – ", "\u2028", "Đ.", " TP.", "ngày 3/4", "\U0001f600",
    "\ud800", "\u6c49\u5b57", "x" * 50, "\u0345", "\u0130", "\u212a", " của của", " môt", " củng", " xử dụng",
    "nghiên cưu khoa hoc", "đã soát lại", " và ", "2a3b", "\u0663", "\x00", "\u2163",
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
LINE = (
    "Hôm nay trời mưa, tôi ở nhà đoc sách về lịch sử Viêt Nam. Các nhà khoa hoc đã nghiên cưu vấn đề nay từ năm 2018, "
    "củng như các chuyên gia của Bộ Y tế; họ cho biêt đã soát lại toàn bộ hồ sơ và sẻ công bố kêt quả vào tháng tơi."
)


@pytest.fixture(scope="module")
def model() -> Model:
    return Model.open()


def by_numpy(ask: Callable[[], T]) -> T:
    """What numpy answers."""
    held, kernel.native = kernel.native, None
    try:
        return ask()
    finally:
        kernel.native = held


def fresh(text: str, model: Model) -> Scan:
    found = scan_compiled(text, model)
    assert found is not None
    return found


def same(ours: Any, theirs: Any) -> None:
    """Equal to the last bit, whatever is nested in it."""
    if isinstance(theirs, np.ndarray):
        assert ours.dtype == theirs.dtype
        np.testing.assert_array_equal(ours, theirs)
    elif isinstance(theirs, list | tuple):
        assert len(ours) == len(theirs)
        for one, other in zip(ours, theirs, strict=True):
            same(one, other)
    else:
        assert ours == theirs


def same_scan(text: str, model: Model) -> None:
    ours, theirs = fresh(text, model), by_numpy(lambda: scan_by_numpy(text, model))
    for name in ARRAYS:
        same(getattr(ours, name), getattr(theirs, name))
    same(list(ours.tokens), list(theirs.tokens))


def test_words_that_are_spelt_by_rule(model: Model, small: Model) -> None:
    for each in (model, small):
        same(spelt_by_rule(each), by_numpy(lambda each=each: spelt_by_rule(each)))
    assert spelt_by_rule(model).sum() > 7_000


@given(TEXTS)
def test_scan(text: str) -> None:
    same_scan(text, Model.open())


@pytest.mark.parametrize("text", ["", "\n", "a" * 40_000, "hoà " * 20_000, "ẤẦ" * 70_000 + " mẹ", "1.2." * 9_000, "."])
def test_scan_of_what_is_empty_or_very_long(text: str, model: Model) -> None:
    same_scan(text, model)


def test_scan_with_the_tables_of_another_model(small: Model, model: Model) -> None:
    same_scan(LINE, small)
    same_scan(LINE, model)


@pytest.mark.parametrize("which", ["small", "shipped"])
def test_ngrams(which: str, small: Model, model: Model) -> None:
    asked = small if which == "small" else model
    rng = np.random.default_rng(1)
    top = len(asked.log_prob)
    stream = fresh(f"{LINE}\n" * 4, asked).stream
    for width in range(1, 6):
        random = np.where(
            rng.random((500, width)) < 0.2, rng.integers(0, 3, (500, width)), rng.integers(0, top, (500, width))
        )
        seen = np.lib.stride_tricks.sliding_window_view(stream, width)
        for rows in (random, seen, random[:0], random.astype(np.int32)):
            same(asked.logp(rows), by_numpy(lambda rows=rows: asked.logp(rows)))
    ngrams = asked.ngrams
    for order in range(2, asked.order + 1):
        for keys in (rng.integers(0, 1 << 62, 3000).astype(np.uint64), rng.integers(0, 1 << 15 * order, 20_000)):
            same(ngrams.find(order, keys), by_numpy(lambda keys=keys, order=order: ngrams.find(order, keys)))
            same(ngrams.gains(order, keys), by_numpy(lambda keys=keys, order=order: ngrams.gains(order, keys)))
    first, second = stream[:-1].astype(np.int64), stream[1:].astype(np.int64)
    same(ngrams.pairs(first, second), by_numpy(lambda: ngrams.pairs(first, second)))
    same(ngrams.of_stream(stream), by_numpy(lambda: ngrams.of_stream(stream)))


def test_sequences(model: Model) -> None:
    segmenter, rng = Segmenter(model), np.random.default_rng(5)
    ids = fresh(LINE, model).stream.tolist()
    sequences = [ids[at : at + size] for at, size in rng.integers((0, 1), (40, 12), (50, 2)).tolist()]
    begins = [min(3, len(sequence)) for sequence in sequences]
    same(segmenter.score(sequences, begins), by_numpy(lambda: segmenter.score(sequences, begins)))
    assert segmenter.score([], []) == []
    with pytest.raises(IndexError):
        segmenter.score([[1, 1 << 40]], [0])


def test_ids_that_are_not_there_are_refused(model: Model) -> None:
    ids = np.array([5, len(model.log_prob)], np.int64)
    with pytest.raises(IndexError):
        model.ngrams.pairs(ids, ids)
    with pytest.raises(IndexError):
        model.logp(np.array([[1, 2, -1]]))
    with pytest.raises(IndexError):
        model.ngrams.find(9, ids.view(np.uint64))


def test_arrays_of_another_size_are_refused(model: Model) -> None:
    held, ids = model.ngrams.compiled, np.zeros(4, np.int64)
    for wrong in (np.zeros(3, np.float32), np.zeros(4, np.float64)):
        with pytest.raises(ValueError, match="size or type"):
            kernel.native.pairs(held, ids, ids, wrong, np.zeros(4, np.bool_))
    with pytest.raises((TypeError, BufferError)):
        kernel.native.pairs(held, ids, ids, "text", b"text")
    with pytest.raises(ValueError, match="PyCapsule"):
        kernel.native.scan(held, "text")
    with pytest.raises(TypeError):
        kernel.native.scan(held)
    assert kernel.handle("ngrams", np.zeros(3, np.float32), np.zeros(4, np.float32), []) is None
    spellings, room = OtherSpellings(model, lambda: {"quen": 9})._kernel, np.zeros((2, 1), np.int64)
    for wrong_word in ("quenquenq", "", 5):
        with pytest.raises(ValueError, match="a word of one to eight letters"):
            kernel.native.find_spellings(spellings, [wrong_word], *room)
    kinds = np.full(1, 3, np.int64)
    for symbols, words in (((2, 1 << 20), ["abc"]), ((1 << 20, 8), ["ЖЖЖ"])):
        with pytest.raises(IndexError, match="a symbol that the model does not have"):
            kernel.native.letters(
                model.compiled, held, np.array([97, 98], np.int64), symbols, 0.0, words, kinds, kinds,
                np.ones(1, np.bool_),
            )  # fmt: skip


def with_tables(model: Model) -> CandidateSearch:
    """A search that asks the kernel about every text, however short."""
    search = CandidateSearch(model)
    assert search._other_spellings._kernel is not None
    return search


def fields(found: Doubts | None) -> list[Any] | None:
    return None if found is None else [found.ids, found.suspects, found.slips]


#: Words whose neighbours are words drawn at random, and lines of a few words each: both are looked at closer.
DRAWN = " ".join(
    f"{one} {other}" for one in "bướu xoáy khoèo nghẽn quắt".split() for other in "ngoẻo tuẫn khuỵu".split()
)
FEW_WORDS = "Đường lai, cưa nhà, bán, rau.\n" * 25
SLIPS = " Nhiều bạn trẻ thường sữ dụng điện thoại cảu mình, meèo đi nghành khác, dân vn và tnh, km."


@given(
    st.lists(
        st.sampled_from([*PIECES, LINE, f" {LINE}", SLIPS, f"{DRAWN} " * 8, FEW_WORDS]), min_size=1, max_size=12
    ).map("".join)
)
def test_all_that_is_doubted(text: str) -> None:
    model = Model.open()
    model.derived(CandidateSearch)._other_spellings._asked = 1000
    same(fields(doubts(model, fresh(text, model))), by_numpy(lambda: fields(doubts(model, scan_by_numpy(text, model)))))


@pytest.mark.parametrize("text", ["", "Hôm nay trời mưa.", LINE, SLIPS, f"{DRAWN} " * 8, FEW_WORDS, f"{LINE}\n" * 60])
def test_what_is_doubted_in_texts_of_one_kind(text: str, model: Model) -> None:
    model.derived(CandidateSearch)._other_spellings._asked = 1000
    scan = fresh(text, model)
    found = doubts(model, scan)
    same(fields(found), by_numpy(lambda: fields(doubts(model, scan_by_numpy(text, model)))))
    if len(scan):
        same(list(scan.neighbours), list(by_numpy(lambda: neighbours(model, scan_by_numpy(text, model)))))
    same(fields(doubts(model, scan)), fields(found))  # with the pairs scored already


def test_the_first_word_of_all_may_have_been_no_other(model: Model) -> None:
    found = fresh("Tên miền .gb dùng trong một số năm.", model)
    search = with_tables(model)
    same(search.search(found, found.padded), by_numpy(lambda: search.search(found, found.padded)))


def test_the_letters_of_a_word_are_read_in_any_case(model: Model) -> None:
    """The kernel reads words as they are written, the rules in small letters."""
    codes = _codes_of_any_case()
    for code in range(sys.maxunicode + 1):
        small = chr(code).lower()
        if len(small) == 1:  # but for one letter, whose small one is two
            assert codes[min(code, len(codes) - 1)] == codes[min(ord(small), len(codes) - 1)], hex(code)
    assert [code for code in range(sys.maxunicode + 1) if len(chr(code).lower()) > 1] == [0x130]


@given(st.lists(st.sampled_from([*PIECES, LINE, f" {LINE}"]), min_size=1, max_size=12).map("".join))
def test_searches(text: str) -> None:
    model = Model.open()
    candidate_search, gaps = with_tables(model), GapSearch(model)
    found = fresh(text, model)
    ids = candidate_search.padded(found)
    tokens = np.arange(0, len(found), 2)
    same(ids, by_numpy(lambda: candidate_search.padded(found)))
    same(candidate_search.search(found, ids), by_numpy(lambda: candidate_search.search(found, ids)))
    for reach in (Reach(DOUBT, letters=True), Reach(DOUBT_OF_DAMAGED, letters=False)):
        asked = found, ids, tokens, reach
        same(candidate_search.search(*asked), by_numpy(lambda asked=asked: candidate_search.search(*asked)))
    same(gaps.search(found), by_numpy(lambda: gaps.search(found)))


@given(
    st.lists(st.sampled_from([piece.strip() for piece in PIECES]) | st.text("aáăớqujzßΩЖ'", max_size=30), max_size=9)
)
def test_letters_of_unknown_words(words: list[str]) -> None:
    words = [word for word in words if " " not in word]
    spelling = Model.open().spelling
    same(spelling.log_prob(words), by_numpy(lambda: spelling.log_prob(words)))


def test_more_is_doubted_on_a_damaged_page(model: Model) -> None:
    candidate_search = with_tables(model)
    found = fresh("Sở cho biết quy đinh này giúp đời sống người dân ổn đinh hơn.", model)
    ids = candidate_search.padded(found)
    usual, more = ({each.token for each in candidate_search.search(found, ids, reach=reach)} for reach in
                   (USUAL, Reach(DOUBT_OF_DAMAGED, letters=False)))  # fmt: skip
    assert usual < more


@pytest.mark.parametrize("letters", [False, True])
def test_a_second_search_leaves_out_what_the_first_tried(letters: bool, model: Model) -> None:
    candidate_search, found = (
        with_tables(model),
        fresh(f"{LINE} quy đinh này phù hợp vi dân vn, TP.HCM kể t", model),
    )
    ids, reach = candidate_search.padded(found), Reach(DOUBT_OF_DAMAGED, letters=letters)

    def tried(reach: Reach, before: Reach | None = None) -> dict[int, list[int]]:
        return {
            each.token: each.candidates.tolist() for each in candidate_search.search(found, ids, None, reach, before)
        }

    first, second, both = tried(USUAL), tried(reach, USUAL), tried(reach)
    assert second == by_numpy(lambda: tried(reach, USUAL))
    assert {**first, **second} == both
    assert second != both
    assert tried(USUAL, USUAL) == by_numpy(lambda: tried(USUAL, USUAL)) == {}


def test_where_letters_were_lost_they_are_tried_for_a_syllable_that_its_neighbours_know(model: Model) -> None:
    candidate_search = with_tables(model)
    found = fresh("Kế hoạch này phù hợp vi điều kiện của địa phương.", model)
    ids, token = candidate_search.padded(found), 5
    assert found.word(token) == "vi"

    def tried(letters: bool) -> set[str]:
        reach = Reach(DOUBT_OF_DAMAGED, letters=letters)
        suspects = candidate_search.search(found, ids, np.array([token]), reach)
        return {model.word(number) for each in suspects for number in each.candidates.tolist()}

    assert "với" in tried(letters=True)
    assert "với" not in tried(letters=False)


def test_search_with_repairs_put_in(model: Model) -> None:
    candidate_search, found = with_tables(model), fresh(LINE, model)
    ids = candidate_search.padded(found)
    ids[[9, 10, 30]] = ids[[3, 4, 5]]
    assert len(candidate_search.search(found, ids)) > 3
    same(candidate_search.search(found, ids), by_numpy(lambda: candidate_search.search(found, ids)))


def test_habits_of_a_document(model: Model) -> None:
    text = "cơ quan chức năng kiểm tra. " * 5 + "cơ quan năng kiểm tra, quan chức năng. " + LINE
    gaps, found = GapSearch(model), fresh(text, model)
    same(gaps.search(found), by_numpy(lambda: gaps.search(found)))


def rivals_of(proposed: list[tuple[np.ndarray, np.ndarray]]) -> Rivals:
    """The candidates of several places, their ids and gains."""
    sizes = [len(ids) for ids, _ in proposed]
    return Rivals(sizes, np.concatenate([ids for ids, _ in proposed]), np.concatenate([gains for _, gains in proposed]))


@pytest.mark.parametrize("task", Task)
def test_opinions(task: Task, model: Model) -> None:
    found = fresh(f"{LINE}\n" * 5, model)
    rng = np.random.default_rng(3)
    at = np.sort(rng.choice(len(found), 30, replace=False)).tolist()
    proposed = []
    for size in rng.integers(1, 5, len(at)).tolist():
        proposed.append((rng.integers(8, model.size, size), rng.normal(2, 3, size).astype(np.float32)))
    reader = Proofreader(found, model)
    stands = found.lower[at].tolist()
    ours = opinions(reader, task, found.lower, at, stands, rivals_of(proposed))
    theirs = by_numpy(lambda: opinions(reader, task, found.lower, at, stands, rivals_of(proposed)))
    assert [one.column for one in ours] == [one.column for one in theirs]
    np.testing.assert_allclose([one[1:] for one in ours], [one[1:] for one in theirs], atol=1e-4)
    alone = [
        opinions(reader, task, found.lower, at[i : i + 1], stands[i : i + 1], rivals_of(proposed[i : i + 1]))[0]
        for i in range(len(at))
    ]
    assert alone == ours  # to the last bit, whatever is asked beside it


@pytest.mark.parametrize("task", Task)
def test_opinions_of_the_same_question(task: Task, model: Model) -> None:
    found = fresh(f"{LINE}\n" * 12, model)
    words = len(found) // 12
    at = [line * words + place for line in range(12) for place in (3, 9)]  # the first and the last lines stand apart
    ids, gains = np.array([700, 900], np.int64), np.array([1.5, 2.0], np.float32)
    proposed = [(ids, gains if number % 6 else gains + 1) for number in range(len(at))]
    reader = Proofreader(found, model)
    stands = found.lower[at].tolist()
    ours = opinions(reader, task, found.lower, at, stands, rivals_of(proposed))
    alone = [
        opinions(reader, task, found.lower, at[i : i + 1], stands[i : i + 1], rivals_of(proposed[i : i + 1]))[0]
        for i in range(len(at))
    ]
    assert alone == ours
    assert len({one[1:] for one in ours}) > 8  # borders and gains tell the questions apart
    theirs = by_numpy(lambda: opinions(reader, task, found.lower, at, stands, rivals_of(proposed)))
    np.testing.assert_allclose([one[1:] for one in ours], [one[1:] for one in theirs], atol=1e-4)


@pytest.mark.parametrize(
    "text", ["Nguoi ta den xem mot Buoi dien o nha hat, 1990 xyzq.", "khong", "", "ĐÃ XEM. Hoa\nLan"]
)
def test_candidates_of_bare_words(text: str, model: Model) -> None:
    found = fresh(text, model)
    place = np.full(len(found.stream), -1, np.int64)
    place[found.at] = np.where(found.bare >= 0, np.arange(len(found)), -1)
    same(
        list(candidates(found, model, found.stream, place)),
        by_numpy(lambda: list(candidates(found, model, found.stream, place))),
    )


def test_lattice(model: Model) -> None:
    found = fresh("Hom nay troi mua, toi o nha doc sach ve lich su Viet Nam. Cac nha khoa hoc da Nghien cuu.", model)
    place = np.full(len(found.stream), -1, np.int64)
    place[found.at] = np.arange(len(found))
    ids, weight = candidates(found, model, found.stream, place)
    same(list(prune(model, ids, weight, 6, 9.0))[:3], list(by_numpy(lambda: prune(model, ids, weight, 6, 9.0)))[:3])
    ours, theirs = Lattice(model, ids, weight), by_numpy(lambda: Lattice(model, ids, weight))
    same(ours.posterior(), by_numpy(theirs.posterior))
    at = np.array([3, 9, 12])
    added = np.random.default_rng(1).normal(size=(3, ids.shape[1]))[:, :6].astype(np.float32)
    same(ours.posterior(at, added), by_numpy(lambda: theirs.posterior(at, added)))


@given(
    st.lists(
        st.sampled_from(["nguoi", "Toi", "di", " hoc", "bang", "\n", ".", "1990", "thuỷ", "truong", "😀"]), max_size=30
    )
)
def test_restored_text(words: list[str]) -> None:
    model, text = Model.open(), " ".join(words)
    ours = restore_spans(text, model)
    theirs = by_numpy(lambda: restore_spans(f"{text} "[:-1], model))
    assert [one[:3] for one in ours] == [one[:3] for one in theirs]
    np.testing.assert_allclose([one.posterior for one in ours], [one.posterior for one in theirs], atol=1e-4)


def test_cleaned_text() -> None:
    pipeline = Pipeline.from_preset("web")
    texts = [LINE, f"{LINE}\n" * 3 + "nghiên cứukhoa học", "b ệnh viện. " + LINE]
    ours = pipeline.run_many(texts)
    theirs = by_numpy(lambda: pipeline.run_many([f"{text} "[:-1] for text in texts]))
    for one, other in zip(ours, theirs, strict=True):
        assert one.text == other.text
        for made, wanted in ((one.changes, other.changes), (one.suggestions, other.suggestions)):
            assert [change[:3] for change in made] == [change[:3] for change in wanted]
            sure = [[edit.confidence for change in some for edit in change.edits] for some in (made, wanted)]
            np.testing.assert_allclose(*sure, atol=1e-5)


@pytest.mark.parametrize("length", [1, 40, 700, 5000])
def test_wide_scorer(length: int, model: Model) -> None:
    net, rng = Wide(model.file.group("wide")), np.random.default_rng(length)
    key, look = rng.integers(0, len(net.keys), length), rng.choice([0, 1, 4, 9], length)
    for at in (np.arange(0, length, 3), np.arange(0, length, 40)):
        ends = np.array([length // 2, length])
        ours = net.scores(key, look, at, ends)
        theirs = by_numpy(lambda at=at, ends=ends: net.scores(key, look, at, ends))
        np.testing.assert_allclose(ours.logp, theirs.logp, atol=1e-4)


def test_neighbours_are_kept_with_the_scan(model: Model) -> None:
    found = fresh(LINE, model)
    same(list(neighbours(model, found)), list(by_numpy(lambda: neighbours(model, scan_by_numpy(LINE, model)))))


def test_the_environment_turns_it_off(root: Path) -> None:
    code = "from vntextclean.lm import kernel; print(kernel.native is None)"
    for value, off in (("0", b"True"), ("1", b"False")):
        environment = {**os.environ, "VNTEXTCLEAN_NATIVE": value, "PYTHONPATH": str(root / "src")}
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
        assert done.stdout.strip() == off


def test_the_package_alone_does_not_load_it(root: Path) -> None:
    code = "import sys, vntextclean; print([name for name in sys.modules if 'kernel' in name])"
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    assert done.stdout.strip() == b"[]"
