"""Line ends of print inside sentences, which the language model must not take for the end of one."""

from __future__ import annotations

from itertools import pairwise

#: Of lines wrapped for print one in ten is longer than this at most, and those inside a paragraph reach this share.
_LONGEST, _REACHES = 130, 0.8
_ENDS = (".", "!", "?", ":", ";", "…", "”", '"')


def flowing(text: str) -> str:
    r"""The text with a space for each line end inside a sentence, its length unchanged.

    >>> flowing("Mt ngi trong nhà ó\nvà hai ngi\nKhông")
    'Mt ngi trong nhà ó và hai ngi\nKhông'
    """
    lines = text.split("\n")
    sizes = sorted(len(line) for line in lines if line.strip())
    wide = sizes[len(sizes) * 9 // 10] if sizes else 0
    if len(sizes) < 2 or wide > _LONGEST:
        return text
    parts = [lines[0]]
    for before, line in pairwise(lines):
        goes_on = len(before) >= _REACHES * wide and not before.rstrip().endswith(_ENDS)
        parts += [" " if goes_on and line.lstrip()[:1].islower() else "\n", line]
    return "".join(parts)
