"""Builds the corpora: one marked source for each plan gives its texts, Word and PDF files, and its gold file."""
