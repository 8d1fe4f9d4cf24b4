"""How far around a word it is looked for what shows that it is meant, and what parts the two."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.guards.sound_words import is_meant, is_verse, stands_again
from vntextclean.lm.model import Model
from vntextclean.lm.text.scan import Scan

MODEL = Model.open()


def asked(text: str, word: str) -> tuple[Scan, int]:
    """The scan of a text and the last token that is the word."""
    scan = MODEL.scan(text)
    return scan, [token for token in range(len(scan)) if scan.word(token).lower() == word][-1]


@pytest.mark.parametrize(
    ("text", "word", "rival", "meant"),
    [
        ("Nhà ấy vua vua, phu phu cả.", "phu", "phụ", True),
        ("Nhà ấy vua vua phu phu cả.", "phu", "phụ", True),
        ("Phu phu, vua vua cả.", "phu", "phụ", True),
        ("Nhà ấy phu phu cả.", "phu", "phụ", False),
        ("Nhà ấy vua vua, phu cả.", "phu", "phụ", False),
        ("Nhà ấy vua, vua phu phu cả.", "phu", "phụ", False),
        ("Nhà ấy vua chúa phu phu cả.", "phu", "phụ", False),
        ("Ăn no no phu phu", "phu", "phụ", True),
        ("Nhớ dậy sơm sớm.", "sơm", "sớm", True),
        ("Nhớ dậy sơm, sớm.", "sơm", "sớm", False),
        ("Nhớ bước nhẽ nhẹ.", "nhẽ", "nhẹ", False),  # no tone of a first half
        ("Nhớ bước nhè nhẹ.", "nhè", "nhẹ", True),
        ("Nhớ bước nhe nhẹ.", "nhe", "nhẹ", True),
        ("Đi lững tha lững thững.", "tha", "thà", True),
        ("Đi lững tha lững thờ.", "tha", "thà", True),
        ("Đi lững tha lững, thững.", "tha", "thà", False),
        ("Đi lững tha lững lờ.", "tha", "thà", False),
        ("Đi lững thơ lững thững.", "thơ", "thở", True),
        ("Đi lững thi lững thững.", "thi", "thì", False),
        ("Đi lững a lững ầm.", "a", "à", False),
    ],
)
def test_a_word_said_twice(text: str, word: str, rival: str, meant: bool) -> None:
    scan = MODEL.scan(text)
    token = [scan.word(number).lower() for number in range(len(scan))].index(word)
    assert is_meant(scan, token, rival) is meant


@pytest.mark.parametrize(
    ("text", "word", "rival", "meant"),
    [
        ('Cháu gọi cái nồi là "lồi".', "lồi", "nồi", True),
        ("Cháu gọi cái nồi là ‘lồi’.", "lồi", "nồi", True),
        ("Cháu gọi cái nồi là «lồi».", "lồi", "nồi", True),
        ("Cháu gọi cái nồi là (lồi).", "lồi", "nồi", False),
        ("Cháu gọi cái nồi là lồi.", "lồi", "nồi", False),
        ('Cháu gọi cái nồi là "lồi', "lồi", "nồi", False),
        ('Nồi to nhỏ thì nó gọi "lồi".', "lồi", "nồi", True),  # six words before it
        ('Nồi to nhỏ thì nó cứ gọi "lồi".', "lồi", "nồi", False),
        ('Cháu gọi cái nồi đất là "lồi đất".', "lồi", "nồi", True),
        ('Cháu gọi cái nồi là "lồi đất".', "lồi", "nồi", False),
        ('Cháu gọi cái nồi đất là "lồi đất to".', "lồi", "nồi", False),
        ('Cháu gọi cái nồi to là "lồi đất".', "lồi", "nồi", False),
        ('Cháu gọi cái nồi là "lồi, đất".', "lồi", "nồi", False),
        ('"Lồi" là nồi.', "lồi", "nồi", False),
        ('Cháu gọi cái nồi là "lồi đất', "lồi", "nồi", False),
    ],
)
def test_a_spelling_told_of_in_quotes(text: str, word: str, rival: str, meant: bool) -> None:
    assert is_meant(*asked(text, word), rival) is meant


KIN = "cô chú bác dì cậu mợ ông bà anh chị em con cháu họ"  # fourteen words


@pytest.mark.parametrize(
    ("text", "word", "rival", "meant"),
    [
        (f"Ta bảo {KIN} ngươi về.", "ngươi", "người", True),  # sixteen words before it
        (f"Ta bảo cả {KIN} ngươi về.", "ngươi", "người", False),
        (f"Bảo ngươi {KIN} ra ta.", "ngươi", "người", True),
        (f"Bảo ngươi {KIN} ra cùng ta.", "ngươi", "người", False),
        ("Chúng ta bảo ngươi về.", "ngươi", "người", False),
        ("Chúng, ta bảo ngươi về.", "ngươi", "người", True),
        ("Hắn bảo ngươi về.", "ngươi", "người", False),
        ("Mi bảo rồi, sao mi chưa về.", "mi", "mới", True),
        ("Chúng ta bảo ta về.", "ta", "tả", False),
        ("Hắn bảo mi về.", "mi", "mới", False),
    ],
)
def test_who_is_spoken_to(text: str, word: str, rival: str, meant: bool) -> None:
    assert is_meant(*asked(text, word), rival) is meant


@pytest.mark.parametrize(
    ("text", "word", "rival", "meant"),
    [
        ("Họ tin nay vị này sẽ đi.", "nay", "này", True),
        ("Họ tin nay vị khách này sẽ đi.", "nay", "này", True),
        ("Họ tin nay vị khách quý này sẽ đi.", "nay", "này", False),  # four words behind
        ("Họ tin nay vị, này sẽ đi.", "nay", "này", False),
        ("Họ tin nay vị kia sẽ đi.", "nay", "này", False),
        ("Họ tin nay vị này sẽ đi.", "nay", "nảy", False),
        ("Họ tin mai vị này sẽ đi.", "mai", "này", False),
        ("Họ tin nay vị này", "nay", "này", True),
        ("Họ tin nay", "nay", "này", False),
        ("Sang 2021 thì xong.", "sang", "sáng", True),
        ("Sang 21 thì xong.", "sang", "sáng", False),
        ("Sang nghìn thì xong.", "sang", "sáng", False),
        ("Sang 2021/5 thì xong.", "sang", "sáng", False),
        ("Sang 2021-5 thì xong.", "sang", "sáng", False),
        ("Sang, 2021 thì xong.", "sang", "sáng", False),
        ("Đến 2021 thì xong.", "đến", "đển", False),
        ("Bài được thầy cô giao, đã xong.", "giao", "giáo", True),
        ("Bài do thầy cô giao.", "giao", "giáo", True),
        ("Bài bị các thầy cô giao.", "giao", "giáo", True),  # four words before it
        ("Bài bị hết các thầy cô giao.", "giao", "giáo", False),
        ("Bài được, thầy cô giao.", "giao", "giáo", False),
        ("Bài được thầy cô giao hôm qua.", "giao", "giáo", False),
        ("Bài được thầy cô bày, đã xong.", "bày", "bảy", False),
        ("Bài thầy cô giao, đã xong.", "giao", "giáo", False),
        ("Được giao, đã xong.", "giao", "giáo", True),
        ("Cô giao, đã xong.", "giao", "giáo", False),
        ("Hỏi ông Thước con Quận Bình.", "con", "còn", True),
        ("Hỏi ông Thước cọn Quận Bình.", "cọn", "còn", False),
        ("Hỏi ông Thước, con Quận Bình.", "con", "còn", False),
        ("Hỏi ông Thước con, Quận Bình.", "con", "còn", False),
        ("Hỏi ông Thước con", "con", "còn", False),
        ("con Quận Bình về.", "con", "còn", False),
        ("Đi với chú thì vui.", "đi", "đối", True),
        ("Ngồi với chú thì vui.", "ngồi", "đối", False),
        ("Đi cùng chú thì vui.", "đi", "đối", False),
        ("Họ đi với chú thì vui.", "đi", "đối", False),
        ("Cậu lên năm, chưa biết chữ.", "năm", "nắm", True),
        ("Cậu lên năm tay.", "năm", "nắm", False),
        ("Cậu có năm, chưa đủ.", "năm", "nắm", False),
        ("Cậu lên giường, chưa ngủ.", "giường", "gường", False),
        ("Quả chum, bán rẻ.", "chum", "chùm", False),
        ("Cái hình chum bán rẻ.", "chum", "chùm", True),
        ("Cái hình, chum bán rẻ.", "chum", "chùm", False),
        ("Họ đả thương nhau.", "đả", "đã", True),
        ("Họ đả, thương nhau.", "đả", "đã", False),
    ],
)
def test_what_stands_beside_a_word(text: str, word: str, rival: str, meant: bool) -> None:
    assert is_meant(*asked(text, word), rival) is meant


SOFT = "bà ngồi dưới gốc cây kể lại cho"  # eight words


@pytest.mark.parametrize(
    ("text", "word", "again"),
    [
        (f"Có da, {SOFT} da.", "da", True),
        (f"Có da, {SOFT} nghe da.", "da", True),  # ten words before it
        (f"Có da, {SOFT} em nghe da.", "da", False),
        ("Thấy da, da cũng khô.", "da", False),  # beside it
        ("Thấy da rồi da cũng khô.", "da", True),
        ("Điểm t nọ, điểm t kia.", "t", False),
    ],
)
def test_a_word_stands_again_near_by(text: str, word: str, again: bool) -> None:
    scan = MODEL.scan(text)
    tokens = [token for token in range(len(scan)) if scan.word(token).lower() == word]
    for token in (tokens[0], tokens[-1]):  # from either side
        assert stands_again(MODEL, scan, token, scan.lower, frozenset()) is again


def test_a_word_that_is_to_be_repaired_there_does_not_stand_again() -> None:
    scan, token = asked("Thấy da rồi da cũng khô.", "da")
    assert not stands_again(MODEL, scan, token, scan.lower, frozenset({1}))
    repaired = scan.lower.copy()
    repaired[1] = MODEL.ids(["đa"])[0]
    assert not stands_again(MODEL, scan, token, repaired, frozenset())


FOUR, FIVE = "Gió về bến cũ", "Gió về thăm bến cũ"
SIX, SEVEN, EIGHT = "Gió về thăm lại bến xưa", "Gió về thăm lại bến sông xưa", "Gió về thăm lại bến sông xưa rồi"
PROSE = "Ông giáo ngồi bên cửa, tay cầm mảnh giấy ố, rồi đọc to cho cả xóm nghe những câu ông viết đêm qua"


@pytest.mark.parametrize(
    ("lines", "at", "verse"),
    [
        ([FOUR] * 4, 0, True),
        ([FOUR] * 4, 3, True),
        ([FOUR] * 3, 1, False),
        ([FOUR, "Ở nơi bến cũ", FOUR, FOUR], 0, True),  # a word of one letter begins the next line
        ([FIVE] * 4, 1, True),
        ([SIX] * 4, 1, True),  # six and eight in turn, of which none is eight here
        ([SEVEN] * 4, 1, True),
        ([EIGHT] * 4, 1, True),
        ([SIX, EIGHT, SIX, EIGHT], 0, True),
        ([SIX, SEVEN, SIX, EIGHT], 1, True),
        ([FOUR, FIVE, FOUR, FIVE], 1, False),
        (["Gió về bến"] * 4, 1, False),
        (["Gió về thăm lại bến sông xưa rồi đi"] * 4, 1, False),
        ([FOUR, FOUR, "Lời ai", FOUR, FOUR], 1, True),  # one line is another
        ([FOUR, FOUR, "Lời ai", "Lời ai", FOUR, FOUR], 1, False),
        ([FOUR, "", FOUR, FOUR, "", FOUR], 2, True),
        ([FOUR, "", "", "", FOUR, FOUR, FOUR], 0, False),  # three lines to either side are read
        ([FOUR, FOUR, FOUR, "", "", "", FOUR], 6, False),
        ([PROSE, SEVEN, SEVEN, SEVEN, SEVEN, PROSE], 1, True),
        ([PROSE, SEVEN, SEVEN, SEVEN, SEVEN, PROSE], 4, True),
        ([PROSE, SEVEN, SEVEN, SEVEN, PROSE], 1, False),
        ([PROSE, EIGHT, EIGHT, EIGHT, EIGHT, PROSE], 2, True),
        ([PROSE, SIX, SIX, SIX, SIX, PROSE], 2, False),
        ([PROSE, SEVEN, SEVEN, FOUR, SEVEN, SEVEN, PROSE], 1, False),
        (["Phó trưởng thôn Lò Văn tới"] * 4, 1, True),  # as many capitals as a verse with a name may have
        (["Phó trưởng thôn Lò Văn Ín"] * 4, 1, False),
        (["Phó Trưởng thôn Lò Văn"] * 4, 1, False),
        (["Đỗ Lê Lý Mai"] * 4, 1, True),  # nothing but capitals
    ],
)
def test_verses_are_told_by_their_lengths(lines: list[str], at: int, verse: bool) -> None:
    start = sum(len(line) + 1 for line in lines[:at])
    assert is_verse("\n".join(lines), start) is verse


@pytest.mark.parametrize(("letters", "verse"), [(100, True), (101, False)])
def test_a_verse_has_a_hundred_letters_at_most(letters: int, verse: bool) -> None:
    line = "Gió về bến " + "x" * (letters - 11)
    assert is_verse(f"{FOUR}\n{line}\n{FOUR}\n{FOUR}", len(FOUR) + 1) is verse
