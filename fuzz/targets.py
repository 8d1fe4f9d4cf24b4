"""What is fuzzed: each target takes bytes, and raises where a law is broken or an error is not one of ours."""

from __future__ import annotations

import contextlib
import io
import tempfile
from collections.abc import Callable
from functools import cache
from itertools import pairwise
from pathlib import Path

from vntextclean import Pipeline, registry
from vntextclean.changes import apply
from vntextclean.cleaned import Cleaned
from vntextclean.errors import VntextcleanError
from vntextclean.presets import PRESETS

Target = Callable[[bytes], None]

#: Pieces that bytes stand for, so that a mutation of one byte is a mutation of a word, a sign or a line.
PIECES = (
    " ", "\n", "  ", "\t", "\r\n", ".", ",", "“", "”", '"', "(", ")", "-", "…", "&#7879;", "&nbsp;", "&amp;",
    "&#", "\xa0", "\u200b", "\xad", "\ufeff", "\u2028", "\x1b[31m", "\x1b]0;", "\x85", "\x93", "\u0301",
    "\u0323", "\ufffd", "Ủy ban nhân dân", "đã họp bàn về", "công tác dân vận", "thựchiện", "tổchứchội",
    "dân vn", "Môt", "quyêt định", "tòan", "th ực", "h i ệ n", "T h ô n g", "Tiáº¿ng", "Viá»‡t", "ViÖt",
    "Vieät", "tieesng", "Vie65t", "Tie^'ng", "Ðà", "Viеt", "Trang chủ", "Xem thêm", "Lượt xem: 12",
    "https://a.vn/tin?id=1", "a@b.vn", "#dânvận", "12/2020/NĐ-CP", "1.500", "năm2020có", "sem data números",
    "chung toi se", "<!-- vntextclean: off -->", "<!-- vntextclean: on -->", "|", "{", "=", "a", "ộ", "ư",
    "q", "u", "y", "ng", "nh", "tr", "g", "i", "7", "0", "\\u1ec7", "%E1%BB%87",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "Trang 5", "•", "1.",
)  # fmt: skip


def text_of(data: bytes) -> str:
    """A text of pieces; bytes from 200 on are single characters of the block that the next byte names.

    >>> text_of(bytes([30, 0, 31]))
    'Ủy ban nhân dân đã họp bàn về'
    """
    return "".join(PIECES[byte % len(PIECES)] if byte < 200 else chr(0x20 + 37 * byte % 0x2100) for byte in data[:400])


def check(text: str, cleaned: Cleaned) -> None:
    """Hold a result to the laws: the changes give the text, are in order, and none is without effect."""
    assert apply(text, (change[:3] for change in cleaned.changes)) == cleaned.text, "replay"
    assert all(one.end <= two.start for one, two in pairwise(cleaned.changes)), "order"
    assert all(text[change.start : change.end] != change.after for change in cleaned.changes), "effect"


def _preset(name: str) -> Target:
    made = cache(lambda: Pipeline.from_preset(name))

    def run(data: bytes) -> None:
        text = text_of(data)
        check(text, made().run(text))

    return run


def _filter(name: str) -> Target:
    made = cache(lambda: Pipeline.from_preset("web", filters=(name,)))

    def run(data: bytes) -> None:
        for text in (text_of(data), data.decode("utf-8", "replace")):
            check(text, made().run(text))

    return run


def restore(data: bytes) -> None:
    """Words come back for words, whatever stands between them."""
    import vntextclean

    text = text_of(data)
    assert len(vntextclean.restore(text).split()) == len(text.split())


def decode(data: bytes) -> None:
    """Bytes become text or an error of ours; what is kept is written back as it was."""
    from vntextclean.streams.decoding import decode, decode_page
    from vntextclean.streams.encoding_names import TABLES

    kinds = (None, "utf-8", "utf-16", "utf-7", "cp1258", *TABLES)
    encoding, data = kinds[data[0] % len(kinds)] if data else None, data[1:]
    for errors in ("strict", "replace", "keep"):
        with contextlib.suppress(VntextcleanError):
            found = decode(data, encoding, errors)  # type: ignore[arg-type]
            if encoding == "utf-8" and errors == "keep":
                assert (found.head + found.text).encode("utf-8", "surrogateescape") == data, "bytes are lost"
        with contextlib.suppress(VntextcleanError):
            decode_page(data, None, errors)  # type: ignore[arg-type]


def read(data: bytes) -> None:
    """A stream that is read comes out as it went in."""
    from vntextclean.cli.inputs.reading import Reading, read

    kinds = ("file", "line", "jsonl:t", "separator:^=", "separator:a")
    kind, data = kinds[data[0] % len(kinds)] if data else "file", data[1:]
    with contextlib.suppress(VntextcleanError):
        made = [*read(io.BytesIO(data), "-", Reading(kind, "utf-8", "keep", "text"))]
        written = "".join(document.emit(document.text) for document in made)
        assert written.encode("utf-8", "surrogateescape") == data, "bytes are lost"


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="vntextclean-fuzz-"))


def table(data: bytes) -> None:
    """A table of furniture is read and can be written again, or it is refused."""
    from vntextclean.filters.boilerplate.site_table import MAGIC, SiteTable

    path = _folder() / "a.vnbp"
    path.write_bytes(MAGIC + data)
    with contextlib.suppress(VntextcleanError):
        SiteTable.open(path).save(_folder() / "b.vnbp")


def model(data: bytes) -> None:
    """A model file of any header is read, or it is refused."""
    import zlib

    from vntextclean.lm.format import MAGIC, VERSION
    from vntextclean.lm.model import Model

    path = _folder() / "a.vnlm"
    numbers = (VERSION, len(data), zlib.crc32(data), 0)
    path.write_bytes(MAGIC + b"".join(n.to_bytes(4, "little") for n in numbers) + data + bytes(256))
    with contextlib.suppress(VntextcleanError):
        Model.open(path)


def changes(data: bytes) -> None:
    """Reviewed changes are read, or refused."""
    from vntextclean.wire import Replay

    path = _folder() / "a.jsonl"
    path.write_bytes(data)
    with contextlib.suppress(VntextcleanError):
        Replay(str(path)).run("một hai")


def configuration(data: bytes) -> None:
    """A configuration is read, or refused."""
    from vntextclean.config import load

    path = _folder() / "vntextclean.toml"
    path.write_bytes(data)
    with contextlib.suppress(VntextcleanError):
        load(path)


TARGETS: dict[str, Target] = {
    **{f"preset-{name}": _preset(name) for name in PRESETS},
    **{f"filter-{name}": _filter(name) for name in registry.names()},
    "restore": restore,
    "decode": decode,
    "read": read,
    "table": table,
    "model": model,
    "changes": changes,
    "configuration": configuration,
}
