"""From corpora to the n-gram tables of a model file."""
