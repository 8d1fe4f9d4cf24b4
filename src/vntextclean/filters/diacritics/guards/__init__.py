"""What keeps a word as it stands, or leaves a repair a suggestion."""
