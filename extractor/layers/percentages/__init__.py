"""Tỷ lệ phần trăm: every percentage (contract section 5)."""
