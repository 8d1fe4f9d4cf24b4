"""Calibration of the confidence of repairs on held-out lines, by kind of repair."""
