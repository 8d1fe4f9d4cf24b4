"""A damaged word tells its chain, together with the other words of its document."""

from __future__ import annotations

import pytest

from vntextclean.misreadings.parsing.cells import Loss
from vntextclean.misreadings.parsing.evidence import Step
from vntextclean.misreadings.reporting.naming import LOST, Repaired, chain_title, named
from vntextclean.misreadings.tables.code_pages import NAMES, views

WORDS = ("Đường", "mưa", "trắng", "thuyền", "Ỷ", "lũ", "sạt", "cỏ", "giữa", "những", "tôi", "vẽ")


def _seen(word: str, page: str) -> str:
    return "".join(views(page)[byte] for byte in word.encode())


@pytest.mark.parametrize("page", NAMES)
def test_one_table_is_named(page: str) -> None:
    words = [Repaired(_seen(word, page), word, False) for word in WORDS]

    assert named(words) == {chain_title((Step(page, Loss()),)): len(WORDS)}


def test_two_tables_are_named_the_first_reading_first() -> None:
    words = [Repaired(_seen(_seen(word, "mac-roman"), "cp1252"), word, False) for word in WORDS]

    assert list(named(words)) == ["UTF-8 read as Mac Roman and again as Windows-1252 or Latin-1"]


@pytest.mark.parametrize("times", [1, 2])
def test_latin_1_with_its_control_characters_is_named_so_and_not_latin_9(times: int) -> None:
    words = []
    for word in WORDS:
        seen = word
        for _ in range(times):
            seen = seen.encode().decode("latin-1")
        words.append(Repaired(seen, word, False))

    assert named(words) == {chain_title((Step("cp1252", Loss()),) * times): len(WORDS)}


def test_words_that_lost_bytes_are_counted_apart() -> None:
    words = [Repaired(_seen(word, "cp437"), word, False) for word in WORDS]
    words.append(Repaired(_seen("sạch", "cp437").replace("║", ""), "sạch", True))

    assert named(words) == {"UTF-8 read as code page 437": len(WORDS), "UTF-8 read as code page 437" + LOST: 1}


def test_a_word_that_other_repairs_changed_too_bears_the_name_of_its_document() -> None:
    words = [Repaired(_seen(word, "cp850"), word, False) for word in WORDS]
    words.append(Repaired("&aacute;", "á", False))

    assert named(words) == {"UTF-8 read as code page 850": len(WORDS) + 1}
