"""The syllable that was meant by a word whose tone or horns stand wrong, and how much likelier it must be."""

from __future__ import annotations

import re

from vntextclean.patterns import late
from vntextclean.vietnamese.letters import TONED, tone_of, toneless, tones_in
from vntextclean.vietnamese.syllables import is_syllable
from vntextclean.vietnamese.tones import to_standard

_ONE_HORN = late("([uUưƯ])([ơoƠO])(?=[^\\W\\d_])")


def respelled(word: str, style: str) -> tuple[str, str]:
    """The syllable that was meant and what was wrong; the word itself if there is none."""
    after = to_standard(word, "new" if style == "new" else "old")
    if after != word and not (word[0] in "iI" and tone_of(word[1:2])):  # ià is a misread là
        return after, "placement"
    horned = _ONE_HORN.sub(_both_horns, toneless(word))
    if horned != toneless(word):
        tone = tone_of(word)
        at = max(horned.find("ơ"), horned.find("Ơ"))
        after = horned[:at] + TONED[horned[at], tone] + horned[at + 1 :]
        if is_syllable(after):
            return after, "horn"
    return word, ""


def margin(word: str) -> float:
    """How much likelier than the same letters without a tone the syllable must be (natural logarithm)."""
    tones = tones_in(word)
    if len(tones) > 1:
        return -1.5
    at = tones[0][0]
    nucleus = toneless(word[at : at + 2])
    of_habit = word[0] == "q" or word[:at] == "g" or nucleus[0] in "oa" or nucleus == "uy"
    if of_habit and nucleus not in ("oi", "uâ", "uê", "uô"):
        return -4.5  # tòan, qúa, gía, cuả, hùynh: habits, of writers who put a mark where the old style has it
    return 0.5 if at == len(word) - 1 else -0.3


def with_hats(word: str) -> str:
    """The word with a hat for its horn: "buởi" may be buổi as well as bưởi, and only the sentence tells."""
    return "".join(TONED["ô", tone_of(letter)] if toneless(letter) == "ơ" else letter for letter in word)


def _both_horns(found: re.Match[str]) -> str:
    first, second = found.groups()
    return ("Ư" if first.isupper() else "ư") + ("Ơ" if second.isupper() else "ơ")
