"""Many plans together: store, tree of units, links, aligned targets, verdicts and sums."""
