"""How sure a repair is: fitted on held-out lines, by kind of repair."""
