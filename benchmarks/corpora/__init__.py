"""Batch runs: what they cost, and what they survive."""
