"""Words that stay open, read by the nets of restoration or judged a second time."""
