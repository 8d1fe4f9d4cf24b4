"""``python -m vntextclean`` is ``vntextclean``."""

from vntextclean.cli import main

main(prog_name="vntextclean")
