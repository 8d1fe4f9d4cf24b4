"""HTML becomes text, in the encoding the page declares."""

from __future__ import annotations

import builtins
import sys
from typing import Any

import pytest

from vntextclean.errors import ConfigError
from vntextclean.streams import html

MENU = "<nav><a>Trang chủ</a></nav>"


def importing(monkeypatch: pytest.MonkeyPatch, error: ImportError) -> None:
    """Let the import of trafilatura raise this."""
    real = builtins.__import__

    def deny(name: str, *rest: Any, **named: Any) -> Any:
        if name == "trafilatura":
            raise error
        return real(name, *rest, **named)

    monkeypatch.delitem(sys.modules, "trafilatura", raising=False)
    monkeypatch.setattr(builtins, "__import__", deny)


@pytest.fixture
def without_trafilatura(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python that has no trafilatura."""
    importing(monkeypatch, ModuleNotFoundError("No module named 'trafilatura'", name="trafilatura"))


@pytest.mark.parametrize(
    "error",
    [
        ImportError("lxml.html.clean module is now a separate project lxml_html_clean."),
        ModuleNotFoundError("No module named 'justext'", name="justext"),
    ],
)
def test_a_broken_extra_is_an_error_that_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, error: ImportError
) -> None:
    importing(monkeypatch, error)
    with pytest.raises(ConfigError, match=r"pip install --upgrade 'vntextclean\[html\]' lxml_html_clean"):
        html.extract("<p>Mưa lớn ở Huế", main=True)


@pytest.mark.usefixtures("without_trafilatura")
def test_the_main_text_needs_the_extra() -> None:
    with pytest.raises(ConfigError, match=r"pip install 'vntextclean\[html\]', or leave out --main-text"):
        html.extract("<p>Mưa lớn ở Huế", main=True)


@pytest.mark.parametrize("main", [False, True])
def test_bytes_that_were_kept_pass_through(main: bool) -> None:
    assert html.extract("<p>Mưa \udcff lớn", main=main) == html.Extracted("Mưa \udcff lớn", "", "plain")


@pytest.mark.parametrize(
    "head",
    [
        "<!DOCTYPE html>",
        "  <html lang=vi>",
        "<?xml version='1.0'?>\n<html>",
        "<!-- x --><div>",
        b"\xef\xbb\xbf<p>",
        "<p>".encode("utf-16"),
    ],
)
def test_pages_are_recognised(head: str | bytes) -> None:
    assert html.looks_like_html(head)


@pytest.mark.parametrize("head", ["Trang chủ", "a < b", "<3 em", "<Tên> thân mến,", "", b"\x00\x01"])
def test_text_is_not_taken_for_a_page(head: str | bytes) -> None:
    assert not html.looks_like_html(head)


def test_a_page_gives_all_its_text() -> None:
    found = html.extract(
        f"<title>Tin mới</title>{MENU}<p>Mưa <b>lớn</b>&nbsp;ở Huế.<br>Nước lên.</p><style>p{{}}</style>"
    )
    assert found == html.Extracted("Trang chủ\nMưa lớn ở Huế.\nNước lên.", "Tin mới", "plain")


@pytest.mark.parametrize("page", ["", "<", "<p", "<script>if (a < b) x()", "</div></div>"])
def test_broken_pages_give_what_text_they_have(page: str) -> None:
    assert html.extract(page).how == "plain"


def test_code_and_verse_keep_their_lines_and_indents() -> None:
    page = (
        "<p>Đoạn mã:</p>"
        "<pre>\n<code><b>for</b> xe in bãi:\r\n    if xe.trống:\n\n        <i>gọi</i>(xe)\n</code>\n</pre>"
        "<pre>Bến  vắng\n\n  đò ngang</pre><p>Hết\nmã.</p>"
    )
    assert html.extract(page).text == (
        "Đoạn mã:\nfor xe in bãi:\n    if xe.trống:\n\n        gọi(xe)\nBến  vắng\n\n  đò ngang\nHết mã."
    )


def test_what_is_typed_into_a_form_keeps_its_lines() -> None:
    assert html.extract("<textarea>\nThưa cô,\n em xin nghỉ.\n</textarea>").text == "Thưa cô,\n em xin nghỉ."


def test_code_without_pre_keeps_lines_from_two_line_ends_on() -> None:
    assert html.extract("<p>Gõ <code>ls\n-l</code> nhé.</p>").text == "Gõ ls -l nhé."
    assert html.extract("<div><code>mở()\n  đọc()\nđóng()</code></div>").text == "mở()\n  đọc()\nđóng()"


def test_an_end_tag_that_is_missing_or_too_many_loses_nothing() -> None:
    assert html.extract("</pre><p>Mưa  to.</p><pre>a\n b\n\n").text == "Mưa to.\na\n b"
