"""What keeps a doubtful word: each reason by itself, at its border, on pages with more or less to repair."""

from __future__ import annotations

import pytest

from tests.filters.diacritics.guards.test_bounds import MODEL, SIGNS
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.guards.kept_words import KeptWords
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage

#: A sentence with nothing to repair, so that a word or two more are few in it.
REST = "Xã họp bàn việc làm cầu và xây trường mẫu giáo, ai cũng vui. "
LETTER, PLAIN, TONE, MARKS = Damage.LETTER, Damage.PLAIN_LETTER, Damage.TONE, Damage.MARKS


def holds(
    text: str,
    word: str,
    rival: str,
    kind: Damage,
    share: float = 0.9,
    due: int = 9,
    others: float | None = None,
    nth: int = 0,
    **signs: float,
) -> bool:
    """Whether a word of a text is kept; ``due`` words of it are to be repaired, ``others`` is how likely its likes."""
    scan = MODEL.scan(text)
    tokens = [token for token in range(len(scan)) if scan.word(token) == word]
    repairs = [Repair(token, word, rival, kind, share, next(iter(Cause))) for token in tokens]
    shares = [share if number == nth or others is None else others for number in range(len(tokens))]
    if others is None:
        repairs, shares = [repairs[nth]], [share]
    kept = KeptWords(MODEL, scan, scan.lower, repairs, shares, due)
    repair = Repair(tokens[nth], word, rival, kind, share, next(iter(Cause)))
    return kept.holds(repair, share, SIGNS._replace(**signs))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "word", "rival", "kind", "kept"),
    [
        ("Chợ có Hbà bán cá.", "Hbà", "bà", Damage.EXTRA_LETTER, True),
        ("Chợ có hbà bán cá.", "hbà", "bà", Damage.EXTRA_LETTER, False),
        ("Chợ Ôi bán cá.", "Ôi", "tôi", LETTER, True),
        ("Chợ Ôi bán cá.", "Ôi", "tôi", PLAIN, True),
        ("Chợ Ôi bán cá.", "Ôi", "tôi", MARKS, False),
        ("Cân 10gvàng tám.", "gvàng", "vàng", Damage.EXTRA_LETTER, True),
        ("Cân 10gvàng tám.", "gvàng", "vàng", Damage.OTHER_LETTER, False),
        ("Bác Lê Tấn ũng lái đò.", "ũng", "cũng", PLAIN, True),
        ("Bác Lê Tấn ũng lái đò.", "ũng", "cũng", MARKS, False),
        ("Bà thấy t ổ chim.", "ổ", "tổ", PLAIN, True),
        ("Bà thấy [t]ổ chim.", "ổ", "tổ", PLAIN, True),
        ("Bà thấy [t]ổ chim.", "ổ", "tổ", MARKS, False),
        ("Thăm bản Xi Lăng dốc.", "Lăng", "năng", Damage.SOUND, True),
        ("Thăm bản Xi Lăng dốc.", "Lăng", "lẳng", Damage.WRONG_TONE, False),
        ("Thăm bản xi Lăng dốc.", "Lăng", "năng", Damage.SOUND, False),
        ("Thăm bản Xi lăng dốc.", "lăng", "năng", Damage.SOUND, False),
    ],
)
@pytest.mark.parametrize("share", [0.001, 0.9])
def test_the_word_itself_says_so(text: str, word: str, rival: str, kind: Damage, kept: bool, share: float) -> None:
    assert holds(text, word, rival, kind, share, illegal=True) is kept


@pytest.mark.parametrize(
    ("share", "kept"),
    [(0.005, False), (0.006, True), (0.9, True)],
)
def test_more_is_asked_of_what_is_likelier(share: float, kept: bool) -> None:
    assert holds("Ông ngồi dưới cây đa rào quanh.", "đa", "đã", TONE, share) is kept
    assert holds("Thợ hồ 'vá' bờ ao.", "vá", "và", Damage.WRONG_TONE, share, due=1) is kept


@pytest.mark.parametrize(("share", "kept"), [(0.3, False), (0.31, True)])
def test_an_answer_is_asked_of_what_is_weighed(share: float, kept: bool) -> None:
    assert holds("A. sáp nhập B. sát nhập", "sát", "sáp", Damage.WRONG_TONE, share, illegal=True) is kept
    assert holds("Loa có công suất phát lớn.", "suất", "xuất", Damage.SOUND, share) is kept


