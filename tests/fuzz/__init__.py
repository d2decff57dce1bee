"""Coverage-guided fuzzing with atheris, run by hand: see CONTRIBUTING.md, "Fuzzing"."""
