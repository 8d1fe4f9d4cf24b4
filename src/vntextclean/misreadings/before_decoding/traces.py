"""What wrong readings leave in a text: letters and signs side by side that no syllable has.

Apart from the decoder itself, which loads the language model: a clean text asks for this and for nothing more.
"""

from __future__ import annotations

from vntextclean.scanning.prefilter import ANY, But, Hint, Sign

#: Of a converter for VNI fonts. No syllable has c before i, i before i, or the rime ing, and none but a loan the rime
#: ơng. Behind u that is no proof: "phuơng" is *phương* without a horn, the commonest slip of all.
TRACE = Hint((But("uUưƯ"), "ơƠĩịĨỊ", "nN", "gG"), ("cC", "ĩịĨỊ", ANY), ("ĩịĨỊ", "iI", ANY))
#: A vowel, a mark that Windows-1258 lost, and the tone behind it, as Windows-1252 shows that.
LOST_MARKS = Hint(("aeouAEOU", "?", "ÌìÞÒ"), ("ò", "?", ANY))
#: Letters side by side where others were lost between them. No syllable has h behind a consonant and before another,
#: nor t, r and a consonant; none ends in these pairs, which few foreign names do; and "?" is nowhere in one.
_END = " ,.;:\n"
LOST_LETTERS = Sign(
    ("cCgGkKnNpPtT", "hH", "bBcCdDgGhHkKlLmMnNpPqQrRsStTvVxX"),
    ("tT", "rR", "bBcCdDgGhHkKlLmMnNpPqQrRsStTvVxX"),
    ("gkptbdhlmqrvx", "h", _END),
    ("bcdghmnpqstvx", "bcmnpvx", _END),
    ("bdghmqtvx", "t", _END),
    ("abcdeghiklmnopqrstuvxy", "?", "abcdeghiklmnopqrstuvxy"),
)
