"""``python -m vntextclean`` is ``vntextclean``."""

from vntextclean.cli import run

run()
