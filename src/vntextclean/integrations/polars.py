"""Polars: an expression that cleans a column, eager and streaming.

Needs polars: ``pip install 'vntextclean[polars]'``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vntextclean.integrations.cleaner import Cleaner
from vntextclean.integrations.missing import missing

try:
    import polars as pl
except ModuleNotFoundError as error:
    raise missing("Polars", "polars", error) from error

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from vntextclean.settings import SettingsOptions


def cleaned(column: str | pl.Expr, preset: str = "web", **settings: Unpack[SettingsOptions]) -> pl.Expr:
    """The column cleaned, under its own name; null stays null.

    Works row by row, so that the streaming engine may hand it any batches, in any threads.

    >>> pl.DataFrame({"text": ["Hà  Nội", None]}).with_columns(cleaned("text"))["text"].to_list()
    ['Hà Nội', None]
    """
    cleaner = Cleaner(preset, **settings)
    expression = pl.col(column) if isinstance(column, str) else column

    def clean(series: pl.Series) -> pl.Series:
        return pl.Series(series.name, cleaner.texts(series.to_list()), dtype=pl.String)

    return expression.map_batches(clean, return_dtype=pl.String, is_elementwise=True)
