"""Draws facts at random from a corpus, for a person to read: `python -m tests.sampling KIND CORPUS`."""
