"""Fuzzing that stays: targets, seeds, and a runner; see ``targets.py``."""
