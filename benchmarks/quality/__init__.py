"""Accuracy on texts whose right answer is known, and the floors it must not fall below."""
