"""All lines of a text that are in T5, read together: what their reader of PDF kept is told by all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vntextclean.charsets.words import Reading
from vntextclean.misreadings.choosing.letter_case import small_head
from vntextclean.misreadings.old_encodings.tex_blanks import with_lost_letters
from vntextclean.misreadings.old_encodings.tex_fonts import exact, is_laid_out, kept, paragraphs
from vntextclean.misreadings.parsing.words import Chosen


def read_tex(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[Reading | Chosen]:
    """The words of the lines of a text that are in T5; those were chosen that lost a letter, or may have.

    >>> [one.word for one in read_tex("c£ l ng ra s¥n", [(0, 14)])]
    ['làng', 'cả', 'sân']
    >>> list(read_tex("c£      l      ng      ra      s¥n", [(0, 34)]))
    []
    """
    parts = paragraphs([(start, text[start:end]) for start, end in lines])
    seen = [part for _, part in parts]
    if is_laid_out(seen):
        return
    found, head = kept(seen), small_head("\n".join(part.lstrip() for part in seen))
    for at, part in parts:
        lost = with_lost_letters(part, found, head)
        taken = {place for one in lost for place in range(one.start, one.end)}
        yield from (one._replace(start=one.start + at, end=one.end + at) for one in lost)
        for one in exact(part, found):
            if taken.isdisjoint(range(one.start, one.end)):
                yield one._replace(start=one.start + at, end=one.end + at)
