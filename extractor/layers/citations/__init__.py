"""Văn bản viện dẫn: every other document that the plan names (contract section 3)."""
