"""What turned one word into another and what a word may have been, at the border of each condition."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.kinds.causes import Cause, cause_of
from vntextclean.filters.diacritics.kinds.channel import Likelihood
from vntextclean.filters.diacritics.kinds.damage import (
    Damage,
    beside,
    kind_of,
    slips,
    sounding_alike,
    with_letter_back,
)


@pytest.mark.parametrize(
    ("damaged", "whole", "kind"),
    [
        pytest.param("mọt", "một", Damage.SHAPE, id="the tone kept"),
        pytest.param("môt", "mốt", Damage.TONE, id="the tone lost"),
        pytest.param("mot", "mót", Damage.TONE, id="the only mark lost is the tone"),
        pytest.param("mot", "mốt", Damage.MARKS, id="every mark lost"),
        pytest.param("mot", "môt", Damage.MARKS, id="no tone to lose"),
        pytest.param("mồt", "mốt", Damage.WRONG_TONE, id="another tone"),
        pytest.param("mót", "mot", Damage.WRONG_TONE, id="a tone too many"),
        pytest.param("mòt", "mốt", Damage.OTHER_MARKS, id="another tone and another shape"),
        pytest.param("sâc", "sắc", Damage.OTHER_MARKS, id="the tone lost and another shape"),
        pytest.param("mt", "mọt", Damage.LETTER, id="a marked letter lost"),
        pytest.param("ọt", "mọt", Damage.PLAIN_LETTER, id="a first letter lost"),
        pytest.param("mọ", "mọt", Damage.PLAIN_LETTER, id="a last letter lost"),
        pytest.param("m", "mọt", None, id="two letters lost"),
        pytest.param("nt", "mọt", None, id="a letter lost and another letter"),
        pytest.param("ha", "hóa", Damage.LETTER, id="the first vowel lost of the old style"),
        pytest.param("ho", "hóa", Damage.LETTER, id="the second vowel lost of the new style"),
        pytest.param("hó", "hóa", Damage.PLAIN_LETTER, id="the second vowel lost of the old style"),
        pytest.param("nam", "man", None, id="two letters exchanged that are not beside one another"),
        pytest.param("tmà", "màt", None, id="letters that moved"),
        pytest.param("trà", "ba", None, id="letters that are read for one, where another was meant"),
        pytest.param("trèo", "mèo", Damage.OTHER_LETTER, id="two letters read for one"),
        pytest.param("rnèo", "mèo", Damage.OTHER_LETTER, id="two others"),
        pytest.param("rnèo", "tèo", None, id="not for another"),
        pytest.param("tbời", "trời", None, id="a letter that is not like it"),
        pytest.param("tbơì", "thời", None, id="two letters, one of them like it"),
        pytest.param("tái", "lái", Damage.OTHER_LETTER, id="a first letter"),
        pytest.param("vìi", "vìu", Damage.OTHER_LETTER, id="a last letter"),
        pytest.param("bối", "bấi", None, id="a vowel with its tone, where the other is no syllable"),
        pytest.param("tấi", "tối", Damage.OTHER_LETTER, id="a vowel under the same tone"),
        pytest.param("tấi", "tồi", None, id="a vowel under another tone"),
        pytest.param("tấi", "tôi", None, id="a vowel without its tone"),
        pytest.param("ttháng", "táng", None, id="two letters too many"),
    ],
)
def test_kinds(damaged: str, whole: str, kind: Damage | None) -> None:
    assert kind_of(damaged, whole) is kind


@pytest.mark.parametrize(
    ("word", "alike"),
    [
        ("sa", {"xa"}),
        ("xa", {"sa"}),
        ("tra", {"cha"}),
        ("cha", {"tra"}),
        ("da", {"gia", "ra"}),
        ("gia", {"da", "ra"}),
        ("ra", {"da", "gia"}),
        ("la", {"na"}),
        ("na", {"la"}),
        ("nga", set()),  # ng and nh are onsets of their own
        ("nha", set()),
        ("mặt", {"mặc"}),
        ("mặc", {"mặt"}),
        ("man", {"mang"}),
        ("mang", {"man"}),
        ("mach", set()),  # ch is a coda of its own
        ("mat", set()),  # without a tone no syllable ends in c or t
        ("lan", {"nan", "lang"}),
        ("sang", {"xang", "san"}),
        ("c", set()),
        ("n", set()),
        ("bng", set()),  # no vowel before it
        ("tran", {"chan", "trang"}),
        ("xyz", set()),
    ],
)
def test_what_sounds_alike(word: str, alike: set[str]) -> None:
    found = sounding_alike(word)
    assert set(found) == alike and len(found) == len(alike)


@pytest.mark.parametrize(
    ("word", "found", "not_found"),
    [
        ("tổgn", {"tổng": Damage.EXCHANGED, "tổn": Damage.EXTRA_LETTER}, ["tổgn"]),
        ("rnèo", {"mèo": Damage.OTHER_LETTER, "nèo": Damage.EXTRA_LETTER, "rèo": Damage.EXTRA_LETTER}, []),
        ("tbời", {"thời": Damage.OTHER_LETTER, "tời": Damage.EXTRA_LETTER, "bời": Damage.EXTRA_LETTER}, ["trời"]),
        ("tấi", {"tối": Damage.OTHER_LETTER, "tới": Damage.OTHER_LETTER, "tấu": Damage.OTHER_LETTER}, ["tồi", "tôi"]),
        ("đa", {"sa": Damage.OTHER_LETTER, "đo": Damage.OTHER_LETTER, "a": Damage.EXTRA_LETTER}, ["đa", "da", "go"]),
        ("ưt", {}, ["ưt"]),
        ("bàa", {"bà": Damage.EXTRA_LETTER}, ["bàa"]),
        ("àb", {"bà": Damage.EXCHANGED, "à": Damage.EXTRA_LETTER}, []),
    ],
)
def test_what_a_slip_made_of_it(word: str, found: dict[str, Damage], not_found: list[str]) -> None:
    slipped = dict(slips(word))
    assert {each: slipped.get(each) for each in found} == found
    assert not slipped.keys() & set(not_found)


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [
        ("oa", ("đoa", "choa"), "oai"),
        ("hoản", ("choản", "khoản", "nhoản", "thoản"), "hoảnh"),
    ],
)
def test_letters_at_the_front_come_first(word: str, first: tuple[str, ...], last: str) -> None:
    found = with_letter_back(word)
    assert last in found
    assert found.index(last) >= len([each for each in first if each in found])
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("letter", "others"),
    [
        ("q", "w"),
        ("p", "oôơ"),  # the keys at the ends of a row have one neighbour
        ("z", "x"),
        ("m", "n"),
        ("l", "kt"),
        ("a", "soôơ"),
        ("â", "soôơ"),
        ("b", "nhv"),
        ("d", "fs"),
        ("đ", "fs"),
        ("ê", "rcoôơw"),
        ("ư", "ioôơyn"),
    ],
)
def test_what_a_letter_may_stand_for(letter: str, others: str) -> None:
    assert set(beside()[letter]) == set(others) and len(beside()[letter]) == len(others)


@pytest.mark.parametrize(
    ("kind", "lead", "cause"),
    [
        (Damage.WRONG_TONE, 2.0, Cause.SLIP),
        (Damage.WRONG_TONE, 2.01, Cause.MISREAD),
        (Damage.OTHER_LETTER, 2.0, Cause.SLIP),
        (Damage.OTHER_LETTER, 2.01, Cause.MISREAD),
        (Damage.OTHER_MARKS, -5.0, Cause.SLIP),
        (Damage.LETTER, 5.0, Cause.LETTER),
        (Damage.TONE, 5.0, Cause.TONE),
        (Damage.MARKS, 5.0, Cause.MARKS),
        (Damage.SHAPE, 5.0, Cause.SHAPE),
        (Damage.SOUND, 5.0, Cause.SOUND),
        (Damage.PLAIN_LETTER, 5.0, Cause.PLAIN_LETTER),
        (Damage.EXTRA_LETTER, 5.0, Cause.KEY),
        (Damage.EXCHANGED, 5.0, Cause.KEY),
    ],
)
def test_which_cause_a_repair_tells_of(kind: Damage, lead: float, cause: Cause) -> None:
    assert cause_of(kind, Likelihood(-8.0, lead - 8.0)) is cause
