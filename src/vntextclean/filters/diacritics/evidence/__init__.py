"""What speaks for a repair: its surroundings, its document, the rates of damage of its page."""
