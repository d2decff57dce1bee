"""Giao diện HTTP: files in, records, findings, search and cross-checks out."""
