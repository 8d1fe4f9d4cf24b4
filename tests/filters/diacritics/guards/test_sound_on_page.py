"""A syllable is sound on a quiet page where it stands in quotes, is cried, or is what the page tells of."""

from __future__ import annotations

import pytest

from tests.filters.diacritics.guards.test_bounds import MODEL, SIGNS
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.guards.sound_on_page import TOPIC_GAIN, is_sound
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage


def sound(text: str, word: str, kind: Damage = Damage.TONE, clean: bool = True, **signs: float) -> bool:
    scan = MODEL.scan(text)
    token = [scan.word(number).lower() for number in range(len(scan))].index(word)
    repair = Repair(token, scan.word(token), "?", kind, 0.9, next(iter(Cause)))
    sign = SIGNS._replace(**signs)  # type: ignore[arg-type]
    return is_sound(scan, repair, sign, scan.lower, MODEL.log_prob, clean)


@pytest.mark.parametrize(
    ("text", "word", "clean", "expected"),
    [
        ('Chúng sẽ "đì" nhau.', "đì", True, True),
        ("Chúng sẽ “đì” nhau.", "đì", True, True),
        ("Chúng sẽ « đì » nhau.", "đì", True, True),
        ("Chúng sẽ «  đì » nhau.", "đì", True, False),
        ("Chúng sẽ “đì…” nhau.", "đì", True, True),
        ("Chúng sẽ “đì!!!” nhau.", "đì", True, True),
        ("Chúng sẽ “đì!!!!” nhau.", "đì", True, False),
        ("Chúng sẽ “đì;” nhau.", "đì", True, False),
        ("Chúng sẽ “đì nhau”.", "đì", True, False),
        ("Chúng sẽ “bị đì”.", "đì", True, False),
        ('Chúng sẽ "đì" nhau.', "đì", False, False),
        ('Bà kêu: "Ơ!" rồi chạy.', "ơ", False, True),
        ("Bà kêu: ơ! rồi chạy.", "ơ", False, False),
    ],
)
def test_a_cry_and_a_word_in_quotes(text: str, word: str, clean: bool, expected: bool) -> None:
    assert sound(text, word, clean=clean) is expected


#: Four times a word that texts have once in some 100 000.
ZODIAC = "Cung Bạch Dương đứng đầu, cung Kim Ngưu kế đó, cung Song Tử thứ ba, cung Cự Giải thứ tư."


@pytest.mark.parametrize(
    ("text", "kind", "usage", "gain", "expected"),
    [
        (ZODIAC, Damage.TONE, 0.0, 5.0, True),
        (ZODIAC, Damage.MARKS, 0.0, 5.0, True),
        (ZODIAC, Damage.WRONG_TONE, 0.0, 5.0, False),
        (ZODIAC, Damage.TONE, 0.7, 5.0, False),
        (ZODIAC, Damage.TONE, 0.0, TOPIC_GAIN, False),
        (ZODIAC, Damage.TONE, 0.0, TOPIC_GAIN - 0.1, True),
        (ZODIAC.replace(", cung Cự", ", rồi Cự"), Damage.TONE, 0.0, 5.0, False),  # three times
        (ZODIAC + " Ngày xưa có hai anh em nhà kia đi chợ." * 60, Damage.TONE, 0.0, 5.0, False),
    ],
)
def test_what_a_text_tells_of(text: str, kind: Damage, usage: float, gain: float, expected: bool) -> None:
    assert sound(text, "cung", kind, usage=usage, gain=gain) is expected


def test_what_is_repaired_elsewhere_is_no_topic() -> None:
    scan = MODEL.scan(ZODIAC)
    repair = Repair(0, "Cung", "cũng", Damage.TONE, 0.9, next(iter(Cause)))
    assert is_sound(scan, repair, SIGNS, scan.lower, MODEL.log_prob, True)
    lower = scan.lower.copy()
    lower[scan.lower == scan.lower[0]] = MODEL.ids(["cũng"])[0]
    lower[0] = scan.lower[0]
    assert not is_sound(scan, repair, SIGNS, lower, MODEL.log_prob, True)
