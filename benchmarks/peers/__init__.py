"""The extractor beside other tools, on the same bytes in one run: `python -m benchmarks.peers`."""
