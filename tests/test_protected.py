"""What no repair may reach into, and what only looks like it."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.protected import PROTECTED, TOKEN_REACH, ProtectedSpans, is_protected, token_around


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("Xem https://sonla.gov.vn/tin-tuc?id=4. Rồi", "https://sonla.gov.vn/tin-tuc?id=4"),
        ("vào www.nhatro.vn, nhé", "www.nhatro.vn"),
        ("thư về hoi.dap@tinh.gov.vn.", "hoi.dap@tinh.gov.vn"),
        ("theo @nguoi_viet nhé", "@nguoi_viet"),
        ("thẻ #dânvận2020 ở đây", "#dânvận2020"),
        ("trang baomoi.com đưa tin", "baomoi.com"),
        (r"mở C:\Tai_lieu\a.txt", r"C:\Tai_lieu\a.txt"),
        ("tại /var/log/syslog nhé", "/var/log/syslog"),
        ("tệp bao_cao.docx đính kèm", "bao_cao.docx"),
        ("gõ `thựchiện` vào", "`thựchiện`"),
        ("số 12/2020/NĐ-CP quy định", "12/2020/NĐ-CP"),
        ('{"ten": "mít", "tuoi": 12}', '"ten":'),
        ('["mit", {"dia_chi":"bến đò"}]', '"dia_chi":'),
        ("mã F16A và", "F16A"),
        ("giá 1.500,50 đồng", "1.500,50"),
    ],
)
def test_tokens_that_are_protected(text: str, token: str) -> None:
    """The whole token is found, without the punctuation that closes the sentence."""
    assert token in [m.group() for m in PROTECTED.finditer(text)]


def test_a_key_of_json_is_not_changed() -> None:
    text = '{"ten": "mít"}'
    assert is_protected(text, 2, 5)
    assert ProtectedSpans(text).reached(2, 5)
    assert not is_protected('Bà hỏi "ten" nào', 8, 11)


@pytest.mark.parametrize(
    "word",
    ["quyền.Nhưng", "và/hoặc", "TP.HCM", "thựchiện", "đi.net", "dân,vận", "kt-xh", "ô-tô", '"Tên":', 'hỏi:"ai":'],
)
def test_words_that_only_look_protected(word: str) -> None:
    """A glued sentence is no domain, alternatives are no path, an abbreviation is no address."""
    assert not PROTECTED.search(word)


def test_an_edit_that_only_abuts_is_allowed() -> None:
    """A space may be put between a number and the word glued to it, but nothing may change the number."""
    text = "đã tổ chức 115cuộc đối thoại"
    at = text.index("cuộc")
    assert not is_protected(text, at, at)
    assert not is_protected(text, at, at + 4)
    assert is_protected(text, at - 1, at)
    assert is_protected(text, at - 1, at - 1)


@pytest.mark.parametrize("before", ["", "(", "“", ".", "–", "|", "*"])
def test_plain_words_are_passed_over_and_no_token_is(before: str) -> None:
    """What is told by its letters alone, without a search, is what a search would find nothing in."""
    pieces = ("chợ", "www", "vn", ".", ",", "-", "/", "@", "7", "²", "_", "…", " ", ") ")
    for tail in product(pieces, repeat=3):
        text = before + "".join(tail)
        found = [match.span() for match in PROTECTED.finditer(text)]
        spans = ProtectedSpans(text)
        for at in range(len(text) - 1):
            low, high = spans._window(at, at + 1)
            inside = [span for span in found if low <= span[0] and span[1] <= high]
            assert spans.reached(at, at + 1) == any(a < at + 1 and at < b for a, b in inside)


def test_the_token_around_an_edit_has_a_reach() -> None:
    """A line of a million letters without a space is not read from end to end for one edit."""
    text = "a" * 1_000_000
    start, end = token_around(text, 500_000, 500_001)
    assert end - start < 10_000


@pytest.mark.parametrize("length", [0, TOKEN_REACH - 6, TOKEN_REACH, 2 * TOKEN_REACH - 3, 5 * TOKEN_REACH + 7])
def test_a_token_is_found_wherever_it_stands_in_a_run(length: int) -> None:
    """A rule of dashes without a space is read in blocks; what stands across the border of two is read whole."""
    before, token, behind = "đò – " + "–" * length, "ben-do.vn", "–" * (3 * TOKEN_REACH) + " hết"
    text, start, end = before + token + behind, len(before), len(before) + len(token)
    spans = ProtectedSpans(text)
    edits = [(3, 4), (start - 1, start), (start, start), (end, end), (end, end + 1), (len(text) - 3, len(text))]
    assert [spans.reached(*edit) for edit in edits] == [False] * len(edits)
    for low, high in ((start, start + 1), (start - 1, start + 1), (start + 3, start + 3), (end - 1, end + 1)):
        assert spans.reached(low, high), (low, high)
        assert ProtectedSpans(text).reached(low, high), (low, high)


def test_blanks_are_protected_in_code_alone() -> None:
    """Of all tokens only code between backticks goes on over white space."""
    text = "gõ  `dem  ve`  ở ben-do.vn  nhé"
    gaps = [(match.start(), match.end()) for match in re.finditer("  +", text)]
    assert [ProtectedSpans(text).reached(*gap) for gap in gaps] == [False, True, False, False]
    text = text.replace("`", "")
    assert not any(ProtectedSpans(text).reached(*gap) for gap in gaps)
    assert ProtectedSpans(text).reached(text.index("-") - 4, text.index("-"))


def test_an_edit_over_several_words_reaches_into_the_last_of_them() -> None:
    text = "xem ở ben-do.vn nhé"
    start, end = text.index("ben"), text.index(" nhé")
    for low, high, reached in ((0, start + 1, True), (4, end, True), (0, start, False), (end, len(text), False)):
        assert ProtectedSpans(text).reached(low, high) is reached, (low, high)
    assert ProtectedSpans(text).reached(end - 1, len(text))


@given(
    st.text("aéđ \u00a0\u3000\n中Ж-~:,(w&", max_size=12)
    | st.lists(st.sampled_from([*"aé Ж0٣@#./\\`_%-~(:", "www", "http://", "vn", "pdf", "NĐ"]), max_size=9).map("".join)
)
def test_what_is_not_read_for_want_of_a_sign_holds_no_token(text: str) -> None:
    spans = ProtectedSpans(text)
    assert spans._read(0, len(text)) == [found.span() for found in PROTECTED.finditer(text)]
