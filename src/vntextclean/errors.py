"""What can go wrong, said so that a user knows where, what and what to do next."""

from __future__ import annotations


class VntextcleanError(Exception):
    """The root of every error this package raises on purpose; the command line prints it and exits with 2."""


class FilterError(VntextcleanError):
    """A filter broke its contract: its edits were unsorted, overlapping or without effect."""


class ConfigError(VntextcleanError):
    """A setting, preset, rule or configuration file cannot be used."""


class ModelError(VntextcleanError):
    """A model file is missing, damaged, or of a version this package does not know."""


class InputError(VntextcleanError):
    """An input cannot be read as text, or an output cannot be written."""
