"""How fast each preset and filter is, beside what people use now: ``python -m benchmarks.speed``."""
