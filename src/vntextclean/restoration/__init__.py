"""Marks for text that was typed without them."""

#: The rule of marks that are put back.
RULE = "restore.unmarked"
