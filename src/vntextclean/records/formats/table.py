"""The formats of records by their names, made as a run needs them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from typing import Any

from vntextclean.errors import ConfigError
from vntextclean.records.formats.delimited import Delimited
from vntextclean.records.formats.interface import Added, Format
from vntextclean.records.formats.lines import JsonLines
from vntextclean.records.formats.plain import Lines, Plain
from vntextclean.records.formats.warc import Warc

#: All formats. Those of the first group have fields.
FIELDS = ("jsonl", "csv", "tsv", "parquet")
NAMES = (*FIELDS, "warc", "text", "lines")
#: What a shell passes on for a tab, which is hard to type in one.
_NAMED_DELIMITERS = {"\\t": "\t", "tab": "\t"}
_NO_DELIMITERS = ('"', "\n", "\r")


def formats(
    names: Iterable[str], fields: Sequence[str], added: Added, separator: str = "", delimiter: str = ""
) -> dict[str, Format]:
    """The formats of these names. Raises :class:`ConfigError` for an option that one of them has no use for."""
    return {name: _made(name, tuple(fields), added, separator, delimiter) for name in dict.fromkeys(names)}


def _made(name: str, fields: tuple[str, ...], added: Added, separator: str, delimiter: str) -> Format:
    _refuse_idle(
        name, fields, added, {"--separator": (separator, ("text",)), "--delimiter": (delimiter, ("csv", "tsv"))}
    )
    fields = fields or ("text",)
    delimiter = _NAMED_DELIMITERS.get(delimiter, delimiter)
    if len(delimiter) > 1 or delimiter in _NO_DELIMITERS:
        raise ConfigError(f"--delimiter {delimiter!r} is no single sign; give one, as ';', or tab")
    if name == "jsonl":
        return JsonLines(fields, added)
    if name in ("csv", "tsv"):
        return Delimited(fields, delimiter or ("," if name == "csv" else "\t"), name)
    if name == "parquet":
        if find_spec("pyarrow") is None:
            raise ConfigError("Parquet needs the package pyarrow: pip install 'vntextclean[parquet]'")
        from vntextclean.records.formats.parquet import Parquet

        return Parquet(fields)
    if name == "warc":
        return Warc()
    return Lines() if name == "lines" else Plain(separator)


def _refuse_idle(
    name: str, fields: tuple[str, ...], added: Added, others: dict[str, tuple[Any, tuple[str, ...]]]
) -> None:
    idle = {"--field": fields, "--signals": added.signals, "--fingerprint": added.fingerprint}
    wrong = [option for option, value in idle.items() if value and name not in FIELDS]
    wrong += [option for option, (value, of) in others.items() if value and name not in of]
    if wrong:
        raise ConfigError(f"{wrong[0]} has no use for {name}: leave it out, or say another --format")
