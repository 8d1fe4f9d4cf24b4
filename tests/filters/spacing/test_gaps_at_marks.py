"""The two words at a mark: each condition of each mark with a pair on either side of it."""

from __future__ import annotations

import pytest

from vntextclean.filters.spacing.words_at_marks import DECIDE, Gap


def check(mark: str, left: str, right: str, lost: bool, before: str = "", after: str = "") -> None:
    assert bool(DECIDE[mark](Gap(left, right, before, after))) is lost


@pytest.mark.parametrize(
    ("left", "right", "before", "lost"),
    [
        # behind a number
        ("", "Sáng", "7", True),
        ("", "Sáng", "5%", True),
        ("", "Ban", "7", True),
        ("", "Sáng", "(", False),
        ("", "Sáng", "", False),
        ("", "Ý", "7", False),
        ("", "SÁNG", "7", False),
        ("", "Kpa", "7", False),
        ("", "sáng", "7", False),
        # behind a word in small letters
        ("về", "Sáng", "", True),
        ("về", "Ban", "", True),
        ("mai", "Sáng", "", True),
        ("mai", "Ban", "", True),
        ("mai", "Ý", "", True),
        ("ta", "Sáng", "", True),
        ("ta", "Ban", "", False),
        ("mai", "A", "", False),  # a letter without a mark begins no sentence
        ("ha", "Sáng", "", True),  # a measure
        ("kwh", "Sáng", "", True),
        ("kg", "Sáng", "", True),
        ("xyz", "Sáng", "", False),
        ("xyzt", "Sáng", "", True),  # four letters of another language
        ("xyđt", "Sáng", "", False),
        ("mai", "Kpaor", "", True),  # a name of five letters
        ("mai", "Kpao", "", False),
        ("xyzt", "Kpaor", "", False),
        ("mai", "KPAOR", "", False),
        ("a", "Kpaor", "", False),
        ("về", "Kpa", "", True),
        ("về", "KPA", "", True),
        ("về", "KpA", "", False),
        ("về", "K", "", False),
        ("mai", "Kpa", "", False),
        # short forms and the ends of addresses
        ("tp", "Sáng", "", False),
        ("về", "Com", "", False),
        ("TS", "Sáng", "", False),
        # behind a word with a capital
        ("Sáng", "Ban", "", True),
        ("Mai", "Sáng", "", True),
        ("Mai", "Ban", "", False),
        ("Sáng", "Kpa", "", False),
        ("Sáng", "Ban", "(", False),
        ("Kpao", "Sáng", "", False),
        ("Kpaor", "Sáng", "", True),
        ("Kpaor", "Sáng", "www.", False),
        ("Kpaor", "Sáng", "(", True),
        ("Kpaor", "Ban", "", False),
        ("Kpaor", "Theo", "", True),  # it begins sentences
        ("KPAOR", "Theo", "", False),
        ("KPAOR", "Sáng", "", True),
        ("Kpaor", "Kpa", "", False),
        ("SÁNG", "Ban", "", False),
        # two small words with marks
        ("về", "sáng", "", True),
        ("Về", "sáng", "", True),
        ("VỀ", "sáng", "", False),
        ("về", "mai", "", False),
        ("mai", "sáng", "", False),
        ("ở", "sáng", "", False),
        ("về", "ở", "", False),
        ("vềy", "sáng", "", False),
        ("về", "sángg", "", False),
        ("về", "sÁng", "", False),
        ("về", "", "", False),
    ],
)
def test_behind_a_full_stop(left: str, right: str, before: str, lost: bool) -> None:
    check(".", left, right, lost, before)


@pytest.mark.parametrize("mark", ["!", "?"])
@pytest.mark.parametrize(
    ("left", "right", "lost"),
    [
        ("mai", "Ban", True),
        ("mai", "Ý", True),
        ("mai", "A", False),
        ("mai", "Com", False),
        ("mai", "Kpa", False),
        ("về", "sáng", True),
        ("mai", "sáng", False),
        ("kpa", "Sáng", False),
        ("", "Sáng", False),
    ],
)
def test_behind_a_question(mark: str, left: str, right: str, lost: bool) -> None:
    check(mark, left, right, lost)


