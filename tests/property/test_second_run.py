"""Law 3 on natural text: cleaning what was cleaned changes nothing.

Random characters hardly ever make a repair that another repair waited for. So the texts are lines of the samples,
damaged as pages are: glued lines, references, UTF-8 read as cp1252, labels between the words, lost spaces.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from vntextclean import Pipeline
from vntextclean.settings import SettingsOptions

TEXTS = 150
LABELS = ("Xem chi tiết TẠI ĐÂY", "Lượt xem: 1284", "Trang chủ", "Chia sẻ Facebook", "(gọi tắt là Hội)", "no image")


def glued(line: str, other: str, rng: random.Random) -> str:
    """Two lines without anything between them."""
    del rng
    return line.rstrip(" .") + other


def referenced(line: str, other: str, rng: random.Random) -> str:
    """Some letters as character references, and a no-break space as one."""
    del other
    words = line.split(" ")
    at = rng.randrange(len(words))
    words[at] = "".join(c if c.isascii() else f"&#{ord(c)};" for c in words[at])
    return rng.choice(["&nbsp;", " "]).join([" ".join(words[:at]), " ".join(words[at:])])


def misread(line: str, other: str, rng: random.Random) -> str:
    """Some words as UTF-8 read by cp1252, one of them behind a reference."""
    words = f"{line} {other}".split(" ")
    for at in rng.sample(range(len(words)), min(3, len(words))):
        read = words[at].encode().decode("cp1252", "replace")
        words[at] = words[at] if "\N{REPLACEMENT CHARACTER}" in read else rng.choice(["", "&nbsp;"]) + read
    return " ".join(words)


def labelled(line: str, other: str, rng: random.Random) -> str:
    """A label of the page glued to the end of a line."""
    return line.rstrip(".") + rng.choice(["", " "]) + rng.choice(LABELS) + rng.choice(["\n", ""]) + other


def spaceless(line: str, other: str, rng: random.Random) -> str:
    """Some spaces lost, those beside punctuation first."""
    del other
    line = line.replace(", ", ",", 1).replace(". ", ".", 1)
    places = [at for at, letter in enumerate(line) if letter == " "]
    for at in sorted(rng.sample(places, min(2, len(places))), reverse=True):
        line = line[:at] + line[at + 1 :]
    return line


def hidden(line: str, other: str, rng: random.Random) -> str:
    """Soft hyphens and no-break spaces inside and between words."""
    del other
    at = rng.randrange(1, len(line)) if len(line) > 1 else 0
    return line[:at] + rng.choice(["\u00ad", "\u200b", "\u00a0"]) + line[at:]


def far_apart(line: str, other: str, rng: random.Random) -> str:
    """Doubled spaces, tabs and wide gaps between the words, and an indent."""
    gaps = rng.choice([("  ",), ("  ", "\t"), ("  ", "   ", "      ", "\t"), (" ", "  ", " \u00a0", "\u3000")])
    words = f"{line} {other}".split(" ")
    return rng.choice(["", " ", "     "]) + "".join(word + rng.choice(gaps) for word in words)


def misspelt_labels(line: str, other: str, rng: random.Random) -> str:
    """Labels above and below a line, a space or a letter of them lost."""
    del other
    above, below = rng.sample(LABELS, 2)
    at = rng.randrange(1, len(above))
    return f"{above[:at]}{above[at + 1 :]}\n{line}\n{below.replace(' ', '', 1)}"


DAMAGE: tuple[Callable[[str, str, random.Random], str], ...] = (
    glued,
    referenced,
    misread,
    labelled,
    spaceless,
    hidden,
    far_apart,
    misspelt_labels,
)


def natural_texts(root: Path, seed: int) -> list[str]:
    """Documents of one to four damaged lines."""
    rng = random.Random(seed)
    lines = [
        line
        for path in sorted((root / "samples").glob("*.clean.txt"))
        for line in path.read_text(encoding="utf-8").split("\n")
        if len(line.split()) > 3
    ]
    texts = []
    for _ in range(TEXTS):
        damaged = []
        for line in rng.sample(lines, rng.randint(1, 4)):
            for damage in rng.sample(DAMAGE, rng.randint(1, 2)):
                line = damage(line, rng.choice(lines), rng)
            damaged.append(line)
        texts.append("\n".join(damaged))
    return texts


@pytest.mark.property
@pytest.mark.parametrize("preset", ["lossless", "web", "forum", "ocr"])
def test_a_second_run_changes_nothing(preset: str, root: Path) -> None:
    pipeline = Pipeline.from_preset(preset)
    once = [cleaned.text for cleaned in pipeline.run_many(natural_texts(root, seed=7))]
    again = [cleaned.text for cleaned in pipeline.run_many(once)]
    assert [(one, two) for one, two in zip(once, again, strict=True) if one != two] == []


@pytest.mark.parametrize("preset", ["lossless", "web"])
@pytest.mark.parametrize(
    "text",
    [
        "            Lịch gác chắn đường ngang  18/03/2019                                                       \n",
        "      Bà con trong bản kéo nhau ra suối từ lúc gà chưa gáy,  người gánh kẻ gùi, trẻ con lon ton theo sau.\n",
        "    Thời lượng  Ghi chú\n    Hai tuần  Học đêm\n",
        *(f"    {'Bà con trong bản kéo nhau ra suối,gánh gùi,từ lúc gà chưa gáy, trẻ con lon ton theo'[:size]}\n"
          for size in range(60, 90)),
    ],
)  # fmt: skip
def test_an_indent_that_goes_leaves_no_columns(text: str, preset: str) -> None:
    """Gaps of an indented line are columns only while the line is indented."""
    once = Pipeline.from_preset(preset).run(text).text
    assert Pipeline.from_preset(preset).run(once).text == once


@pytest.mark.parametrize("preset", ["lossless", "web", "forum", "ocr"])
@pytest.mark.parametrize(
    "text",
    ["Nhà bà Tư ở cuối xã.CÃ¡ch đó một con mương", "1.Mẹ dặn mua má,bÃºn,rồi rẽ vào chợ láº¥y rau. CÃ¡c em chờ cơm"],
)
def test_a_misread_word_behind_a_sign_does_not_wait_for_its_space(text: str, preset: str) -> None:
    once = Pipeline.from_preset(preset).run(text).text
    assert "Ã" not in once
    assert Pipeline.from_preset(preset).run(once).text == once


PROSE = (
    "Bà con trong bản kéo nhau ra suối từ lúc gà chưa gáy, người gánh kẻ gùi, trẻ con lon ton theo sau, tay cầm đuốc "
    "nứa còn đỏ lửa. Ông giáo già mở lớp ở đình làng, mỗi tối dạy chữ cho trẻ chăn trâu bên ngọn đèn dầu, còn chị Lan "
    "gánh rau ra chợ huyện, bán xong thì mua cân muối rồi về nhà nấu cơm cho cả nhà ăn trước khi trời tối."
).split()


@pytest.mark.parametrize("every", range(2, 9))
def test_a_tab_in_a_long_line_is_no_indent(every: int) -> None:
    """What stands as far before a gap as is read is not where the line begins."""
    pipeline = Pipeline.from_preset("lossless")
    for tabbed in range(every):
        text = "".join(word + ("\t" if at % every == tabbed else "  ") for at, word in enumerate(PROSE)).rstrip()
        once = pipeline.run(text).text
        assert "  " not in once
        assert pipeline.run(once).text == once


@pytest.mark.parametrize("preset", ["lossless", "web"])
@pytest.mark.parametrize(
    "rows",
    [
        ("    Cây  lúa  được  gieo  vào                                             Chợ phiên họp mỗi",
         "     tháng  năm hằng                                                     tuần một lần bên",
         "       năm   khi mưa   đã  về                                                bờ suối nơi",
         "       và bà con  đi                                            người các"),
        ("       Cây lúa  được                                               Chợ phiên họp",
         "    gieo  vào   tháng năm                                               mỗi tuần một lần",
         "     hằng  năm  khi  mưa                                                 bên bờ",
         "       đã  về  và   bà   con                                              suối nơi người"),
    ],
)  # fmt: skip
def test_columns_stand_where_the_indent_leaves_them(rows: tuple[str, ...], preset: str) -> None:
    """The indent of one row goes, those of the others stay: its cells stand below none of theirs."""
    once = Pipeline.from_preset(preset).run("\n".join(rows)).text
    assert Pipeline.from_preset(preset).run(once).text == once


@pytest.mark.parametrize("options", [{"ignore": ("split-words",)}, {"filters": ("spacing",)}, {"select": ("spacing",)}])
def test_the_gaps_beside_letter_spaced_words_stay_where_these_do(options: SettingsOptions) -> None:
    text = "mưa  T h a n h   t r a   t ỉ n h  gió"
    assert Pipeline.from_preset("web", **options).run(text).text == text


@pytest.mark.parametrize("preset", ["lossless", "web", "forum", "ocr"])
@pytest.mark.parametrize(
    "text",
    [
        "Chú ý: cho  N ă m \u3000 C a m   h ọ p  là việc của xã",
        "mưa  T h a n h   t r a   t ỉ n h  gió",
        "câu  t t  N g H a  cô",
    ],
)
def test_the_gaps_beside_letter_spaced_words_do_not_go_without_them(text: str, preset: str) -> None:
    once = Pipeline.from_preset(preset).run(text).text
    assert Pipeline.from_preset(preset).run(once).text == once


FURNISHED = (
    ("Đọc thêrn:\nTrẻ con dưới sáu tuổi, người già và phụ nữ có thai nên đi khám trước khii dùng thuốc lá nam.\n"
     "Quảng cáo\nChia sẻ\nChia sẻ", "Đọc thêm"),
    ("Quảngcáo\nBà con trong bản kéo nhau ra suối từ lúc gà chưa gáy.\nBìnhluận\nÔng giáo già mở lớp ở đình làng, "
     "mỗi tối dạy chữ cho trẻ.\nBáolỗi\nMụclục\nChị Lan gánh rau ra chợ huyện, bán xong thì mua cân muối.", "Báo lỗi"),
    ("Bà con trong bản kéo nhau ra suối từ lúc gà chưa gáy, người gánh kẻ gùi, trẻ con lon ton theo sau.\n\n\n"
     "Bà con trong bản kéo nhau ra suối từ lúc gà chưa gáy, người gánh kẻ gùi, trẻcon lon ton theo sau.\n\n\n"
     "Ông giáo già mở lớp ở đình làng, mỗi tối dạy chữ cho trẻ chăn trâu bên ngọn đèn dầu.\n", "\n\n\n\n"),
)  # fmt: skip


@pytest.mark.parametrize("preset", ["web", "forum", "ocr"])
@pytest.mark.parametrize(("text", "gone"), FURNISHED)
def test_furniture_and_gaps_that_repaired_words_show_go_at_once(text: str, gone: str, preset: str) -> None:
    once = Pipeline.from_preset(preset).run(text).text
    assert gone not in once
    assert Pipeline.from_preset(preset).run(once).text == once


PARTS = (
    "Kt qu đc công b ngay trong bui chiu. Đi đt gii nht s đi din th trn d hi thi cp huyn vào đu tháng mi mt.\n"
    "T chc và hot đng ca th vin xã\nBc 1. Cá làm sch, chà mui cho ht nht, ct khoanh dày hai phân ri "
    "p vi nc mm và mt ít "
    "tiêu trong mi lăm phút.\nRt mong Ban giám hiu xem xét và tr li trc ngày 20 tháng 10.",
    "Hi ph huynh lp 7B xin gi ti Ban giám hiu nhà trng li cm n v chuyn tham quan bo tàng va qua. "
    "Các cháu đã đc nghe gii "
    "thiu v ngh dt c truyn và t tay quay th gung t.\nBc 1. Cá làm sch, chà mui cho ht nht, ct "
    "khoanh dày hai phân ri p vi "
    "nc mm và mt ít tiêu trong mi lăm phút.\nXã Phú Lc hoàn thành 12 tuyn đng liên thôn trc mùa ma",
)


@pytest.mark.parametrize("preset", ["web", "forum", "ocr"])
@pytest.mark.parametrize("text", PARTS)
def test_what_a_part_of_a_text_without_letters_leaves_stays(text: str, preset: str) -> None:
    """A few words stay as they were, most of them without the letters side by side that tell of lost ones."""
    once = Pipeline.from_preset(preset).run(text).text
    assert " li " in once or " c " in once or "Lc" in once
    assert Pipeline.from_preset(preset).run(once).text == once
