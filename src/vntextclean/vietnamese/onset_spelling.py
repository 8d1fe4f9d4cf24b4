"""The spelling of onsets by the vowel behind them: ngh, gh before e, ê and i, else ng, g."""

from __future__ import annotations

from functools import lru_cache

from vntextclean.patterns import late
from vntextclean.vietnamese.letters import bare
from vntextclean.vietnamese.syllables import is_syllable

_ONSET = late("(?:ngh?|gh?)(?=[^\\W\\d_h])", 2)


@lru_cache(maxsize=1 << 12)
def with_onset_as_spelt(text: str) -> str | None:
    """The syllable that a word is with its ng, ngh, g or gh as its vowel asks; None if it is so, or is no syllable.

    >>> (
    ...     with_onset_as_spelt("nghành"),
    ...     with_onset_as_spelt("Ngiên"),
    ...     with_onset_as_spelt("gế"),
    ...     with_onset_as_spelt("NGHÀN"),
    ... )
    ('ngành', 'Nghiên', 'ghế', 'NGÀN')
    >>> with_onset_as_spelt("nghề"), with_onset_as_spelt("gì"), with_onset_as_spelt("Ghana")
    (None, None, None)
    """
    found = _ONSET.match(text)
    if found is None or is_syllable(text.lower()):
        return None
    onset, rest = found[0], text[found.end() :]
    wanted = onset[:-1] if onset[-1] in "hH" else onset + ("H" if text.isupper() else "h")
    made = wanted + rest
    return made if (bare(rest[0]).lower() in "ei") == (wanted[-1] in "hH") and is_syllable(made.lower()) else None
