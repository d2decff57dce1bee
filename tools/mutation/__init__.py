"""What the tests notice: small faults are put into layers and checking, one at a time, and the tests are run."""