@pytest.mark.parametrize(
    ("due", "kept"),
    [(0, True), (1, True), (2, False)],
)
def test_a_word_told_of_is_asked_about_where_hardly_any_is_damaged(due: int, kept: bool) -> None:
    assert holds("Thợ hồ 'vá' bờ ao.", "vá", "và", Damage.WRONG_TONE, due=due) is kept


def test_one_word_in_a_hundred_leaves_a_long_text_quiet() -> None:
    text = "Thợ hồ 'vá' bờ ao. " + REST * 20  # 285 words
    assert holds(text, "vá", "và", Damage.WRONG_TONE, due=2)
    assert not holds(text, "vá", "và", Damage.WRONG_TONE, due=3)


@pytest.mark.parametrize(
    ("illegal", "word", "kept"),
    [(False, "đăm", True), (True, "đăm", False)],
)
def test_verse_keeps_its_syllables(illegal: bool, word: str, kept: bool) -> None:
    verses = f"Gió về thăm lại bến xưa\nMây trôi {word} cuối trời chưa kịp chiều\n" * 2
    assert holds(verses, word, "đằm", TONE, illegal=illegal) is kept


def test_verse_is_asked_of_what_is_likelier_than_what_is_asked_about() -> None:
    verses = "Gió về thăm lại bến xưa\nMây trôi đăm cuối trời chưa kịp chiều\n" * 2
    assert holds(verses, "đăm", "đằm", TONE, 0.006)
    assert not holds(verses, "đăm", "đằm", TONE, 0.005)


@pytest.mark.parametrize(("log_prob", "kept"), [(-10.9, True), (-11.1, False)])
def test_chinese_read_aloud_has_no_rare_words(log_prob: float, kept: bool) -> None:
    assert holds("Kỳ tâm bất loạn, vô sơ hữu hậu.", "sơ", "sở", TONE, log_prob=log_prob) is kept


@pytest.mark.parametrize(
    ("due", "share", "kept"),
    [(1, 0.9, True), (2, 0.9, False), (1, 0.3, False), (1, 0.31, True)],
)
def test_a_cry_is_sound_where_hardly_any_word_is_damaged(due: int, share: float, kept: bool) -> None:
    assert holds('Bà kêu: "Ư!" rồi chạy.', "Ư", "ừ", TONE, share, due) is kept


AGAIN = "Uống nước cho da mềm, một khi da no nước thì ít nhăn."


@pytest.mark.parametrize(
    ("rest", "due", "share", "others", "kept"),
    [
        (20, 1, 0.9, 0.0, True),
        (20, 1, 0.2, 0.0, True),  # of a clean text any share
        (20, 9, 0.9, 0.0, False),
        (0, 1, 0.9, 0.0, True),
        (0, 1, 0.3, 0.0, False),
        (0, 1, 0.31, 0.0, True),
        (0, 2, 0.9, 0.0, False),
        (20, 1, 0.9, 0.2, True),  # no likelier damaged than this
        (20, 1, 0.9, 0.21, False),
    ],
)
def test_what_stands_again_is_kept(rest: int, due: int, share: float, others: float, kept: bool) -> None:
    assert holds(AGAIN + " " + REST * rest, "da", "đa", MARKS, share, due, others, nth=1) is kept


def test_of_what_lost_no_mark_less_is_asked() -> None:
    assert not holds(AGAIN + " " + REST * 20, "da", "ra", Damage.OTHER_LETTER, 0.9, 1, 0.2, nth=1)
    assert holds(AGAIN + " " + REST * 20, "da", "ra", Damage.OTHER_LETTER, 0.9, 1, 0.004, nth=1)


@pytest.mark.parametrize(
    ("text", "word", "rival", "kind", "due", "kept"),
    [
        ("Hỏi bác Ảnh bán cá.", "Ảnh", "anh", Damage.OTHER_MARKS, 1, True),
        ("Hỏi bác Ảnh bán cá.", "Ảnh", "anh", Damage.SHAPE, 1, True),
        ("Hỏi bác Ảnh bán cá.", "Ảnh", "anh", Damage.OTHER_LETTER, 1, True),
        ("Hỏi bác Ảnh bán cá.", "Ảnh", "anh", PLAIN, 1, True),
        ("Hỏi bác Ảnh bán cá.", "Ảnh", "anh", Damage.WRONG_TONE, 1, False),
        ("Hỏi bác Ảnh bán cá.", "Ảnh", "anh", Damage.OTHER_MARKS, 9, False),
        ("Hỏi bác ảnh bán cá.", "ảnh", "anh", Damage.OTHER_MARKS, 1, False),
        ("Hỏi bác ẢNH bán cá.", "ẢNH", "anh", Damage.OTHER_MARKS, 1, False),
        ("Xong. Ảnh bán cá.", "Ảnh", "anh", Damage.OTHER_MARKS, 1, False),  # a sentence gave it its capital
        ("Xong. Ảnh Bảy bán cá.", "Ảnh", "anh", Damage.OTHER_MARKS, 1, True),
        ("Xong. Ảnh", "Ảnh", "anh", Damage.OTHER_MARKS, 1, False),
    ],
)
def test_a_syllable_with_a_capital_may_be_a_name(
    text: str, word: str, rival: str, kind: Damage, due: int, kept: bool
) -> None:
    assert holds(REST * 20 + text, word, rival, kind, due=due) is kept


