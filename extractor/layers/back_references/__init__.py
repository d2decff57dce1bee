"""Viện dẫn ngược: words that point back at a document named before, or at the plan itself."""
