"""Files to `Source`: one module for each format."""
