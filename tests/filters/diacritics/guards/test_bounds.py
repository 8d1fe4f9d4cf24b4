"""The most that is claimed of a repair, by what leads it, what its word goes with and how often the text has it."""

from __future__ import annotations

import pytest

from vntextclean.filters.diacritics.evidence.features import Features
from vntextclean.filters.diacritics.evidence.repair import Repair
from vntextclean.filters.diacritics.guards.bounds import COLLOCATION_CONFIDENCE, Bound, bounds
from vntextclean.filters.diacritics.kinds.causes import Cause
from vntextclean.filters.diacritics.kinds.damage import Damage
from vntextclean.lm.model import Model

MODEL = Model.open()
SIGNS = Features(
    gain=5.0, lead=12.0, wide=0.0, known_left=True, known_right=True, illegal=False, name=False, upper=False,
    repeated=False, vowelless=False, log_prob=-9.0, rival_log_prob=-7.0, length=3, edges=0, swap=False, foreign=0.0,
    behind_number=False, people=-5.0, scan=-5.0, usage=0.0, strange=0.0,
)  # fmt: skip


def bound(
    text: str,
    word: str,
    rival: str,
    kind: Damage = Damage.TONE,
    share: float = 0.9,
    due: int = 1,
    is_quiet: bool = True,
    twice: bool = False,
    **signs: float,
) -> Bound:
    """What is claimed of the repair of the first such word of a text."""
    scan = MODEL.scan(text)
    token = [scan.word(number).lower() for number in range(len(scan))].index(word)
    repair = Repair(token, scan.word(token), rival, kind, share, next(iter(Cause)))
    times = 2 if twice else 1
    sign = SIGNS._replace(**signs)  # type: ignore[arg-type]
    found = bounds(MODEL, scan, scan.lower, [repair] * times, [share] * times, [sign] * times, due, is_quiet=is_quiet)
    return found[0]


@pytest.mark.parametrize(("lead", "most"), [(0.0, 0.5), (0.5, 0.794), (1.0, 0.937), (3.0, 0.9997)])
def test_no_more_is_claimed_than_the_lead_allows(lead: float, most: float) -> None:
    found = bound("Bà mua mơ rau.", "mơ", "mớ", lead=lead)
    assert found == Bound(pytest.approx(most, abs=1e-3), False, False, False)


@pytest.mark.parametrize(
    ("text", "kind", "share", "illegal", "held"),
    [
        ("Ông ngâm thơ ca Nguyễn Du.", Damage.LETTER, 0.9, False, True),
        ("Ông ngâm thơ ca Nguyễn Du.", Damage.PLAIN_LETTER, 0.9, False, True),
        ("Ông ngâm thơ ca Nguyễn Du.", Damage.TONE, 0.9, False, False),
        ("Ông ngâm thơ ca Nguyễn Du.", Damage.LETTER, 0.005, False, False),  # asked of what is likelier than this
        ("Ông ngâm thơ ca Nguyễn Du.", Damage.LETTER, 0.006, False, True),
        ("Ông ngâm thơ ca Nguyễn Du.", Damage.LETTER, 0.9, True, False),
        ("Ông ngâm bài ca Nguyễn Du.", Damage.LETTER, 0.9, False, True),
        ("Quà thì, ca Nguyễn Du.", Damage.LETTER, 0.9, False, False),  # it goes with neither neighbour
    ],
)
def test_a_syllable_bound_to_its_neighbour_has_lost_no_letter(
    text: str, kind: Damage, share: float, illegal: bool, held: bool
) -> None:
    found = bound(text, "ca", "của", kind, share, illegal=illegal)
    assert found.held is held
    assert (found.most == COLLOCATION_CONFIDENCE) is held


NOVEL = "Thị ngồi. Rồi thị cười, thị nói"


@pytest.mark.parametrize(
    ("text", "due", "quiet", "either"),
    [
        ("Việc nay đã xong.", 1, True, True),
        ("Việc nay đã xong.", 9, True, True),
        ("Việc nay đã xong.", 3, False, False),
        ("Việc nay đã xong.", 2, False, True),  # itself one of the two
        ("Việc nay đã xong. Nay mai nay đây nay kia.", 9, False, True),  # four times: the text's habit
        ("Việc nay đã xong. Nay mai nay đây.", 9, False, False),
    ],
)
def test_a_word_that_may_be_meant_as_well(text: str, due: int, quiet: bool, either: bool) -> None:
    assert bound(text, "nay", "này", due=due, is_quiet=quiet).either is either


@pytest.mark.parametrize(
    ("word", "rival", "share", "illegal", "either"),
    [
        ("nay", "này", 0.9, False, True),
        ("nay", "này", 0.005, False, False),
        ("nay", "này", 0.9, True, True),  # a syllable all the same
        ("nay", "nảy", 0.9, False, False),
        ("nayy", "này", 0.9, True, False),
    ],
)
def test_which_pair_it_is(word: str, rival: str, share: float, illegal: bool, either: bool) -> None:
    assert bound(f"Việc {word} đã xong.", word, rival, share=share, illegal=illegal).either is either


def test_the_same_word_twice_is_no_other_damage() -> None:
    assert bound("Việc nay đã xong.", "nay", "này", due=3, is_quiet=False, twice=True).either
    assert not bound("Việc nay đã xong.", "nay", "này", due=4, is_quiet=False, twice=True).either


@pytest.mark.parametrize(
    ("text", "word", "share", "repeated", "either"),
    [
        ("Đây là việc đc biệt.", "đc", 0.995, False, True),
        ("Đây là việc đc biệt.", "đc", 0.99, False, True),
        ("Đây là việc đc biệt.", "đc", 0.98, False, False),
        ("Đây là việc đc biệt.", "đc", 0.995, True, False),
        ("Làng có hơn 70 nm qua.", "nm", 0.995, False, True),
        ("Lớp phủ dày 60 nm.", "nm", 0.995, False, False),  # nothing follows
        ("Lớp phủ dày 60 nm, rất bền.", "nm", 0.995, False, False),
        ("Lớp phủ dày sáu nm.", "nm", 0.995, False, True),
    ],
)
def test_a_short_form(text: str, word: str, share: float, repeated: bool, either: bool) -> None:
    found = bound(text, word, "đặc", Damage.LETTER, share, illegal=True, repeated=repeated)
    assert found.either is either
    if not either:
        assert found == Bound(0.0, True, False, True)


def test_of_a_kept_word_no_more_than_a_suggestion_is_claimed() -> None:
    assert Bound(0.9999, False, True, False).of_kept() == Bound(COLLOCATION_CONFIDENCE, True, True, True)
    assert Bound(0.5, False, False, False).of_kept() == Bound(0.5, True, False, True)
