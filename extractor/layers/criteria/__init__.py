"""Tiêu chí, chỉ tiêu: the criteria and indicators the plan is organised by (contract section 6)."""
