"""Kinh phí: the money (contract section 9)."""
