"""Builds the shipped language model from corpora; not installed with the package."""
