"""Modules that need a package of an extra are collected where it is installed."""

from __future__ import annotations

from importlib.util import find_spec

#: Left out of the doctests without pyarrow; `just extras` runs them with it.
_OF_PYARROW = (
    "src/vntextclean/integrations/arrow.py",
    "src/vntextclean/records/formats/arrow_columns.py",
    "src/vntextclean/records/formats/parquet.py",
    "src/vntextclean/integrations/learning.py",
    "src/vntextclean/integrations/workers.py",
)
#: Likewise without Textual.
_OF_TEXTUAL = ("src/vntextclean/cli/screens/review_screen.py",)
#: Likewise without pygls.
_OF_PYGLS = tuple(
    f"src/vntextclean/cli/language_server/{name}.py" for name in ("features", "protocol_values", "server")
)
#: And the engines, each without its package; `just engines` runs them.
_ENGINES = ("datatrove", "duckdb", "nemo_curator", "polars", "sklearn", "spacy")
collect_ignore = [
    *(() if find_spec("pyarrow") else _OF_PYARROW),
    *(() if find_spec("textual") else _OF_TEXTUAL),
    *(() if find_spec("pygls") else _OF_PYGLS),
    *(f"src/vntextclean/integrations/{name}.py" for name in _ENGINES if not find_spec(name)),
]
