"""Which lines and blocks recur across the pages of a site: learned once, merged from shards, looked up for each page.

A menu is known best by standing on every page, and by standing there in the same order. A table counts on how many
pages of its group a line stands, and each line with the one after it, which is how it knows blocks; marks count as
nothing and digits as one, so that "Lượt xem: 443" and "- Lượt xem 12" are one line. It keeps 64-bit digests and counts,
never text, and forgets the rarest when it grows past its limit, as lossy counting does: what a site has on a fifth of
its pages cannot be lost that way.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from vntextclean.bounded import whole
from vntextclean.errors import InputError, ModelError
from vntextclean.filters.boilerplate.site.digests import digest_of, pairs_of
from vntextclean.filters.boilerplate.site.recurrence import FEW, PAGES, Recurrence
from vntextclean.filters.boilerplate.site.table_bytes import as_count, little_endian, read_numbers, unpacked

MAGIC = b"VNBP2\n"

#: How many different lines and pairs of lines a table remembers of one group, about 100 bytes each while learning.
LIMIT = 1_000_000

#: Of a digest and its count.
_BYTES = 12


class _Group:
    __slots__ = ("counts", "floor", "pages")

    def __init__(self, pages: int = 0, floor: int = 0) -> None:
        self.pages = pages
        self.floor = floor
        self.counts: dict[int, int] = {}


class SiteTable:
    """Counts of lines by group (a site, or any key of the records); made by :meth:`add`, :meth:`merge`, :meth:`open`.

    >>> table = SiteTable()
    >>> for day in range(4):
    ...     table.add(f"Trang chủ\\nTin ngày {'một hai ba bốn'.split()[day]}\\nLượt xem: {day}", "xa.vn")
    >>> [bool(found and found.recurs) for found in table.look_up(["Trang chủ", "Tin ngày hai", "Lượt xem: 99"])]
    [True, False, True]
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self._groups: dict[str, _Group] = {}
        self._knowing: dict[int, list[str]] | None = None  # for each line the groups that know it; made when asked

    @property
    def groups(self) -> dict[str, int]:
        """The groups and how many pages of each were seen."""
        return {name: group.pages for name, group in self._groups.items()}

    def __len__(self) -> int:
        """How many different lines and pairs of lines are remembered."""
        return sum(len(group.counts) for group in self._groups.values())

    def add(self, text: str, group: str = "") -> None:
        """Count the lines of one page and its pairs of lines, each once."""
        self._knowing = None
        found = self._groups.setdefault(group, _Group())
        found.pages += 1
        counts = found.counts
        digests = [digest_of(line) for line in text.split("\n") if line and not line.isspace()]
        for digest in {*digests, *pairs_of(digests)}:
            counts[digest] = counts.get(digest, 0) + 1
        if len(counts) > self.limit:
            _forget(found, self.limit)

    def forget(self, group: str) -> None:
        """Drop all that was counted of a group."""
        self._knowing = None
        del self._groups[group]

    def merge(self, other: SiteTable) -> None:
        """Add what another table counted: tables of shards merge to the table of the whole."""
        self._knowing = None
        for name, theirs in other._groups.items():
            mine = self._groups.setdefault(name, _Group())
            mine.pages += theirs.pages
            mine.floor += theirs.floor
            for digest, count in theirs.counts.items():
                mine.counts[digest] = mine.counts.get(digest, 0) + count
            if len(mine.counts) > self.limit:
                _forget(mine, self.limit)

    def look_up(self, lines: Iterable[str], group: str | None = None) -> list[Recurrence | None]:
        """For each line of a page how often it stands in its group, None where it was never seen.

        Without ``group`` the page is taken to be of the group that knows most of its lines.
        """
        digests = [digest_of(line) for line in lines]
        if group is None:
            group = self._likeliest(digests)
        found = self._groups.get(group) if group is not None else None
        if found is None or group is None:
            return [None] * len(digests)
        counts = [found.counts.get(digest, 0) for digest in digests]
        own = int(found.pages <= FEW and all(counts))  # a page with nothing unknown is one of those learned from
        least = own + (1 if found.pages <= FEW else PAGES)
        blocks = [found.counts.get(pair, 0) >= least for pair in pairs_of(digests)]
        here = Counter(digests)
        return [
            Recurrence(group, count - own, found.pages - own, above + below, here[digest] > 1) if count > own else None
            for digest, count, above, below in zip(digests, counts, blocks[:-1], blocks[1:], strict=True)
        ]

    def _likeliest(self, digests: list[int]) -> str | None:
        """The group that knows most of the lines, the first of equals; found by line, for a crawl has many groups."""
        if self._knowing is None:
            knowing: dict[int, list[str]] = {}
            for name, group in self._groups.items():
                least = 1 if group.pages <= FEW else PAGES
                for digest, count in group.counts.items():
                    if count >= least:
                        knowing.setdefault(digest, []).append(name)
            self._knowing = knowing
        known = Counter(name for digest in digests for name in self._knowing.get(digest, ()))
        most = max(known.values(), default=0)
        return next((name for name in self._groups if known.get(name) == most), None) if most else None

    def save(self, path: str | Path) -> None:
        """Write what recurs to a file: lines seen on one page of many are left out, for no page needs them."""
        try:
            Path(path).write_bytes(self.to_bytes())
        except OSError as error:
            raise InputError(f"{path}: the table cannot be written: {error.strerror or error}") from error

    def to_bytes(self, *, whole: bool = False) -> bytes:
        """The table as its file holds it, the same bytes for the same counts.

        ``whole`` keeps the lines seen on one page of many as well: a table that is to be merged with those of other
        shards needs them, for what is rare in each shard may recur in the whole.
        """
        header, body = [], []
        for name, group in sorted(self._groups.items()):
            least = 1 if whole or group.pages <= FEW else 2
            kept = sorted((digest, count) for digest, count in group.counts.items() if count >= least)
            header.append({"group": name, "pages": group.pages, "lines": len(kept), "floor": group.floor})
            body += [array("Q", [digest for digest, _ in kept]), array("I", [count for _, count in kept])]
        packed = b"".join(little_endian(numbers) for numbers in body)
        return MAGIC + json.dumps(header, ensure_ascii=False).encode() + b"\n" + zlib.compress(packed, 6)

    @classmethod
    def open(cls, path: str | Path) -> SiteTable:
        """Read a table; :class:`ModelError` if the file is none."""
        try:
            raw = whole(Path(path))
        except OSError as error:
            raise ModelError(f"{path}: the table of furniture cannot be read: {error.strerror or error}") from error
        return cls.from_bytes(raw, str(path))

    @classmethod
    def from_bytes(cls, raw: bytes, name: str = "bytes") -> SiteTable:
        """The table that :meth:`to_bytes` gave; :class:`ModelError` with ``name`` if it is none.

        >>> table = learn([("xa.vn", "Trang chủ\\nMưa lớn")])
        >>> SiteTable.from_bytes(table.to_bytes(whole=True)).groups
        {'xa.vn': 1}
        """
        if not raw.startswith(MAGIC):
            raise ModelError(f"{name}: this is no table of furniture; 'vntextclean learn' makes one")
        try:
            end = raw.index(b"\n", len(MAGIC))
            header = json.loads(raw[len(MAGIC) : end])
            body, at = unpacked(raw[end + 1 :], sum(as_count(entry["lines"]) for entry in header) * _BYTES), 0
            table = cls()
            for entry in header:
                group = _Group(as_count(entry["pages"]), as_count(entry["floor"]))
                digests, at = read_numbers("Q", body, at, as_count(entry["lines"]))
                counts, at = read_numbers("I", body, at, as_count(entry["lines"]))
                group.counts = dict(zip(digests, counts, strict=True))
                told = entry["group"]
                told.encode()  # the table must be one that can be written again
                table._groups[told] = group
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError, AttributeError, zlib.error) as error:
            raise ModelError(f"{name}: the table of furniture is damaged ({error}); learn it again") from error
        return table


def learn(pages: Iterable[tuple[str, str]], limit: int = LIMIT) -> SiteTable:
    """A table of (group, text) pages, read one after another.

    >>> learn([("xa.vn", "Trang chủ\\nMưa lớn"), ("xa.vn", "Trang chủ\\nNắng đẹp")]).groups
    {'xa.vn': 2}
    """
    table = SiteTable(limit)
    for group, text in pages:
        table.add(text, group)
    return table


def _forget(group: _Group, limit: int) -> None:
    """Drop the rarest lines until half the limit is left; ``floor`` is how many pages a forgotten line may have had."""
    while len(group.counts) > limit // 2:
        least = min(group.counts.values())
        group.floor = max(group.floor, least)
        group.counts = {digest: count for digest, count in group.counts.items() if count > least}
