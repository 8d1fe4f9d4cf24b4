"""The law of ``lossless``: what comes out is the original or the input, word for word, never a third thing."""

from __future__ import annotations

import re
from functools import cache
from html.entities import codepoint2name

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vntextclean.misreadings.reporting.catalogue import catalogue
from vntextclean.misreadings.tables.code_pages import NAMES, undefined, views
from vntextclean.pipeline import Pipeline

#: Prose with every vowel of Vietnamese, names, capitals, signs of print and a foreign word or two.
LINES = (
    "Chợ nổi họp từ lúc mờ sáng, ghe xuồng đậu kín cả khúc sông.",
    "Bà Ngọc Ánh bảo: “Mai đò về sớm, nhớ chở giúp ít cá khô nhé!”",
    "ỦY BAN NHÂN DÂN XÃ ĐÔNG HẢI THÔNG BÁO LỊCH CẤP NƯỚC",
    "Ông Đỗ Hữu Thỉnh – người thợ mộc ở Đắk Lắk – kể chuyện đẽo thuyền độc mộc…",
    "Ruộng bậc thang mùa nước đổ đẹp như tranh, khách đến từ khắp nơi.",
    "Lớp học có ba mươi sáu em; bảy em ở xa phải trọ lại.",
    "Giá vé 25.000 đồng/lượt, trẻ em dưới sáu tuổi được miễn.",
    "Quán cà phê của ông Müller ở phố Hàng Ngãi mở cửa suốt đêm.",
    "Ngày 3/9, đoàn kiểm tra đã đến trạm bơm Ấp Bắc.",
    "Thuở ấy người ta quý hạt gạo hơn vàng.",
    "Đeo khẩu trang khi đi qua Đa Nghĩa.”",
    "Đài báo mưa ít nhất đến hết đêm”, ông nói.",
)
_C1 = re.compile("[\u0080-\u009f]")


def seen(text: str, page: str) -> str:
    """UTF-8 as a table shows it."""
    return "".join(views(page)[byte] for byte in text.encode())


def damages() -> dict[str, object]:
    """Every kind of damage by name."""
    made: dict[str, object] = {}
    for page in NAMES:
        holes = {views(page)[byte] for byte in undefined(page)} - {" "}
        made[page] = lambda text, page=page: seen(text, page)
        made[f"{page} twice"] = lambda text, page=page: seen(seen(text, page), page)
        made[f"{page}, undefined bytes dropped"] = lambda text, page=page, holes=holes: "".join(
            char for char in seen(text, page) if char not in holes
        )
    made["latin-1"] = lambda text: text.encode().decode("latin-1")
    made["latin-1, controls stripped"] = lambda text: _C1.sub("", text.encode().decode("latin-1"))
    made["latin-1, controls to U+FFFD"] = lambda text: _C1.sub("\ufffd", text.encode().decode("latin-1"))
    made["latin-1, controls to ?"] = lambda text: _C1.sub("?", text.encode().decode("latin-1"))
    holes = {views("cp1252")[byte] for byte in undefined("cp1252")}
    made["cp1252 twice, undefined bytes dropped"] = lambda text: "".join(
        char for char in seen(seen(text, "cp1252"), "cp1252") if char not in holes
    )
    made["cp1252, spaces"] = lambda text: seen(text, "cp1252").replace("\u00a0", " ")
    made["cp1252, then mac-roman"] = lambda text: seen(seen(text, "cp1252"), "mac-roman")
    for page in ("mac-roman", "cp437", "cp1252"):
        made[f"cp1252, undefined bytes dropped, then {page}"] = lambda text, page=page: seen(
            made["cp1252, undefined bytes dropped"](text),
            page,  # type: ignore[operator]
        )
        made[f"latin-1, controls stripped, then {page}"] = lambda text, page=page: seen(
            made["latin-1, controls stripped"](text),
            page,  # type: ignore[operator]
        )
    made["cp437, then cp1252 twice"] = lambda text: seen(seen(seen(text, "cp437"), "cp1252"), "cp1252")
    made["mac-roman, then cp1252, undefined bytes dropped"] = lambda text: made["cp1252, undefined bytes dropped"](  # type: ignore[operator]
        seen(text, "mac-roman")
    )
    return made


DAMAGES = damages()


@cache
def cleaner(preset: str) -> Pipeline:
    """The pipeline of a preset, made once."""
    return Pipeline.from_preset(preset)


def third_things(truth: str, damaged: str, result: str) -> list[tuple[str, str, str]]:
    """Words of the result that are neither the original nor the damage."""
    rows = zip(truth.split("\n"), damaged.split("\n"), result.split("\n"), strict=True)
    found = []
    for was, hurt, got in rows:
        words = was.split(" "), hurt.split(" "), got.split(" ")
        if len({len(parts) for parts in words}) == 1:
            found += [row for row in zip(*words, strict=True) if row[2] not in row[:2]]
        elif got not in (was, hurt):
            found.append((was, hurt, got)) if not set(words[2]) <= {*words[0], *words[1], ""} else None
    return found


