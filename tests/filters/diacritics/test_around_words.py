"""What a text says of its words before anything is proposed for them, by the kernel and by numpy."""

from __future__ import annotations

import numpy as np
import pytest

from vntextclean.filters.diacritics.around_words import Around, around_words
from vntextclean.filters.diacritics.guards.exempt import NAMED, is_exempt, may_be_exempt
from vntextclean.lm import kernel
from vntextclean.lm.model import Model
from vntextclean.lm.syllables import syllables
from vntextclean.lm.text.scan import Scan

MODEL = Model.open()
LEGAL = MODEL.derived(syllables)
TEXT = """Bà con ra vườn nhan sớm; ông Brennan và Kovacs mua 12 kg na, 7,5Lt dầu, giá 30.000 đồng/cp…
BỘ TRƯỞNG ĐI HỌP Ở TTXVN. Chị nhớ cô bạn tên Bn. Mai, "C...ảm ơn" rồi về. Trang nhà.vn, mã A-12 va chữ -o, ê, ề, ế!
gia lua hom nay bao nhieu vay. h củ c ủa nh ... ĐT Việt Nam, ıt dı; İt, Zwölf giga kilo
đc ko ạ? nam 2031 la năm\tmưa [K]hông — “nhăn” ‘vn’ 5thang/ng 3-d đường/km"""


def told(tokens: list[int], scan: Scan, lower: np.ndarray[tuple[int], np.dtype[np.int32]]) -> list[Around]:
    return around_words(MODEL, scan, tokens, lower, LEGAL)


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that is compared")
@pytest.mark.parametrize("text", [TEXT, "đc", "nhan sớm", "12 nhan 13", ""])
def test_kernel_and_numpy_agree(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    scan, random = MODEL.scan(text), np.random.default_rng(3)
    for _ in range(20):
        repaired = (random.random(len(scan)) < 0.2) & ~scan.tokens.number
        lower = np.where(repaired, random.integers(8, 900, len(scan)), scan.lower).astype(np.int32)
        by_kernel = told([*range(len(scan))], scan, lower)
        with monkeypatch.context() as without:
            without.setattr(kernel, "native", None)
            by_numpy = told([*range(len(scan))], scan, lower)
        assert by_kernel == by_numpy
        assert [[*map(type, each)] for each in by_kernel] == [[*map(type, each)] for each in by_numpy]


def test_what_is_told_of_a_word() -> None:
    scan = MODEL.scan("Năm 1987 Nguyễn vn sông. MƯA")
    names = ("foreign", "illegal", "name", "upper", "vowelless", "length", "edges", "behind_number")
    assert [[getattr(each, name) for name in names] for each in told([2, 3, 5], scan, scan.lower)] == [
        [pytest.approx(1 / 3), False, True, False, False, 6, 0, True],
        [0, True, False, False, True, 2, 0, False],
        [pytest.approx(1 / 2), False, False, True, False, 3, 2, False],
    ]


def test_pairs_that_are_never_seen_are_strange() -> None:
    known, new = (MODEL.scan(text) for text in ("Trẻ em đi học ở trường làng.", "Sủi ấm đẻ học ghẻ nhị dẻo."))
    assert told([3], known, known.lower)[0].strange == 0
    assert told([3], new, new.lower)[0].strange > 0.7


@pytest.mark.parametrize("text", [TEXT, TEXT.upper(), TEXT.title(), TEXT.replace(" ", "\n"), TEXT.replace(" ", ", ")])
def test_every_exempt_word_gives_a_reason_to_ask(text: str) -> None:
    scan = MODEL.scan(text)
    exempt = [token for token in range(len(scan)) if is_exempt(scan, token)]
    assert exempt
    assert all(may_be_exempt(scan, token) or scan.word(token).lower() in NAMED for token in exempt)


def test_most_words_give_none() -> None:
    scan = MODEL.scan("Bà con xây nhà mới, dựng lều bên bờ sông; trẻ em đi hoc tại trường làng.")
    assert not any(may_be_exempt(scan, token) for token in range(len(scan)))


@pytest.mark.skipif(kernel.native is None, reason="it is the kernel that refuses")
def test_words_that_are_not_there_are_refused() -> None:
    scan, native = MODEL.scan("Trẻ em đi hoc ở trường làng."), kernel.native
    seen = np.ones(len(scan.padded) - 1, np.bool_)
    tables = LEGAL, MODEL.log_prob, seen
    for wrong in ([7], [-1], [1 << 70]):
        with pytest.raises((IndexError, OverflowError)):
            native.around_words(scan.text, scan.compiled, scan.lower, *tables, wrong)
    for lower in (scan.lower - 1000, scan.lower + (1 << 20)):
        with pytest.raises(IndexError, match="not there"):
            native.around_words(scan.text, scan.compiled, lower, *tables, [3])
    for few in ((LEGAL[:9], MODEL.log_prob), (LEGAL, MODEL.log_prob[:9])):
        with pytest.raises(IndexError, match="not there"):
            native.around_words(scan.text, scan.compiled, scan.lower, *few, seen, [3])
    with pytest.raises(ValueError, match="size"):
        native.around_words(scan.text, scan.compiled, scan.lower[1:], *tables, [3])
    with pytest.raises(ValueError, match="size"):
        native.around_words(scan.text, scan.compiled, scan.lower, LEGAL, MODEL.log_prob, seen[1:], [3])
    with pytest.raises(ValueError, match="does not fit"):
        native.around_words("Trẻ em", scan.compiled, scan.lower, *tables, [3])
    with pytest.raises(TypeError, match="list"):
        native.around_words(scan.text, scan.compiled, scan.lower, *tables, (3,))
