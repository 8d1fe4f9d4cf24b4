"""Which character a reference means, and whether it is a letter, a sign or a space."""

from __future__ import annotations

import pytest

from vntextclean.filters.references.broken_references import remains
from vntextclean.filters.references.character_references import REFERENCE, meant


@pytest.mark.parametrize(
    ("reference", "char", "kind"),
    [
        ("&#7879;", "ệ", "letters"),
        ("&#x1EC7;", "ệ", "letters"),
        ("&amp;#7879;", "ệ", "letters"),
        ("&#7879", "ệ", "letters"),  # a letter of ours without its semicolon
        ("&#8211;", "–", "signs"),
        ("&#8211", "", ""),
        ("&ecirc;", "ê", "letters"),
        ("&eacute ", "é", "letters"),
        ("&ntilde;", "ñ", "letters"),
        ("&ccedil;", "ç", "letters"),
        ("&ndash;", "–", "signs"),
        ("&nbsp;", "\u00a0", "spaces"),
        ("&#160;", "\u00a0", "spaces"),
        ("&#8203;", "\u200b", "spaces"),
        ("&#34;", '"', "signs"),
        ("&#39;", "'", "signs"),
        ("&#38;", "", ""),
        ("&#65;", "", ""),
        ("&#147;", "“", "signs"),  # the table of Windows
        ("&#128;", "€", "signs"),
        ("&#129;", "", ""),
        ("&#159;", "Ÿ", "letters"),
        ("&#55357;", "", ""),  # half of a pair
        ("&#57344;", "", ""),
        ("&#1114112;", "", ""),
        ("&#768;", "\u0300", "letters"),
        ("&lt;", "", ""),
        ("&sub;", "", ""),
        ("&not;", "", ""),
        ("&uml;", "", ""),
    ],
)
def test_one_reference(reference: str, char: str, kind: str) -> None:
    found = REFERENCE.search(reference)
    assert found is not None
    assert meant(found) == (char, kind)


def test_a_later_byte_behind_a_first_one() -> None:
    """UTF-8 that was read as Latin-1 and then escaped: the sign is half of a letter."""
    found = list(REFERENCE.finditer("&Atilde;&not;"))
    assert [meant(each) for each in found] == [("Ã", "letters"), ("¬", "signs")]


@pytest.mark.parametrize("reference", ["&#7", "&#12345678;", "&eacute;x", "&eacute=", "&abcdefghi;"])
def test_what_is_no_reference_of_a_letter(reference: str) -> None:
    found = REFERENCE.search(reference)
    assert found is None or found["letter"] is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ldquo;đi", ["“"]),
        ("điquo;", []),
        ("thôirdquo;", ["”"]),
        ("thôildquo;", []),  # an opening one behind a word
        ("mưa hellip;", ["…"]),
        ("mưahellip;", ["…"]),
        ("mưa ndash; nắng", ["–"]),
        ("mưandash; nắng", []),
        ("&ldquo;", []),
        ("vâ%3b\u0323n", ["vận"]),
        ("vâ%3\u1e05n", ["vận"]),
        ("vâ%3b\u0323nrdquo;", ["vận", "”"]),
        ("vâ%3b\u0323nrdquo", []),
        ("liê%3bụ", ["liệu"]),
        ("a%3bc", []),
        ("ba%3bn", []),  # a syllable without a mark
    ],
)
def test_remains(text: str, words: list[str]) -> None:
    assert [found.word for found in remains(text)] == words


def test_where_remains_stand() -> None:
    found = remains("Tải vâ%3b\u0323nrdquo; tải")
    assert [(one.start, one.end, one.seen) for one in found] == [(4, 11, "vâ%3b\u0323n"), (11, 17, "rdquo;")]
