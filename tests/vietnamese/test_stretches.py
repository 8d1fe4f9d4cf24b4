"""Which stretches of a text are Vietnamese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vntextclean.text_state import TextState
from vntextclean.vietnamese import stretches
from vntextclean.vietnamese.stretches import Stretches, stretches_of
from vntextclean.vietnamese.word_evidence import Evidence, evidence_of

if TYPE_CHECKING:
    import pytest


def at(text: str, word: str) -> tuple[int, int]:
    start = text.index(word)
    return start, start + len(word)


def test_a_text_that_lost_letters_throughout_has_no_foreign_line() -> None:
    lost = "Các xã ã hp dân bàn vic làm ng liên thôn, bà con óng góp mt na tin và công sc cho kp mùa ma.\n" * 8
    line = "V vic mua thc n cho ln gà trc tt nm nay\n"
    both = Stretches(lost + line)
    assert both.lost_letters and not both.is_foreign(*at(lost + line, "trc"))
    sound = "Các xã đã họp dân bàn việc làm đường liên thôn, bà con đóng góp một nửa tiền.\n" * 8
    alone = Stretches(sound + line)
    assert not alone.lost_letters and alone.is_foreign(*at(sound + line, "trc"))


def test_words_that_no_letter_explains_are_of_another_language() -> None:
    mixed = "Các xã đã họp dân bàn việc.\n" * 8 + "Standardní nastavení programu zkontrolujte příkazem.\n" * 8
    assert not Stretches(mixed).lost_letters


def test_a_quotation_of_one_word_is_as_its_line_where_hardly_another_word_is_foreign() -> None:
    text = "Bà con gọi thửa ruộng ấy là “vang”, vì mùa nào lúa cũng chín sớm."
    assert Stretches(text).evidence(*at(text, "vang"), closest=True).own > 5
    two = text.replace("vang", "Ha Giang")
    assert Stretches(two).evidence(*at(two, "Giang"), closest=True) == Evidence(0, 0)
    few = "Gọi là “vang”."
    assert Stretches(few).evidence(*at(few, "vang"), closest=True) == Evidence(0, 0)


def test_a_quotation_with_a_place_for_a_value_is_of_a_program() -> None:
    text = "Bà con đọc trên màn hình dòng chữ “%(num)d aý” rồi gọi thợ đến sửa."
    assert Stretches(text).is_foreign(*at(text, "aý"))


def test_words_apart_say_nothing() -> None:
    text = (
        "Ông Perezđã đến, theo bà Gómez: “o símboloten a mesma” là câu cũ.\nCảHai nghe 12muchogusto, (sénateurvà) vui."
    )
    for start, end in [at(text, "Perezđã"), at(text, "símboloten"), at(text, "CảHai"), at(text, "sénateurvà")]:
        apart = [at(text, "Perezđã"), at(text, "símboloten"), at(text, "CảHai"), at(text, "muchogusto")]
        without = text
        for low, high in apart:
            without = without[:low] + "0" * (high - low) + without[high:]
        assert Stretches(text, apart).evidence(start, end) == Stretches(without).evidence(start, end)
    assert Stretches(text).evidence(*at(text, "mesma")) != Stretches(text, [at(text, "símboloten")]).evidence(
        *at(text, "mesma")
    )


def test_a_line_that_stays_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(words: list[str]) -> Evidence:
        read.append(" ".join(words))
        return evidence_of(words)

    monkeypatch.setattr(stretches, "evidence_of", counted)
    stays, state = "Trời mưa to, đường làng ngập", TextState("Gió thôi mạnh\nTrời mưa to, đường làng ngập")
    assert not stretches_of(state).is_foreign(14, 18)
    later = state.after("Gió thổi mạnh\n" + stays, None, ruined=False, first=None)
    assert not stretches_of(later).is_foreign(14, 18)
    assert not stretches_of(later).is_foreign(4, 8)
    assert read == ["Trời mưa to đường làng ngập", "Gió thổi mạnh"]
