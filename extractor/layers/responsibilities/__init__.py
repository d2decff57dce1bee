"""Phân công trách nhiệm: who does what (contract section 8)."""
