"""Data files and their typed loaders."""
