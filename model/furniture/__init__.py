"""Train the net that separates an article from its furniture, on annotated and generated pages."""
