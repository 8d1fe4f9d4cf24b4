"""The comments of a document: the part they stand in, and what makes a package have one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from posixpath import dirname

from vntextclean.edit import Change
from vntextclean.formats.docx.package import CONTENT_TYPES, FLAVOURS, Package, rels_of
from vntextclean.formats.docx.parsing import Quiet, Tag, escaped, prefix_of, walk, within_root
from vntextclean.formats.docx.tracked import AUTHOR

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class Comments:
    """The part of comments of a package, which may not be there yet; ``next`` is the first number that is free."""

    def __init__(self, package: Package, flavour: str) -> None:
        self._package, self._flavour = package, flavour
        self._part = next((one.part for one in package.relations(package.main) if one.kind == "comments"), "")
        numbers = _Numbers()
        if self._part:
            walk(package.read(self._part), self._part, numbers)
        self.next = numbers.last + 1

    def parts(self, changes: Sequence[Change], date: str) -> dict[str, bytes]:
        """The parts that are new or other with a comment for each change."""
        numbered = enumerate(changes, self.next)
        added = b"".join(_comment(number, change, date, self._flavour) for number, change in numbered)
        if self._part:
            return {self._part: within_root(self._package.read(self._part), self._part, added)}
        return self._new(added)

    def _new(self, added: bytes) -> dict[str, bytes]:
        package, main = self._package, self._package.main
        names = ("comments.xml" if number == 1 else f"comments{number}.xml" for number in count(1))
        folder = f"{dirname(main)}/".lstrip("/")
        name = next(name for name in names if folder + name not in package)
        rels = rels_of(main)
        own = package.read(rels) if rels in package else f'{_HEAD}<Relationships xmlns="{_RELATIONS}"/>'.encode()
        taken = {relation.id for relation in package.relations(main)}
        free = next(key for key in (f"vntextclean{number}" for number in count(1)) if key not in taken)
        kind = f"{FLAVOURS[self._flavour]}comments"
        relation = f'<{prefix_of(own, rels)}Relationship Id="{free}" Type="{kind}" Target="{name}"/>'
        types = package.read(CONTENT_TYPES)
        prefix = prefix_of(types, CONTENT_TYPES)
        override = f'<{prefix}Override PartName="/{folder}{name}" ContentType="{_TYPE}"/>'
        xml = f'{_HEAD}<w:comments xmlns:w="{self._flavour}"></w:comments>'.encode()
        return {
            folder + name: within_root(xml, name, added),
            rels: within_root(own, rels, relation.encode()),
            CONTENT_TYPES: within_root(types, CONTENT_TYPES, override.encode()),
        }


def _comment(number: int, change: Change, date: str, flavour: str) -> bytes:
    """A comment; it names its own namespace, for the part may call it by another prefix."""
    said = "; ".join(filter(None, change.reasons))
    rules = ", ".join(change.rules)
    shown = f"{said} ({rules})" if said and rules else said or rules or AUTHOR
    head = (
        f'<w:comment xmlns:w="{flavour}" w:id="{number}" w:author="{AUTHOR}" w:date="{date}" w:initials="vn">'
        '<w:p><w:r><w:t xml:space="preserve">'
    )
    return head.encode() + escaped(_visible(shown)) + b"</w:t></w:r></w:p></w:comment>"


def _visible(text: str) -> str:
    """A reason may quote what cannot be seen, or what XML cannot hold: it is named."""
    return "".join(c if c.isprintable() else f"‹{ord(c):04X}›" for c in text)


class _Numbers(Quiet):
    """The largest number of a comment."""

    last = -1

    def start(self, tag: Tag) -> None:
        before, sign, local = tag.name.rpartition(":")
        number = tag.attributes.get(f"{before}{sign}id", "")
        if local == "comment" and number.isdecimal() and len(number) < 10:
            self.last = max(self.last, int(number))
