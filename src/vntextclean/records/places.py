"""Checks of where the files of a run go: none may overwrite an input, another of them, or a device."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from vntextclean.errors import InputError
from vntextclean.records.inputs import form_of
from vntextclean.records.plan import Plan


def check(plan: Plan, report: Path | None = None, restart: bool = True) -> None:
    """Refuse a plan whose outputs, rejects or report would meet each other, or its inputs.

    Without ``restart``, files of another run with ``--shard-size`` are refused too: those that this run did not
    overwrite would stay among its own.
    """
    inputs = {source.path.resolve() for source in plan.sources if source.path}
    named = [(option, path) for option, path in (("--rejects", plan.rejects), ("--report", report)) if path is not None]
    for option, path in named:
        if path.resolve() in inputs:
            raise InputError(f"{path}: {option} would overwrite an input; choose another place")
        _refuse_odd(path)
    if plan.out is None:
        if parquet := [source.name for source in plan.sources if source.form == "parquet"]:
            raise InputError(f"{parquet[0]}: Parquet cannot be written to a pipe; give -o FILE or DIRECTORY")
        _refuse_meeting([*named, ("--output", None)])
        return
    outputs = _outputs(plan, inputs)
    beside = [("--output", plan.beside("manifest.json"))]
    beside += [("--output", plan.beside("rejects.jsonl"))] if plan.rejects is None else []
    _refuse_meeting([*named, *beside, *(("--output", path) for path in outputs)])
    _refuse_conversion(plan)
    for part in plan.parts() if plan.layout == "shards" else ():
        if part.resolve() in inputs:
            raise InputError(f"{part}: an output would overwrite this input; choose another place")
        if not restart:
            raise InputError(f"{part}: a shard of another run; choose another place, or discard them with --restart")


def _outputs(plan: Plan, inputs: set[Path]) -> Iterable[Path]:
    """The outputs that are known before the run."""
    targets: dict[Path, str] = {}
    for source in plan.sources if plan.layout != "shards" else ():
        target = plan.output(source, 0)
        if target.resolve() in inputs:
            raise InputError(f"{source.name}: the output {target} would overwrite an input; choose another place")
        if plan.layout == "each" and target in targets:
            raise InputError(f"{source.name}: {target} is the output of {targets[target]} already")
        _refuse_odd(target)
        targets[target] = source.name
    return targets


def _refuse_odd(path: Path) -> None:
    """A device would be replaced by a file, and so would a file that was made read-only."""
    if not path.exists():
        return
    if not path.is_file():
        raise InputError(f"{path}: no regular file, and cannot be replaced; write elsewhere, or to standard output (-)")
    if not os.access(path, os.W_OK) or not path.stat().st_mode & 0o222:
        raise InputError(f"{path}: read-only, and is as it was; make it writable or write elsewhere")


def _refuse_meeting(places: Iterable[tuple[str, Path | None]]) -> None:
    """Two files at one place: the later one would replace the other."""
    taken: dict[Path, str] = {}
    for option, path in places:
        if path is None:
            continue
        place = path.resolve()
        if place in taken:
            raise InputError(f"{path}: {taken[place]} and {option} would write the same file; choose another place")
        taken[place] = option


def _refuse_conversion(plan: Plan) -> None:
    assert plan.out
    forms = {source.form for source in plan.sources}
    if plan.layout != "each" and len(forms) > 1:
        raise InputError(f"one output cannot hold {' and '.join(sorted(forms))}; give a directory")
    told = form_of(plan.out.name) if plan.layout == "one" else ""
    if told and told not in forms and (told, forms) != ("text", {"lines"}):
        raise InputError(f"{plan.out}: batch does not convert {min(forms)} to {told}; choose another name")
