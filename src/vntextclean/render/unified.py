"""The patch(1) format, as `diff -u` writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vntextclean.render.hunks import Block, Hunk, hunks, lines


def unified(name: str, stream: Iterable[Block]) -> Iterator[str]:
    """The lines of a unified diff of one file; none if nothing changes.

    >>> from vntextclean.edit import Change
    >>> print("".join(unified("a.txt", [Block("dân vn\\n", "dân vận\\n", (Change(4, 6, "vận", ()),))])), end="")
    --- a.txt
    +++ a.txt
    @@ -1 +1 @@
    -dân vn
    +dân vận
    """
    name = _header(name)
    started = False
    for hunk in hunks(stream):
        if not started:
            yield f"--- {name}\n+++ {name}\n"
            started = True
        yield from _lines(hunk)


#: The characters that C has a letter for.
_LETTERS = dict(zip('\a\b\t\n\v\f\r"\\', 'abtnvfr"\\', strict=True))


def _header(name: str) -> str:
    """The name of a file for the head of a patch; one with control characters in quotes, as git(1) writes it.

    Raw, a line feed would end the head, and an escape sequence would reach the terminal that shows the patch.

    >>> _header("tin.txt"), _header("a\\nb \\x1b.txt")
    ('tin.txt', '"a\\\\nb \\\\033.txt"')
    """
    if all(character.isprintable() for character in name) and not name.startswith('"'):
        # patch reads the name up to a tab, and without one up to the first space
        return name + "\t" if " " in name else name
    return '"' + "".join(map(_quoted, name)) + '"'


def _quoted(character: str) -> str:
    if character in _LETTERS:
        return "\\" + _LETTERS[character]
    if character.isprintable():
        return character
    return "".join(f"\\{byte:03o}" for byte in character.encode("utf-8", "surrogateescape"))


def _lines(hunk: Hunk) -> Iterator[str]:
    old = sum(len(lines(block.old)) for block in hunk.blocks)
    new = sum(len(lines(block.new)) for block in hunk.blocks)
    yield f"@@ -{_range(hunk.old_line, old)} +{_range(hunk.new_line, new)} @@\n"
    for block in hunk.blocks:
        if block.changes:
            yield from (_marked("-", line) for line in lines(block.old))
            yield from (_marked("+", line) for line in lines(block.new))
        else:
            yield from (_marked(" ", line) for line in lines(block.old))


def _range(first: int, count: int) -> str:
    """A line range; an empty one names the line before it."""
    if count == 1:
        return str(first)
    return f"{first if count else first - 1},{count}"


def _marked(mark: str, line: str) -> str:
    return f"{mark}{line}" if line.endswith("\n") else f"{mark}{line}\n\\ No newline at end of file\n"