@pytest.mark.parametrize(
    ("text", "word", "kind", "due", "kept"),
    [
        ("Má nói hok chịu đi nhìu mà.", "nhìu", LETTER, 2, True),
        ("Má nói hok chịu đi nhìu mà.", "nhìu", Damage.EXTRA_LETTER, 2, True),
        ("Má nói hok chịu đi nhìu mà.", "nhìu", TONE, 2, False),
        ("Má nói hok chịu đi nhìu mà.", "nhìu", LETTER, 3, False),  # too many are damaged
        ("Má nói nó chịu đi nhìu mà.", "nhìu", LETTER, 2, False),
        ("Má nói hok chịu đi nhìuu mà.", "nhìuu", LETTER, 2, False),  # no syllable
    ],
)
def test_what_is_written_as_it_is_said(text: str, word: str, kind: Damage, due: int, kept: bool) -> None:
    assert holds(text + " " + REST, word, "nhiều", kind, due=due) is kept


NAMED = "Mẹ bảo Viển: con trông em. Hôm ấy Viển tưởng thật."


@pytest.mark.parametrize(
    ("text", "word", "kind", "kept"),
    [
        (NAMED, "Viển", Damage.WRONG_TONE, True),
        (NAMED, "Viển", LETTER, False),
        (NAMED.replace("ấy Viển", "ấy viển"), "Viển", Damage.WRONG_TONE, False),
        (NAMED.replace("ấy Viển tưởng", "ấy Viển Tưởng"), "Viển", Damage.WRONG_TONE, False),
        (NAMED.replace("ấy Viển", "ấy Tô Viển"), "Viển", Damage.WRONG_TONE, False),
        (NAMED.replace("ấy Viển", "ấy Tô, Viển"), "Viển", Damage.WRONG_TONE, True),
        (NAMED.replace("bảo Viển", "bảo Tô Viển"), "Viển", Damage.WRONG_TONE, False),  # its own is part of one
        (NAMED.replace("bảo Viển: con", "bảo Viển Con"), "Viển", Damage.WRONG_TONE, False),
        (NAMED.replace("bảo Viển", "bảo viển"), "viển", Damage.WRONG_TONE, False),
    ],
)
def test_a_name_by_itself_elsewhere(text: str, word: str, kind: Damage, kept: bool) -> None:
    assert holds(text, word, "viễn", kind, due=2) is kept


@pytest.mark.parametrize(
    ("text", "word", "rival", "due", "kept"),
    [
        ("hai bên nhân nhượ ng nhau", "nhượ", "nhược", 9, True),  # likelier one word by more than twelve nats
        ("phải đi qu a cầu treo", "qu", "quá", 2, True),
    ],
)
def test_a_piece_is_left_to_be_joined(text: str, word: str, rival: str, due: int, kept: bool) -> None:
    assert holds(text, word, rival, LETTER, due=due, illegal=True) is kept
    assert not holds(text, word, rival, LETTER, 0.004, due=due, illegal=True)


@pytest.mark.parametrize(
    ("text", "word", "rival", "kept"),
    [
        ("Kovacs Brennan da xe.", "da", "đã", True),
        ("Kovacs xe da xe.", "da", "đã", False),
        ("Quang Hùng\nQuang Trị", "Quang", "quảng", True),
        ("Quang Hùng\nBình Trị", "Quang", "quảng", False),
        ("Món c bi th ng.", "bi", "bị", True),
        ("Món ca bi th ng.", "bi", "bị", False),
    ],
)
def test_it_stands_among_its_likes(text: str, word: str, rival: str, kept: bool) -> None:
    assert holds(text, word, rival, MARKS) is kept
    assert not holds(text, word, rival, MARKS, 0.005)
