"""DuckDB: a function of SQL that cleans a text, vectorised over Arrow.

Needs duckdb and pyarrow: ``pip install 'vntextclean[duckdb]'``.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from vntextclean.integrations.cleaner import Cleaner
from vntextclean.integrations.missing import missing

try:
    import pyarrow as pa
    from duckdb import InvalidInputException
    from duckdb.sqltypes import VARCHAR
except ModuleNotFoundError as error:
    raise missing("DuckDB", "duckdb", error) from error

if TYPE_CHECKING:
    import duckdb
    from typing_extensions import Unpack

    from vntextclean.settings import SettingsOptions


def register(
    connection: duckdb.DuckDBPyConnection,
    name: str = "vntextclean",
    preset: str = "web",
    **settings: Unpack[SettingsOptions],
) -> None:
    """Make a function of SQL that cleans a text; null stays null, and DuckDB may call it from several threads.

    Registered again under its name, with other settings or in a cell that is run twice, the new one counts.

    >>> import duckdb
    >>> connection = duckdb.connect()
    >>> register(connection)
    >>> connection.sql("SELECT vntextclean('Hà  Nội')").fetchall()
    [('Hà Nội',)]
    """
    cleaner = Cleaner(preset, **settings)

    def clean(texts: pa.ChunkedArray) -> pa.Array:
        return pa.array(cleaner.texts(texts.to_pylist()), pa.string())

    with contextlib.suppress(InvalidInputException):  # there is none of this name
        connection.remove_function(name)
    connection.create_function(name, clean, [VARCHAR], VARCHAR, type="arrow", null_handling="special")
