"""What the project claims, measured: ``quality`` against pinned floors, ``speed`` beside other tools."""
