"""Findings in the formats that other tools read: lines of text, GitHub annotations, JSON lines, SARIF."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from typing import Any, Protocol
from urllib.parse import quote

from vntextclean.render.findings import Finding
from vntextclean.render.visible import visible

Write = Callable[[str], None]
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


class Report(Protocol):
    """Takes findings as they come; they are written at once, so that memory stays bounded."""

    def file(self, name: str) -> None:
        """Take a file that would change; its findings follow."""

    def add(self, finding: Finding) -> None:
        """Take one finding of the file."""

    def end(self) -> None:
        """All files have been seen."""


class Names:
    """The names of the files, one a line; with ``every``, each finding as ``file:line:column: message [rule]``."""

    def __init__(self, write: Write, every: bool = False) -> None:
        self._write, self._every = write, every

    def file(self, name: str) -> None:
        """Print a name."""
        if not self._every:
            self._write(f"{name}\n")

    def add(self, finding: Finding) -> None:
        """Print a finding."""
        if self._every:
            place = finding.place
            at = "" if place is None else f":{place.line}:{place.column}" if place.column else f":{place.line}"
            rules = " ".join(map(visible, finding.rules))
            self._write(f"{visible(finding.file)}{at}: {finding.message}  [{rules}]\n")

    def end(self) -> None:
        """Nothing is left to say."""


class GitHub:
    """Workflow commands: GitHub shows each as a warning beside its line of a pull request."""

    def __init__(self, write: Write) -> None:
        self._write = write

    def file(self, name: str) -> None:
        """A file as such is not annotated."""

    def add(self, finding: Finding) -> None:
        """Print one command."""
        properties = {"file": finding.file}
        if finding.place:
            place = finding.place
            last = place.end_line - (place.end_column == 1 and place.end_line > place.line)  # a line that goes whole
            properties |= {"line": str(place.line), "endLine": str(last)}
            if place.column and place.line == place.end_line:
                properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
        properties["title"] = " ".join(finding.rules)
        told = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
        self._write(f"::warning {told}::{_escaped(finding.message)}\n")

    def end(self) -> None:
        """Nothing is left to say."""


def _escaped(text: str, more: str = "") -> str:
    """A value of a workflow command: what would end it goes out by its code, and no other control goes out."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return visible(text)


class JsonLines:
    """A JSON object for each finding."""

    def __init__(self, write: Write) -> None:
        self._write = write

    def file(self, name: str) -> None:
        """Each object names its file."""

    def add(self, finding: Finding) -> None:
        """Print one object."""
        record = finding._asdict() | {"place": finding.place and finding.place._asdict()}
        self._write(_json(record) + "\n")

    def end(self) -> None:
        """Nothing is left to say."""


class Sarif:
    """A log of SARIF 2.1.0, with a fix for each finding whose place is known."""

    def __init__(self, write: Write, version: str, summaries: Callable[[], dict[str, str]]) -> None:
        self._write, self._version, self._summaries = write, version, summaries
        self._rules: dict[str, int] = {}
        head = {"$schema": SCHEMA, "version": "2.1.0"}
        write(json.dumps(head)[:-1] + ', "runs": [{"columnKind": "unicodeCodePoints", "results": [')
        self._between = "\n"

    def file(self, name: str) -> None:
        """Each result names its file."""

    def add(self, finding: Finding) -> None:
        """Print one result."""
        rule = finding.rules[0] if finding.rules else "change"
        index = self._rules.setdefault(rule, len(self._rules))
        uri = {"uri": _uri(finding.file)}
        location: dict[str, Any] = {"artifactLocation": uri}
        result: dict[str, Any] = {
            "ruleId": rule,
            "ruleIndex": index,
            "level": "warning",
            "message": {"text": finding.message},
            "locations": [{"physicalLocation": location}],
            "properties": {"confidence": round(finding.confidence, 4), "rules": list(finding.rules)},
        }
        if finding.place:
            place = finding.place
            location["region"] = {"startLine": place.line, "endLine": place.end_line}
            if place.column:
                location["region"] |= {"startColumn": place.column, "endColumn": place.end_column}
                replacement = {"deletedRegion": location["region"], "insertedContent": {"text": finding.after}}
                change = {"artifactLocation": uri, "replacements": [replacement]}
                result["fixes"] = [{"description": {"text": finding.message}, "artifactChanges": [change]}]
        self._write(self._between + _json(result))
        self._between = ",\n"

    def end(self) -> None:
        """Print the rules, and close the log."""
        summaries = self._summaries() if self._rules else {}
        driver = {
            "name": "vntextclean",
            "semanticVersion": self._version,
            "rules": [{"id": rule, "shortDescription": {"text": summaries.get(rule, rule)}} for rule in self._rules],
        }
        self._write('\n], "tool": ' + _json({"driver": driver}) + "}]}\n")


#: What JSON may hold as it is, but a terminal would obey (C1, marks of direction), and lone surrogates: kept bytes.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def _json(record: dict[str, Any]) -> str:
    """A record as JSON that can be shown on a terminal."""
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(record, ensure_ascii=False))


def _uri(name: str) -> str:
    """A name in a URI; that of a file need not be UTF-8, and its bytes are written."""
    return quote(name.replace("\\", "/"), "/~@!$&'()*+,;=-._", errors=sys.getfilesystemencodeerrors())
