"""The manifest of a run: what was cleaned, by what, with what result. It has no times: equal runs have equal ones."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from vntextclean import __version__
from vntextclean.errors import InputError
from vntextclean.records.journal import Totals
from vntextclean.records.outputs import write_whole
from vntextclean.records.plan import Plan
from vntextclean.settings import Settings


def model_digest(settings: Settings) -> str:
    """The SHA-256 of the language model's file."""
    from vntextclean.lm.model import Model

    return digest_of(Model.open(settings.model).file.path)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file. Raises :class:`InputError` where it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; check the path") from None


def manifest(plan: Plan, totals: Totals, model: str, rejects: Path | None) -> dict[str, Any]:
    """What there is to say of a complete run."""
    inputs = []
    for number, source in enumerate(plan.sources):
        records, refused = totals.inputs.get(number, (0, 0))
        entry = {"name": source.name, "bytes": source.size, "records": records, "rejects": refused}
        inputs.append({**entry, "error": totals.faults[number]} if number in totals.faults else entry)
    return {
        "vntextclean": __version__,
        "settings": plan.job.settings.to_dict(),
        "model": {"sha256": model},
        "key": plan.job.key.hex(),
        "run": plan.told(),
        "on_error": plan.job.on_error,
        "inputs": inputs,
        "records": totals.records,
        "changed": totals.changed,
        "changes": totals.changes,
        "rules": dict(sorted(totals.rules.items(), key=lambda item: (-item[1], item[0]))),
        "outputs": [{"name": name, "bytes": Path(name).stat().st_size} for name in totals.outputs],
        "rejects": totals.rejects,
        "rejects_file": str(rejects) if rejects else None,
        "bytes_written": totals.written,
    }


def write(path: Path, told: dict[str, Any]) -> None:
    """Write a manifest or a report, complete or not at all."""
    write_whole(path, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogateescape"))


def complete(path: Path, plan: Plan) -> dict[str, Any] | None:
    """The manifest of a run that is complete already, if it is that of this plan.

    Raises :class:`InputError` where an output of it is no longer what it was.
    """
    try:
        told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if told.get("run") != json.loads(json.dumps(plan.told())):
        return None
    if told["rejects"] and told["on_error"] != plan.job.on_error:
        return None
    for output in told["outputs"]:
        made = Path(output["name"])
        if not made.is_file():
            raise InputError(f"{made}: it was written, and is gone; start again with --restart")
        if made.stat().st_size != output["bytes"]:
            raise InputError(f"{made}: not as it was written; start again with --restart")
    return told
