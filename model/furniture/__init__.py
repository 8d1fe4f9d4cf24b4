"""The net that tells an article from its furniture, trained on made pages."""