@pytest.mark.parametrize(
    ("left", "right", "lost"),
    [
        ("mai", "Ban", True),
        ("mai", "Ba", True),
        ("mai", "Ý", False),
        ("mai", "ban", False),
        ("kpa", "Ban", False),
        ("về", "sáng", False),
    ],
)
def test_behind_an_ellipsis(left: str, right: str, lost: bool) -> None:
    check("…", left, right, lost)


@pytest.mark.parametrize("mark", [",", ";"])
@pytest.mark.parametrize(
    ("left", "right", "before", "lost"),
    [
        ("nbsp", "sáng", "", False),  # a reference that lost its sign
        ("về", "", "", True),
        ("Về", "", "", True),
        ("VỀ", "", "", False),
        ("mai", "", "", False),
        ("ở", "", "", False),
        ("kpạ", "", "", False),
        ("", "sáng", "12", True),
        ("", "ban", "12", True),
        ("", "Kpa", "12", True),
        ("", "kpa", "12", False),
        ("", "KPA", "12", False),
        ("", "ba", "12", False),
        ("", "bà", "12", True),
        ("", "ý", "12", False),
        ("", "sáng", "x", False),
        ("", "sáng", "", False),
        ("ha", "rộng", "5", True),
        ("ha", "rộng", "", True),
        ("ha", "Rong", "5", True),
        ("ha", "rong", "5", False),
        ("ha", "ý", "5", False),
        ("ha", "kpạ", "5", False),
        ("ha", "rong", "(", True),  # no measure there, but a syllable
        ("x", "sáng", "", False),
        ("ý", "sáng", "", True),
        ("sáng", "x", "", False),
        ("sáng", "ý", "", True),
        ("sáng", "OCOP", "", True),
        ("SÁNG", "OCOP", "", False),
        ("mai", "OCOP", "", False),
        ("kpạ", "OCOP", "", False),
        ("mai", "ban", "", True),
        ("MAI", "BAN", "", True),
        ("sáng", "Kpa", "", True),
        ("sáng", "kpa", "", True),
        ("mai", "Kpa", "", True),
        ("mai", "kpa", "", True),
        ("kpa", "mai", "", True),
        ("kpa", "bà", "", True),
        ("kpa", "ba", "", False),
        ("kp", "mai", "", False),
        ("kp", "bà", "", False),
        ("kpa", "rmah", "", False),
        ("Kpa", "Rmah", "", True),
        ("Kpa", "rmah", "", False),
        ("kpa", "Rmah", "", False),
        ("KPA", "Rmah", "", False),
        ("Kpa", "RMAH", "", False),
        ("sáng", "KpA", "", False),
        ("ủy", "Kpa", "", True),
        ("uy", "Kpa", "", False),
    ],
)
def test_behind_a_comma(mark: str, left: str, right: str, before: str, lost: bool) -> None:
    check(mark, left, right, lost, before)


@pytest.mark.parametrize(
    ("left", "right", "after", "lost"),
    [
        ("quả", "Cam", "", True),
        ("ban", "Đồ", "", True),
        ("ban", "Cam", "", False),
        ("ban", "đồ", "", True),
        ("quả", "cam", "", False),
        ("quả", "kpạ", "", False),
        ("quả", "Kpạ", "", True),
        ("quả", "C", "", False),
        ("ý", "Cam", "", False),
        ("", "Cam", "", False),
        ("kpạ", "Cam", "", False),
        ("tel", "Đồ", "", False),
        ("quả", "", "(x", True),
        ("quả", "", "( ", False),
        ("quả", "", "(", False),
        ("ban", "", "(x", False),
        ("", "", "(x", False),
    ],
)
def test_behind_a_colon(left: str, right: str, after: str, lost: bool) -> None:
    check(":", left, right, lost, after=after)


@pytest.mark.parametrize("mark", [")", "”", "»"])
@pytest.mark.parametrize(
    ("left", "right", "lost"),
    [
        ("cũ", "mới", True),
        ("kpa", "mới", True),
        ("cu", "Moi", True),
        ("kpa", "Moi", False),
        ("cu", "moi", False),
        ("cu", "ý", False),
        ("cu", "Kpa", False),
    ],
)
def test_behind_what_closes(mark: str, left: str, right: str, lost: bool) -> None:
    check(mark, left, right, lost)
