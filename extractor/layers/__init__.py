"""The layers of the record; each folder finds one kind of record in a document."""
