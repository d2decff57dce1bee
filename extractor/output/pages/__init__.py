"""HTML pages that stand by themselves: one file each, no network, both languages."""
