"""Dates in a text: the words that name them, and the days they mean on the story's day."""
