"""What an integration says where the package of its engine is not installed."""

from __future__ import annotations


def missing(engine: str, extra: str, error: ModuleNotFoundError) -> ModuleNotFoundError:
    """The error to raise instead of ``error``: what is missing, for what, and the line that installs it.

    >>> str(missing("Polars", "polars", ModuleNotFoundError("No module named 'polars'", name="polars")))
    "cleaning in Polars needs the package polars: pip install 'vntextclean[polars]'"
    """
    name = (error.name or extra).partition(".")[0]
    return ModuleNotFoundError(
        f"cleaning in {engine} needs the package {name}: pip install 'vntextclean[{extra}]'", name=error.name
    )
