"""What does not add up in a finished record (contract section 11): one module for each kind of finding."""
