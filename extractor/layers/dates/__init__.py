"""Thời gian: every calendar expression (contract section 4)."""
