"""Without the package of an engine its integration says what to install; no engine is needed for that."""

from __future__ import annotations

import importlib
import sys

import pytest


@pytest.mark.parametrize(
    ("module", "package", "extra"),
    [
        ("arrow", "pyarrow", "parquet"),
        ("datatrove", "datatrove", "datatrove"),
        ("duckdb", "duckdb", "duckdb"),
        ("polars", "polars", "polars"),
        ("sklearn", "sklearn", "sklearn"),
        ("workers", "pyarrow", "parquet"),
    ],
)
def test_a_missing_package_is_named_with_the_line_that_installs_it(
    module: str, package: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [*sys.modules]:
        if name.startswith("vntextclean.integrations.") or name.partition(".")[0] == package:
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)  # as if it were not installed
    with pytest.raises(ModuleNotFoundError, match=rf"pip install 'vntextclean\[{extra}\]'"):
        importlib.import_module(f"vntextclean.integrations.{module}")
