"""The two nets that read wide contexts: questions, training, export."""
