"""HTML becomes text, in the encoding the page declares."""

from __future__ import annotations

import builtins
import sys
from typing import Any

import pytest

from vntextclean import html

MENU = "<nav><a>Trang chủ</a></nav>"


@pytest.fixture
def without_trafilatura(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python that has no trafilatura."""
    real = builtins.__import__

    def deny(name: str, *rest: Any, **named: Any) -> Any:
        if name == "trafilatura":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.delitem(sys.modules, "trafilatura", raising=False)
    monkeypatch.setattr(builtins, "__import__", deny)


@pytest.mark.parametrize(
    "head",
    ["<!DOCTYPE html>", "  <html lang=vi>", "<?xml version='1.0'?>\n<html>", "<!-- x --><div>", b"\xef\xbb\xbf<p>"],
)
def test_pages_are_recognised(head: str | bytes) -> None:
    assert html.looks_like_html(head)


@pytest.mark.parametrize("head", ["Trang chủ", "a < b", "<3 em", "<Tên> thân mến,", "", b"\x00\x01"])
def test_text_is_not_taken_for_a_page(head: str | bytes) -> None:
    assert not html.looks_like_html(head)


def test_the_declared_encoding_is_honoured() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><p>café'.encode("cp1252")
    assert html.decode(page).endswith("café")
    assert html.decode("<p>Việt".encode()).endswith("Việt")
    assert html.decode("<p>Việt".encode("utf-16")).endswith("Việt")
    assert html.decode(b"<meta charset=nobody-knows><p>\xe9").endswith("\N{REPLACEMENT CHARACTER}")


@pytest.mark.usefixtures("without_trafilatura")
def test_a_page_without_main_text_gives_all_its_text() -> None:
    found = html.extract(
        f"<title>Tin mới</title>{MENU}<p>Mưa <b>lớn</b>&nbsp;ở Huế.<br>Nước lên.</p><style>p{{}}</style>"
    )
    assert found == html.Extracted("Trang chủ\nMưa lớn ở Huế.\nNước lên.", "Tin mới", "plain")


@pytest.mark.usefixtures("without_trafilatura")
@pytest.mark.parametrize("page", ["", "<", "<p", "<script>if (a < b) x()", "</div></div>"])
def test_broken_pages_give_what_text_they_have(page: str) -> None:
    assert html.extract(page).how == "plain"
