"""Đề mục: the headings (contract section 10)."""
