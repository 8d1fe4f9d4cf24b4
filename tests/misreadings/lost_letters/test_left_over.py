"""Which words tell that a text lost letters: those without a vowel, run together with others or not."""

from __future__ import annotations

import pytest
from benchmarks.speed.random_syllables import syllables

from vntextclean.misreadings.lost_letters import left_over
from vntextclean.misreadings.lost_letters.channels import Channel
from vntextclean.misreadings.lost_letters.left_over import _is_left, _word_at, is_left_over
from vntextclean.text_state import TextState


@pytest.mark.parametrize(
    ("text", "trace"), [("mời ôngTrng thôn", "rng"), ("bà ngCng vềNhng", "hng"), ("gửi nh nghi", "nh")]
)
def test_a_word_without_a_vowel_is_a_trace(text: str, trace: str) -> None:
    assert _is_left(text, *_word_at(text, text.index(trace)))


@pytest.mark.parametrize(
    ("text", "trace"),
    [("ở Angkor", "ngk"), ("phòng KHTC", "KHT"), ("bạn McAngkorBa", "ngk"), ("thuê AirbnbVui", "rbn")],
)
def test_a_name_and_an_abbreviation_are_none(text: str, trace: str) -> None:
    assert not _is_left(text, *_word_at(text, text.index(trace)))


def test_a_beginning_that_is_read_otherwise_throughout_tells_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Syllables at random in two pieces each: of each something is left that is none."""
    sizes: list[int] = []
    ask = left_over._otherwise

    def asked(text: str, channel: Channel) -> float | None:
        sizes.append(len(text))
        return ask(text, channel)

    monkeypatch.setattr(left_over, "_otherwise", asked)
    text = " ".join(
        word[:at] + " " + word[at:] for at, word in enumerate(syllables()[:6000].split(), 1) for at in [at % 3]
    )
    assert not is_left_over(TextState(text))
    assert sizes
    assert max(sizes) <= 384


LAW = (
    "Điều 9. Chủ bến đò có trách nhiệm theo điểm c khoản 2, điểm d khoản 3 và điểm b khoản 4 Điều "
    "này. Bến cách cầu 5 km, "
    "rộng 3 m, thu 20 k một lượt. Người lái đò phải mặc áo phao, giữ trng thuyền đủ phao cho khách, "
    "không chở quá số người "
    "đã đăng ký với xã. Điều 10. Ai vi phạm điểm d hoặc điểm c thì bị nhắc nhở, lần sau bị thu giấy phép một tháng.\n"
)
TEENS = (
    "mn oi, chiều nay t vs bt đi đá bóng ng ta cho mượn sân, ai rảnh thì ra sân xã lúc bốn giờ nhé. "
    "nc uống t lo, bóng thì "
    "mượn của thầy Hải, đứa nào thua phải khao chè cả đội. hôm trc đội mình thua hai quả vì thủ môn "
    "trượt chân, lần này "
    "phải gỡ cho bằng được, mn nhớ mang giày đinh vì sân còn ướt lắm, đường ra sân cũng trơn nên đi chậm thôi."
)


@pytest.mark.parametrize("text", [LAW, LAW * 4, TEENS, TEENS * 3])
def test_parts_of_laws_units_and_short_forms_tell_nothing(text: str) -> None:
    """One word lost a letter; points of clauses, units and what friends write are no such words."""
    assert not is_left_over(TextState(text))


def channels_asked(text: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The channels through which a text is read anew."""
    asked: list[str] = []

    def noted(text: str, channel: Channel) -> float | None:
        del text
        asked.append(channel.name)
        return None

    monkeypatch.setattr(left_over, "_otherwise", noted)
    assert not is_left_over(TextState(text))
    return asked


NEWS = "Bà con trong bản đã gặt xong lúa mùa và đang phơi thóc ngoài sân, ai cũng mong trời còn nắng thêm vài hôm nữa. "


def test_a_word_with_two_traces_is_one_word(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not channels_asked(NEWS * 4 + "Nhiều nhà nhn công cho bà thch.", monkeypatch)
    assert channels_asked(NEWS * 4 + "Nhiều nhà nhn công cho bà thch, con gái lo cơm nhc.", monkeypatch)


def test_letters_became_question_marks_only_where_one_is_in_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "Ai nhn công cho bà thch, ai lo cơm nhc"
    assert "question-marks" not in channels_asked(f"{NEWS * 4}{words}? Không ai biết cả.", monkeypatch)
    assert "question-marks" in channels_asked(f"{NEWS * 4}{words}, ai t?i nhà? Không ai biết.", monkeypatch)
