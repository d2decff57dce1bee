"""Records to files: JSON, JSON lines, tables."""
