"""The kinds of damage, and how likely each is to make one word of another."""
