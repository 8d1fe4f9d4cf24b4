"""Where references stand for what a reader was meant to see: each condition at its border."""

from __future__ import annotations

import pytest

from vntextclean.filters.references.filter import References
from vntextclean.settings import Settings
from vntextclean.text_state import TextState


def _read(text: str) -> list[tuple[str, str, str]]:
    found = References(Settings()).edits(TextState(text))
    return [(text[edit.start : edit.end], edit.replacement, edit.rule.removeprefix("references.")) for edit in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ti&#7871;ng Vi&#7879;t", ["Tiếng", "Việt"]),
        ("Vi&#7879;t", ["Việt"]),
        ("ph&#432;&#417;ng", ["phương"]),
        ("&#273;i", ["đi"]),
        ("th&ocirc;", ["thô"]),
        ("&agrave;", []),  # a letter alone may be quoted
        ("&agrave; &ocirc;", []),
        ("&agrave; th&ocirc;", ["à", "thô"]),  # beside a word it is meant
        ("'th&ocirc;'", []),  # one word in quotes is an example
        ('"th&ocirc;"', []),
        ("'th&ocirc;\"", ["thô"]),
        ("th&ocirc;'", ["thô"]),
        ("'th&ocirc;' s&ocirc;ng", ["thô", "sông"]),
        ("{th&ocirc;}", ["thô"]),  # letters are read also where code is shown
        ("a&lt;b", []),
        ("AT&T", []),
        ("a&copy=2", []),
    ],
)
def test_letters(text: str, words: list[str]) -> None:
    assert [after for _, after, _ in _read(text)] == words


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("mưa &ndash; nắng", [("&ndash;", "–", "signs")]),
        ("mưa &amp;ndash; nắng", [("&amp;ndash;", "–", "signs")]),
        ("mưa,&nbsp;nắng", [("&nbsp;", "\u00a0", "spaces")]),
        ("R&amp;D", [("&amp;", "&", "signs")]),
        ("mưa &amp; nắng", [("&amp;", "&", "signs")]),
        ("&amp;lt;", []),
        ("mưa &ndash; &lt;b&gt;", []),
        ("<b>mưa &ndash; nắng", []),
        ("x = {mưa &ndash; nắng}", []),
        ("s&ocirc;ng &ndash; &lt;b&gt;", [("s&ocirc;ng", "sông", "letters")]),
        ("mưa &ndash; nắng\n<b>", [("&ndash;", "–", "signs")]),  # lines speak for themselves
        ("<b>\nmưa &ndash; nắng", [("&ndash;", "–", "signs")]),
    ],
)
def test_signs_and_spaces(text: str, read: list[tuple[str, str, str]]) -> None:
    assert _read(text) == read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("http://a.vn/?q=s&ocirc;ng", []),
        ("http://a.vn/?q=s&ocirc;ng s&ocirc;ng", ["sông"]),
        ("s&ocirc;ng\thttp://a.vn/?q=s&ocirc;ng", ["sông"]),
        ("http://a.vn/s\ts&ocirc;ng", ["sông"]),
        ("www.a.vn/R&amp;D R&amp;D", ["&"]),
        ("R&amp;D www.a.vn/R&amp;D", ["&"]),
    ],
)
def test_addresses_keep_theirs(text: str, words: list[str]) -> None:
    assert [after for _, after, _ in _read(text)] == words


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ldquo;Đi thôirdquo;", [("ldquo;", "“", "remains"), ("rdquo;", "”", "remains")]),
        ("vâ%3b\u0323n tải", [("vâ%3b\u0323n", "vận", "remains")]),
        ("www.a.vn/ldquo;b", []),
        ("{ldquo;a}", []),
        ("mưa %3b", []),
        (
            "s&ocirc;ng ldquo;sâurdquo; &ndash; cạn",
            [
                ("s&ocirc;ng", "sông", "letters"), ("ldquo;", "“", "remains"), ("rdquo;", "”", "remains"),
                ("&ndash;", "–", "signs"),
            ],
        ),
    ],
)  # fmt: skip
def test_remains(text: str, read: list[tuple[str, str, str]]) -> None:
    assert _read(text) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (r"ti\u1ebfng vi\u1ec7t", ["tiếng", "việt"]),
        (r"s&ocirc;ng ti\u1ebfng vi\u1ec7t", ["sông", "tiếng", "việt"]),
        (r"ti\u1ebfng vi\u1ec7t s&ocirc;ng", ["tiếng", "việt", "sông"]),
        ("=C4=91i h=E1=BB=8Dc", ["đi", "học"]),
        ("=?utf-8?q?=C4=91i_h=E1=BB=8Dc?=", ["đi học"]),
        ("<U+0111>i h<U+1ECD>c", ["đi", "học"]),
    ],
)
def test_escapes_beside_references(text: str, read: list[str]) -> None:
    assert [after for _, after, _ in _read(text)] == read
