"""Heads and ends of plans of many bodies, years and layouts, with the values that the contract gives them."""
