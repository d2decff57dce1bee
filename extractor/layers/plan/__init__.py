"""Thể thức: header, title, signature and recipients of the plan (contract section 2)."""
