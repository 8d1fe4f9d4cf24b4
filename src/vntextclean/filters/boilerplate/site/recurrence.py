"""How often a line of a page stands on other pages of its site, and what that says."""

from __future__ import annotations

from vntextclean.named_tuple import NamedTuple

#: A line is the site's if it stands on so many of the pages seen, and on this share of them. Two pages may quote the
#: same law; a line on every fifth page is no part of what each of them says.
PAGES, SHARE = 3, 0.2

#: On a site of so few pages standing on another one is enough to recur for a block, and lines seen once are kept.
FEW = 5

#: What it adds to the log odds of being furniture that a line stands with the same lines on both sides, or on one side,
#: on another page, or only by itself on many. On eight sites of two to four annotated pages 725 lines of furniture and
#: none of content had both sides, 144 and two had one, 81 and 30 recurred by themselves.
BOTH_SIDES, ONE_SIDE, ALONE = 6.0, 3.5, 0.5


class Recurrence(NamedTuple):
    """On how many pages of a group a line stands, and on how many sides with the same neighbour.

    ``again`` says that the line stands elsewhere on its own page too, as a title that is an entry of the menu does.
    """

    group: str
    on: int
    pages: int
    sides: int = 0
    again: bool = False

    @property
    def recurs(self) -> bool:
        """Whether that is often enough to be furniture."""
        return self.on >= PAGES and self.on >= SHARE * self.pages

    @property
    def weight(self) -> float:
        """What that adds to the log odds of being furniture."""
        if self.sides:
            return ONE_SIDE if self.sides == 1 else BOTH_SIDES
        return ALONE if self.recurs and not self.again else 0.0
