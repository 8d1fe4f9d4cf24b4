"""What a program wrote on a console, below the line with the command: its marks stand as the program set them."""

from __future__ import annotations

import re
from bisect import bisect_right

from vntextclean.patterns import late

#: A prompt, with who works where or alone, and a command: a small letter of ASCII or a path. "$ 5" is a price, and "# "
#: alone opens a heading.
_PROMPT = late(
    r"^[ \t]*(?:[\w.-]+@[\w.-]+[:~][^\n$#]{0,80}[$#]|\([\w.-]{1,20}\) ?\$|\$|>>>)[ ](?=[a-z.~/])[^\n]*$", re.MULTILINE
)
_SIGNS = "$ ", ">>> ", "# "
#: The output ends at a blank line, also one of other spaces, which are taken off; and at prose: a line of so many
#: characters, or a sentence.
_ENDS = late(r"\n(?=[^\S\n]*(?:\n|\Z)|[^\n]{120}|[A-ZÀ-ỸĐ][^\n]{40,}[.!?…][^\S\n]*(?:\n|\Z))")


class ConsoleOutput:
    """The commands of a text with the lines below each.

    >>> text = "Chạy thử:\\n$ dem ve.txt\\nDòng:12,vé:9\\n\\nXong,ta đi."
    >>> output = ConsoleOutput(text)
    >>> [text[at] for at in (text.index(",v"), text.index(",t")) if output.holds(at)]
    [',']
    >>> ConsoleOutput("Giá:\\n$ 5,rẻ").holds(8)
    False
    """

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        # One character is found to be absent several times as fast as two.
        if not any(sign[0] in text and sign in text for sign in _SIGNS):
            return
        for prompt in _PROMPT.finditer(text):
            if self._ends and prompt.start() < self._ends[-1]:
                continue  # the next command of the same session
            found = _ENDS.search(text, prompt.end())
            self._starts.append(prompt.start())
            self._ends.append(found.start() if found else len(text))

    def holds(self, at: int) -> bool:
        """Whether a place is in a command or in what it wrote."""
        number = bisect_right(self._starts, at) - 1
        return number >= 0 and at < self._ends[number]
