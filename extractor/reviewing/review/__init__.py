"""The server of the review page: people correct records, and the corrections become gold."""
