"""The blanks that stand between words: spaces of every width, and tabs."""

from __future__ import annotations

from vntextclean.patterns import late

#: Spaces of other kinds than the plain one, as the inside of a class of characters.
ODD = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
#: All blanks, likewise.
BLANKS = f" \\t{ODD}"
#: One of the other kinds.
IS_ODD = late(f"[{ODD}]")
#: Blanks on end.
ZONE = late(f"[{BLANKS}]+")
