"""The two nets with wide contexts: training data, training, export."""
