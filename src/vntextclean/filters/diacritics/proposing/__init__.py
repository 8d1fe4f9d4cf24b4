"""Which words are doubted, and what may have stood in their place."""
