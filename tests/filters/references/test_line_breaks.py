"""Tags of line breaks: where they are line ends, where spaces, and which texts mean them as they stand."""

from __future__ import annotations

import pytest

from vntextclean.filters.references.line_breaks import line_breaks


def read(text: str) -> str:
    out, at = "", 0
    for start, end, after in line_breaks(text):
        out, at = out + text[at:start] + after, end
    return out + text[at:]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Chợ quê<br />\nMùa gặt\n", "Chợ quê\nMùa gặt\n"),
        ("Chợ quê <br>  \nMùa gặt\n", "Chợ quê\nMùa gặt\n"),
        ("Chợ quê\n<br/> Mùa gặt\n", "Chợ quê\nMùa gặt\n"),
        ("Chợ quê<BR>\nMùa gặt\n", "Chợ quê\nMùa gặt\n"),
        ("Chợ quê<br\N{NO-BREAK SPACE}/>\nMùa gặt\n", "Chợ quê\nMùa gặt\n"),
        ("Chợ quê<br >\nMùa gặt\n", "Chợ quê\nMùa gặt\n"),
        ("Chợ quê<br  />\nMùa gặt\n", None),  # another tag
        ("Mùa gặt:<br/>lúa chín\nVụ sau\n", "Mùa gặt:\nlúa chín\nVụ sau\n"),
        ("Mùa gặt <br/> lúa chín\nVụ sau\n", None),  # a word between spaces
        ("Mùa gặt. <br/> Lúa chín\nVụ sau\n", "Mùa gặt.\nLúa chín\nVụ sau\n"),
        ("Mùa gặt <br/>lúa chín\nVụ sau\n", "Mùa gặt\nlúa chín\nVụ sau\n"),
        ("Mùa gặt<br/> lúa chín\nVụ sau\n", "Mùa gặt\nlúa chín\nVụ sau\n"),
        ("Mùa gặt<br/><br/>lúa chín\nVụ sau\n", "Mùa gặt\n\nlúa chín\nVụ sau\n"),
        ("Mùa gặt<br/> <br/>lúa chín\nVụ sau\n", "Mùa gặt\n\nlúa chín\nVụ sau\n"),
        ("Mùa gặt<br/>lúa<br/>chín\nVụ sau\n", "Mùa gặt\nlúa\nchín\nVụ sau\n"),
        ("<br/>Mùa gặt<br/>\nVụ sau\n", "Mùa gặt\nVụ sau\n"),
        ("Mùa gặt<br/>\nVụ sau<br/>\n", "Mùa gặt\nVụ sau\n"),
        ("<br/>\nVụ sau\n", None),  # nothing else on its line
        ("Mùa gặt:<br/>lúa chín", "Mùa gặt: lúa chín"),  # a text of one line
        ("Gặt|lúa<br/>chín|xong\nVụ sau\n", "Gặt|lúa chín|xong\nVụ sau\n"),  # rows of tables
        ("Gặt\tlúa<br/>chín\nVụ sau\n", "Gặt\tlúa chín\nVụ sau\n"),
        ("gặt,lúa<br/>chín,xong\nVụ sau\n", "gặt,lúa chín,xong\nVụ sau\n"),
        ("gặt,lúa<br/>chín\nVụ sau\n", "gặt,lúa\nchín\nVụ sau\n"),
        ("gặt;lúa<br/>chín;xong\nVụ sau\n", "gặt;lúa chín;xong\nVụ sau\n"),
        ("Gặt, lúa<br/>chín, xong\nVụ sau\n", "Gặt, lúa\nchín, xong\nVụ sau\n"),
        ("Gat lua<br/>chin xong\nVu sau\n", None),  # no letter of ours
        ("Gat lua<br/>chin & xong\nVu sau\n", "Gat lua\nchin & xong\nVu sau\n"),
    ],
)
def test_what_a_tag_is(text: str, after: str | None) -> None:
    assert read(text) == (text if after is None else after)


@pytest.mark.parametrize(
    "line",
    [
        "<b>Mùa gặt</b><br/>lúa chín",
        "Mùa gặt</p><br/>lúa chín",
        "Mùa gặt <!-- xong --><br/>lúa chín",
        "Mùa gặt &lt;br&gt;<br/>lúa chín",
        "Mùa gặt &amp;lt;<br/>lúa chín",
        "Muốn xuống dòng thì viết<br/>rồi viết tiếp",
        "Gõ <br/>rồi viết tiếp chữ",
        "Cứ thêm <br>vào cuối câu",
    ],
)
def test_a_text_that_shows_or_tells_of_markup_means_all_of_them(line: str) -> None:
    text = f"{line}\nVụ sau:<br/>ngô bắp\n"
    assert read(text) == text


@pytest.mark.parametrize(
    "line",
    [
        "Mùa gặt {lúa}<br/>chín",
        "Mùa `gặt`<br/>chín",
        'Mùa gặt = "lúa"<br/>chín',
        "Mùa gặt “<br/>” chín",
        "Mùa gặt (<br/>) chín",
        "Mùa gặt;<br/>",
        "Mùa gặt<br/>chín;",
        "Học HTML<br/>từ đầu",
        "Học code<br/>từ đầu",
        "Một tag<br/>của ai",
    ],
)
def test_a_line_that_speaks_of_tags_keeps_its_own(line: str) -> None:
    assert read(f"{line}\nVụ sau:<br/>ngô bắp\n") == f"{line}\nVụ sau:\nngô bắp\n"


def test_where_the_pieces_stand() -> None:
    text = "Chợ quê <br />\nMùa gặt:<br/> <br/>lúa chín"
    assert [*line_breaks(text)] == [(7, 14, ""), (23, 34, "\n\n")]
