"""Without the package of an engine its integration says what to install; no engine is needed for that."""

from __future__ import annotations

import importlib
import re
import sys

import pytest


@pytest.mark.parametrize(
    ("module", "package", "install"),
    [
        ("arrow", "pyarrow", "'vntextclean[parquet]'"),
        ("datatrove", "datatrove", "'vntextclean[datatrove]'"),
        ("duckdb", "duckdb", "'vntextclean[duckdb]'"),
        ("learning", "pyarrow", "'vntextclean[parquet]'"),
        ("nemo_curator", "nemo_curator", "nemo-curator"),
        ("polars", "polars", "'vntextclean[polars]'"),
        ("sklearn", "sklearn", "'vntextclean[sklearn]'"),
        ("workers", "pyarrow", "'vntextclean[parquet]'"),
    ],
)
def test_a_missing_package_is_named_with_the_line_that_installs_it(
    module: str, package: str, install: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [*sys.modules]:
        if name.startswith("vntextclean.integrations.") or name.partition(".")[0] == package:
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, package, None)  # as if it were not installed
    with pytest.raises(ModuleNotFoundError, match=re.escape(f"pip install {install}")):
        importlib.import_module(f"vntextclean.integrations.{module}")
