"""Many files: which to read, worker processes, what failed and why."""
