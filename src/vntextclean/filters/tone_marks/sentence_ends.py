"""Words whose last tone may be the stop of their sentence, which VIQR writes with the same sign."""

from __future__ import annotations

from vntextclean.patterns import late
from vntextclean.vietnamese.letters import tone_of, toneless, tones_in

#: Words with which no sentence ends: "củạ" before a name is a slip, and so is "cửạ"; "Sáụ Hai" are two numbers.
_GOES_ON = frozenset("của cửa và mỗi mọi sáu".split())
#: VIQR writes the dot below as a full stop and the hook as a question mark.
_HOOK = 3
STOPS = {5: ".", _HOOK: "?"}
_ENDS_HERE = late(r"[ \t]*(?:\n|\Z|\.\.|[”\"»)]|([^\W\d_]))")


def may_end_a_sentence(text: str, word: str, end: int) -> bool:
    """Whether the last letter bears a tone that VIQR writes as a stop, and a sentence could end there."""
    follows = _ENDS_HERE.match(text, end)
    if tone_of(word[-1]) not in STOPS or not follows:
        return False
    if [tone for _, tone in tones_in(word)] == [_HOOK, _HOOK]:
        return False  # gửỉ, giảỉ: a hook typed twice, in three of three seen
    if tone_of(word[-1]) == _HOOK and text.startswith(")", end):
        return False  # few questions end before a bracket: "(theo quy chế nàỷ)"
    if word[:-1].lower() + toneless(word[-1].lower()) in _GOES_ON:
        return False
    return follows.group(1) is None or follows.group(1).isupper()