@pytest.mark.parametrize("name", DAMAGES)
@settings(max_examples=4, deadline=None)
@given(lines=st.lists(st.sampled_from(LINES), min_size=1, max_size=8))
def test_lossless_gives_the_original_or_the_input(name: str, lines: list[str]) -> None:
    damage = DAMAGES[name]
    damaged = [damage(line) for line in lines]  # type: ignore[operator]
    got = cleaner("lossless").run("\n".join(damaged)).text
    assert third_things("\n".join(lines), "\n".join(damaged), got) == []
    assert cleaner("lossless").run(got).text == got


def test_a_second_pass_does_not_read_half_of_a_token() -> None:
    text = "Xóm đắp-bí, khách quen mỉm cười. Bà cụ cũng cười. Nhưng cười rồi, bà lại nói:\ncười. Nhưng cười"
    damaged = "\n".join(map(DAMAGES["cp1252, undefined bytes dropped"], text.split("\n")))  # type: ignore[arg-type]
    got = cleaner("lossless").run(damaged).text
    assert "khách quen" in got
    assert third_things(text, damaged, got) == []


@pytest.mark.parametrize("page", NAMES)
def test_what_lost_nothing_comes_back_whole(page: str) -> None:
    text = "\n".join(LINES)
    for damaged in (seen(text, page), seen(seen(text, page), page)):
        if page == "bpe":
            damaged = damaged.replace(views(page)[10], "\n").replace(seen(views(page)[10], page), "\n")
        assert cleaner("lossless").run(damaged).text == text


@pytest.mark.parametrize("row", catalogue(), ids=lambda row: row.name)
def test_a_row_of_the_table_is_read_as_it_says(row: object) -> None:
    before, after = row.before, row.after  # type: ignore[attr-defined]
    assert cleaner("web").run(before).text == after
    if row.lossless:  # type: ignore[attr-defined]
        assert cleaner("lossless").run(before).text == after
    else:
        assert third_things(after, before, cleaner("lossless").run(before).text) == []


#: What stands directly before a word in text taken out of HTML.
REFERENCES = ("&nbsp;", "&nbsp; ", "&quot;", "&ldquo;", "&#160;", "&hellip;", "&ndash;", "\u00ad", "\u200b", "<br>")


@pytest.mark.parametrize("preset", ["lossless", "web"])
@settings(max_examples=30, deadline=None)
@example(  # "đến" is chosen beside "trạm", which stands behind a no-break space
    name="latin-1, controls stripped",
    line="Ngày 3/9, đoàn kiểm tra đã đến trạm bơm Ấp Bắc.",
    before=[*[""] * 6, *["&nbsp;"] * 2, *[""] * 12],
)
@example(  # "nbsp" is no word between two others
    name="latin-1, controls stripped",
    line="ỦY BAN NHÂN DÂN XÃ ĐÔNG HẢI THÔNG BÁO LỊCH CẤP NƯỚC",
    before=[*[""] * 3, "&nbsp;", "", "&nbsp;", *[""] * 14],
)
@given(
    name=st.sampled_from(("cp1252", "latin-1", "cp437", "latin-1, controls stripped", "cp1252 twice")),
    line=st.sampled_from(LINES),
    before=st.lists(st.sampled_from(("", *REFERENCES)), min_size=20, max_size=20),
)
def test_a_reference_before_a_word_needs_no_second_run(preset: str, name: str, line: str, before: list[str]) -> None:
    damage = DAMAGES[name]
    words = [one + damage(word) for word, one in zip(line.split(" "), before, strict=False)]  # type: ignore[operator]
    once = cleaner(preset).run(" ".join(words)).text
    assert cleaner(preset).run(once).text == once


@pytest.mark.parametrize("preset", ["lossless", "web"])
@pytest.mark.parametrize("name", ["cp1252", "latin-1"])
def test_what_was_escaped_after_it_was_read_wrongly_comes_back(preset: str, name: str) -> None:
    text = "\n".join(
        (*LINES, "Èo ôi, ừ nhỉ, mỳ ý, Ủy ban, Ừm, nhãn, lê, mì, rẽ sóng, cười rộ, kéo cưa, cỡ, mẻ, mẽ, ngắm, vẳng")
    )
    damaged = DAMAGES[name](text)  # type: ignore[operator]
    escaped = "".join(
        f"&{codepoint2name[ord(char)]};" if char > "\x7f" and ord(char) in codepoint2name else char for char in damaged
    )
    assert cleaner(preset).run(escaped).text == text


def test_a_slip_of_the_writer_is_no_word_that_fits_alone() -> None:
    """Left of *tuởng*, written for *tưởng*, the dictionary has *tuồng* only."""
    text = "Truờng học mở cửa từ sáng sớm, thầy cô có chung một lý tuởng, duờng như ai cũng vui, huớng về ngày mới."
    damaged = DAMAGES["latin-1, controls stripped"](text)  # type: ignore[operator]
    assert third_things(text, damaged, cleaner("lossless").run(damaged).text) == []
    got = cleaner("web").run(damaged).text
    assert "tuồng" not in got and "Truồng" not in got
