"""The values of the Language Server Protocol for ours, and the other way round."""

from __future__ import annotations

from lsprotocol import types

from vntextclean.lsp.findings import Problem, TextEdit
from vntextclean.lsp.places import Span
from vntextclean.positions import Position

_SEVERITIES = {
    "warning": types.DiagnosticSeverity.Warning,
    "information": types.DiagnosticSeverity.Information,
    "hint": types.DiagnosticSeverity.Hint,
}


def position(given: types.Position) -> Position:
    """A position of the editor as ours."""
    return Position(given.line, given.character)


def span(given: types.Range) -> Span:
    """A range of the editor as a span."""
    return Span(position(given.start), position(given.end))


def range_of(given: Span) -> types.Range:
    """A span as a range of the editor."""
    start, end = given
    return types.Range(types.Position(start.line, start.column), types.Position(end.line, end.column))


def text_edit(edit: TextEdit) -> types.TextEdit:
    """An edit as the editor takes it."""
    return types.TextEdit(range_of(edit.span), edit.text)


def diagnostic(problem: Problem) -> types.Diagnostic:
    """A problem as the editor shows it."""
    return types.Diagnostic(
        range_of(problem.span),
        problem.message,
        severity=_SEVERITIES[problem.severity],
        code=problem.rule,
        source="vntextclean",
        tags=[types.DiagnosticTag.Unnecessary] if problem.unnecessary else None,
    )
