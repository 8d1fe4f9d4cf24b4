"""A message that is made already, in Vietnamese: the library raises errors in English, and a face translates them."""

from __future__ import annotations

import re
from functools import cache

#: Two gaps side by side: a name, quoted or without a space, and a hint or nothing.
_TWO = r"""('[^']*'|"[^"]*"|\S+)(.*?)"""
#: Longer messages are data, and stay as they are.
LONGEST = 4000


def translated(message: str, lang: str = "vi") -> str:
    """The message in a language; what there is no translation of stays in English, at whatever depth.

    A message is matched with the sentences of :mod:`.vietnamese`; what fills their gaps is translated in the
    same way, because it may be a message of the operating system or a hint.

    >>> translated("a.txt: Permission denied; make it readable or leave it out")
    'a.txt: không có quyền; hãy cho phép đọc hoặc bỏ nó ra'
    >>> translated("a.txt: nobody has a sentence for this")
    'a.txt: nobody has a sentence for this'
    """
    if lang != "vi" or len(message) > LONGEST:
        return message
    for literals, pattern, sentence in _sentences():
        if all(literal in message for literal in literals) and (found := pattern.fullmatch(message)):
            return sentence.format(*map(_part, found.groups()))
    place, colon, rest = message.partition(": ")
    return f"{place}: {translated(rest)}" if colon else message


def _part(text: str) -> str:
    """What fills a gap: a name stays as it is, though it may read like a message."""
    return text if text.startswith(("'", '"', "-")) else translated(text)


@cache
def _sentences() -> tuple[tuple[tuple[str, ...], re.Pattern[str], str], ...]:
    """The English sentences as patterns, those with more words of their own first."""
    from vntextclean.wording.vietnamese.messages import messages

    made = []
    for english, vietnamese in sorted(messages().items(), key=lambda item: -len(item[0].replace("{}", ""))):
        parts = english.split("{}")
        pattern = re.compile("(.*?)".join(map(re.escape, parts)).replace("(.*?)(.*?)", _TWO), re.DOTALL)
        made.append((tuple(filter(None, parts)), pattern, vietnamese))
    return tuple(made)
