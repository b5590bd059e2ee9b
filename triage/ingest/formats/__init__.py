"""A reader a file, found by discovery: a new format is one new module here."""
