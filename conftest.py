"""Modules that need a package of an extra are collected where it is installed."""

from __future__ import annotations

from importlib.util import find_spec

#: Left out of the doctests without pyarrow; `just extras` runs them with it.
collect_ignore_glob = (
    [] if find_spec("pyarrow") else ["src/vntextclean/records/formats/*arrow*.py", "src/vntextclean/integrations/*.py"]
)
collect_ignore = [] if find_spec("pyarrow") else ["src/vntextclean/records/formats/parquet.py"]
