"""Speed, memory, and what parts of the method earn, each with one command."""
