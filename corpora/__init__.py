"""Plans written for the project, and the builder that makes texts, Word, PDF and gold files of them."""
