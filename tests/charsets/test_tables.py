"""The tables of the old encodings, how words are read by them, and when a line is recognised."""

from __future__ import annotations

import pytest

from vntextclean.charsets.files import file_encoding, read_lines
from vntextclean.charsets.line_repair import repaired
from vntextclean.charsets.recognition import could_be, recognise
from vntextclean.charsets.tables import NAMES, charset, codes_of, windows_view
from vntextclean.charsets.viqr import decode, readings, sure
from vntextclean.vietnamese.letters import MARKED

FERRY = "Chuyến đò cuối chở mười người khách và mấy giỏ cá về bến bên kia"


def seen(text: str, name: str) -> str:
    """Text as it looks when its old bytes are taken for Windows-1252."""
    view = {letter: "".join(map(windows_view, code)) for code, letter in codes_of(name).items()}
    return "".join(view.get(char, char) for char in text)


class TestTables:
    @pytest.mark.parametrize("name", NAMES)
    def test_every_letter_has_a_code_in_one_case_at_least(self, name: str) -> None:
        letters = {letter.lower() for letter in codes_of(name).values()}
        assert letters == {letter.lower() for letter in MARKED}

    @pytest.mark.parametrize("name", [name for name in NAMES if name not in ("tcvn3", "vietware-f", "bkhcm1")])
    def test_capitals_have_codes_of_their_own(self, name: str) -> None:
        assert set(codes_of(name).values()) == set(MARKED)

    @pytest.mark.parametrize("name", NAMES)
    def test_codes_are_one_or_two_bytes(self, name: str) -> None:
        assert {len(code) for code in codes_of(name)} <= {1, 2}

    @pytest.mark.parametrize("name", [name for name in NAMES if name != "t5"])
    def test_a_sentence_comes_back(self, name: str) -> None:
        assert charset(name).read(seen(FERRY, name)) == FERRY

    def test_a_sentence_in_t5_comes_back_but_for_its_no_break_spaces(self) -> None:
        assert charset("t5").read(seen(FERRY, "t5")) == FERRY.replace("à", "\u00a0")

    @pytest.mark.parametrize("name", NAMES)
    def test_ascii_stays(self, name: str) -> None:
        assert charset(name).read("Xe 29B, 5 km; a@b.example") == "Xe 29B, 5 km; a@b.example"

    @pytest.mark.parametrize("name", NAMES)
    def test_a_no_break_space_in_text_is_no_letter(self, name: str) -> None:
        assert charset(name).read("a\u00a0b") == "a\u00a0b"


class TestRecognition:
    @pytest.mark.parametrize("name", NAMES)
    def test_a_sentence_is_recognised(self, name: str) -> None:
        found = recognise(seen(FERRY, name))
        assert found is not None
        assert found[0] == name

    @pytest.mark.parametrize("name", NAMES)
    def test_a_file_is_recognised(self, name: str) -> None:
        assert file_encoding(seen(FERRY + ".\nNgười lái đò đã già, tay chèo vẫn chắc.", name)) == name

    def test_unicode_is_not(self) -> None:
        assert recognise(FERRY) is None

    def test_one_word_proves_nothing(self) -> None:
        assert recognise("Hµ") is None

    def test_a_document_helps_a_short_line(self) -> None:
        assert could_be("Sè 5", charset("tcvn3"))
        assert not could_be("Sè 5", charset("tcvn3"), mixed=True)
        assert could_be("Kü thuËt", charset("tcvn3"), mixed=True)

    def test_a_foreign_name_is_no_short_line(self) -> None:
        assert not could_be("Müller & Böll", charset("tcvn3"))


class TestRepair:
    @pytest.mark.parametrize(
        ("line", "words"),
        [
            ("Thñ t\u2212 íng", ["Thủ", "tướng"]),
            ("lµ ng \u2212êi", ["là", "người"]),
            ("b¶o l\u2219 nh", ["bảo", "lãnh"]),
            ("t hùc hiÖn", ["thực", "hiện"]),
            ("tr-êng häc", ["trường", "học"]),
        ],
    )
    def test_torn_words_are_joined(self, line: str, words: list[str]) -> None:
        assert [reading.word for reading in repaired(line, charset("tcvn3"))] == words

    def test_points_of_a_law_are_no_torn_words(self) -> None:
        words = [reading.word for reading in repaired("®iÓm b «ng, ®iÓm c ¸o", charset("tcvn3"))]
        assert words == ["điểm", "ông", "điểm", "áo"]

    def test_what_is_no_syllable_stays(self) -> None:
        assert [reading.word for reading in repaired("qu¸n café", charset("tcvn3"))] == ["quán"]

    def test_capitals_follow_their_neighbours(self) -> None:
        assert read_lines("Së THUÕ\nSë ThuÕ tØnh", charset("tcvn3")) == "SỞ THUẾ\nSở Thuế tỉnh"


class TestViqr:
    @pytest.mark.parametrize(
        ("spelled", "word"),
        [("DDu+o+`ng", "Đường"), ("uo^'ng", "uống"), ("nguye^~n", "nguyễn"), ("qu'a", "quá"), ("Nu*o*'c", "Nước")],
    )
    def test_words(self, spelled: str, word: str) -> None:
        assert decode(spelled) == word

    def test_a_full_stop_is_no_dot_below(self) -> None:
        assert [reading.word for reading in readings("Ba ddi cho+. ve^`. Me. ru.")] == ["đi", "chợ", "về", "Mẹ"]

    @pytest.mark.parametrize("line", ["He's so-so. Can't go?", "x^2+y^2", "u+v, o+', a(b)", "Ha~ hi~ hu~"])
    def test_chance_is_not_enough(self, line: str) -> None:
        assert not sure(readings(line))
