"""Texts that lost letters throughout: what proves the way they came, and what is read of them."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from vntextclean.misreadings.lost_letters import left_over
from vntextclean.misreadings.lost_letters.channels import CHANNELS, Channel
from vntextclean.misreadings.lost_letters.damaged_words import words_of
from vntextclean.misreadings.lost_letters.gaps import gaps_of
from vntextclean.misreadings.lost_letters.line_ends import flowing
from vntextclean.misreadings.lost_letters.proof import channel_of
from vntextclean.misreadings.lost_letters.read import read
from vntextclean.misreadings.lost_letters.spellings import spellings
from vntextclean.pipeline import Pipeline
from vntextclean.settings import MIN_CONFIDENCE
from vntextclean.text_state import TextState

PAGE = (
    "Tháng sáu, nước sông lên đục ngầu, thuyền bè neo kín bến.\n"
    "Chị em trong tổ đan lưới tranh thủ vá cho xong mấy tấm lưới rách.\n"
    "Bác trưởng thôn đi từng nhà nhắc mọi người chằng mái tôn cho chắc.\n"
    "TRẠM BƠM SỐ BA CHẠY SUỐT ĐÊM\n"
    "Mấy đứa nhỏ được nghỉ học, ngồi nghe bà kể chuyện ngày xưa."
)
NAMES = [f"{channel.name}, {len(channel.kept)} letters kept" for channel in CHANNELS]


def words(text: str) -> list[str]:
    return text.split()


@pytest.mark.parametrize("channel", CHANNELS, ids=NAMES)
def test_a_page_proves_its_channel_and_no_other(channel: Channel) -> None:
    assert channel_of(channel.shown(PAGE)) is channel


@pytest.mark.parametrize("channel", CHANNELS, ids=NAMES)
def test_what_is_read_is_what_the_channel_shows_so(channel: Channel) -> None:
    seen = channel.shown(PAGE)
    found = read(seen, channel)
    assert len(found) > 30
    for one in found:
        assert channel.shown(one.word) == seen[one.start : one.end]


@pytest.mark.parametrize("channel", CHANNELS, ids=NAMES)
def test_most_words_come_back_and_none_is_another(channel: Channel) -> None:
    seen = channel.shown(PAGE)
    read_words, right = words(Pipeline.from_preset("web").run(seen).text), words(PAGE)
    assert len(read_words) == len(right)
    damaged = words(seen)
    back = [one == meant for one, meant, was in zip(read_words, right, damaged, strict=True) if was != meant]
    assert sum(back) > 0.5 * len(back)
    assert all(one in (meant, was) for one, meant, was in zip(read_words, right, damaged, strict=True))


@pytest.mark.parametrize("channel", CHANNELS, ids=NAMES)
def test_lossless_does_not_choose(channel: Channel) -> None:
    seen = channel.shown(PAGE)
    assert Pipeline.from_preset("lossless").run(seen).text == seen


@pytest.mark.parametrize("channel", CHANNELS, ids=NAMES)
def test_one_letter_that_was_lost_elsewhere_is_no_such_text(channel: Channel) -> None:
    assert channel_of(channel.shown(PAGE) + "\nMưa.") is None


@pytest.mark.parametrize("channel", CHANNELS, ids=NAMES)
def test_what_is_not_read_is_left_by_all_filters(channel: Channel) -> None:
    seen = channel.shown("Dì Út phơi bánh tráng trước ngõ, trời hanh, bánh mau khô lắm.\n" + PAGE)
    cleaned = Pipeline.from_preset("web").run(seen)
    assert {edit.rule for change in cleaned.changes for edit in change.edits} == {f"legacy-fonts.{channel.name}"}


def test_less_sure_words_are_suggested() -> None:
    seen = CHANNELS[0].shown(PAGE)
    doubtful = [one for one in read(seen, CHANNELS[0]) if one.confidence < MIN_CONFIDENCE]
    suggested = Pipeline.from_preset("web").run(seen).suggestions
    assert [(one.start, one.after) for one in suggested] == [(one.start, one.word) for one in doubtful]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "\ufffd",
        "Où est passé l'été ? Voilà le marché, très animé à midi, près de la forêt, où l'on mange une crêpe.",
        "Chi ha già preparato il tè? Perché è così tardi, e però la città è già piena di gente che va al caffè.",
        "Chieu nay ca nha cung nhau don vuon, trong them may luong rau cai va mot gian bau ben gieng",
        "Chiêu nay ca nhà cùng nhau don vuon, trông thêm mây luông rau cai và môt giàn bâu bên giêng",
        "WHERE a = ? AND b = ? OR c = ? -- ô này để trống",
    ],
)
def test_no_channel(text: str) -> None:
    assert channel_of(text) is None


def test_marks_that_are_characters_of_their_own_are_no_lost_letters() -> None:
    message = "ko bít nt sao?r sao?đc ko?vs ai thế à?\nbh đi?mai đi?ừ?thôi?k đi?sợ à?k?"
    assert channel_of(normalize("NFD", message)) is None
    assert Pipeline.from_preset("web").run(normalize("NFD", message)).text.startswith("ko bít nt sao?")


def test_bare_letters_among_abbreviations_are_no_lost_letters() -> None:
    message = "Ba ng bn lm bánh ban cho, ng mua bánh thuong là ng trg xóm, nh trc nh sau, ng nào cung khen bánh tuoi"
    assert channel_of(message) is None


def test_question_marks_that_ask_stay() -> None:
    asked = "Tr?i s?p m?a, sao ch?a mang thóc vào sân? Còn ?àn v?t thì ai lùa v??"
    made = {text: one.word for one in read(asked, CHANNELS[0]) if (text := asked[one.start : one.end])}
    assert made["m?a"] == "mưa"
    assert not any(text.endswith("?") and text[:-1].isalpha() and word in text for text, word in made.items())
    assert asked.endswith("v??")
    assert made.get("v?", "về") == "về"


def test_addresses_and_codes_are_no_words() -> None:
    text = "trang.php?id=7, a1?b, x_?y, 12?"
    assert not [word for word in words_of(text, CHANNELS[0]) if word.way.options and "?" in text[word.start : word.end]]


def test_abbreviations_beside_small_letters() -> None:
    assert spellings(CHANNELS[2])("HND") == ("HĐND",)
    word = words_of("i biu HND xã", CHANNELS[2])[2]
    assert word.way.options[0] == "HĐND"


def test_a_word_of_which_nothing_is_left() -> None:
    text = "ra ng  mua thêm gch"
    gap = next(word for word in gaps_of(text, CHANNELS[2], words_of(text, CHANNELS[2])) if word.start == word.end)
    assert text[: gap.start].endswith("ng ")
    assert {"để", "ở"} <= set(gap.way.options)


def test_spaces_of_a_layout_are_no_words() -> None:
    text = "tên  giá  lng  ghi  chú"
    assert all(word.start < word.end for word in gaps_of(text, CHANNELS[2], words_of(text, CHANNELS[2])))


def test_short_lines_do_not_flow() -> None:
    text = "mt hai\nba bn\nnm sáu\ndài hn nhiu so vi các dòng trên kia"
    assert flowing(text) == text


@pytest.mark.parametrize(
    ("text", "trace", "left"),
    [
        ("ghe ch? mía", "?", True),
        ("ghe ch mía", "ch", True),
        ("ảnh-7a?rong=90", "?", False),
        ("cá lóc 35cm", "cm", False),
        ("xem http://bendo", "tt", False),
        ("gửi an@bendo.vn", "vn", False),
    ],
)
def test_parts_of_addresses_and_units_are_no_traces(text: str, trace: str, left: bool) -> None:
    assert left_over._is_left(text, *left_over._word_at(text, text.index(trace))) is left


def test_units_and_domains_are_not_what_is_left_of_lost_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(left_over, "_is_left_by", lambda *_: True)
    ruler = "Thước dài 30 cm, rộng 25 mm, đế 6 cm; ảnh ở kho.vn và gia.vn"
    assert not left_over.is_left_over(TextState(ruler))
    assert left_over.is_left_over(TextState("Ngoài ph có th tươi, nhà kh mua cm"))
