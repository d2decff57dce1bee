"""Chỉ tiêu phấn đấu: what the plan commits to, in figures (contract section 7)."""
