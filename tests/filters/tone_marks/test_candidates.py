"""The words whose tone may stand on the wrong letter are found, and hardly any other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vntextclean.filters.tone_marks.candidates import SUSPECTS, suspects
from vntextclean.scanning.words import word_around
from vntextclean.text_state import TextState
from vntextclean.vietnamese.letters import TONED, VOWELS, tone_of, toneless
from vntextclean.vietnamese.syllables import forms, is_syllable
from vntextclean.vietnamese.tones import to_standard

SYLLABLES = sorted(forms())


@pytest.mark.parametrize(
    "word",
    "tòan hòang khỏang ngòai thọai qúa qúy gía gỉai gìơ đựơc ngừơi tíêng truỵên cúôi cuả muà nghiã giưã vơí đêù "
    "nóí đựợc hòà nguời thuơng đưọc ngừoi ngườị Kiềụ naỵ thôị TÒAN Gía".split(),
)
def test_a_misspelled_word_is_found(word: str) -> None:
    text = f"Xin {word}, mời."
    assert [text[start:end] for start, end in suspects(TextState(text))] == [word]


def test_few_legal_syllables_are_looked_at_twice() -> None:
    """Each costs a look-up; 17,000 spellings hold less than one in a hundred."""
    assert len(suspects(TextState("\n".join(SYLLABLES)))) < len(SYLLABLES) / 100


@given(st.sampled_from([word for word in SYLLABLES if tone_of(word)]), st.data())
def test_a_tone_moved_to_the_vowel_beside_is_found(word: str, data: st.DataObject) -> None:
    """Or it makes another syllable, or one letter that no rule can tell from a foreign word's."""
    bare = toneless(word)
    at = next(index for index, letter in enumerate(word) if letter != bare[index])
    beside = [index for index in (at - 1, at + 1) if 0 <= index < len(bare) and bare[index] in VOWELS]
    if not beside:
        return
    to = data.draw(st.sampled_from(beside))
    moved = bare[:to] + TONED[bare[to], tone_of(word)] + bare[to + 1 :]
    if is_syllable(moved):
        return
    assert to_standard(moved) in (word, to_standard(word), moved) or is_syllable(to_standard(moved))


LETTERS = st.text(alphabet=[*sorted(VOWELS), *"bcghknpqtGQđ ,.\n"], max_size=12)


@given(LETTERS)
def test_a_try_where_the_letters_of_a_misplaced_tone_are_finds_what_a_search_of_the_text_does(text: str) -> None:
    """All but words with *gi* before their last letter: those are syllables, or no tone makes them one."""
    long = text + " mưa" * 100 * (len(text) + 1)  # few places for its length: each is tried by itself
    spans = {word_around(text, found.start()) for pattern in SUSPECTS for found in pattern.finditer(text)}
    tried = {*suspects(TextState(long))}
    assert tried <= spans
    assert all("gi" in text[start:end].lower() for start, end in spans - tried)
