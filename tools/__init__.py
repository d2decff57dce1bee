"""Scripts that make data files out of published sources; no part of the package."""
