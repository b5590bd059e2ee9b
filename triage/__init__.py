"""Triage of a day's newswire in a terminal."""

__version__ = "0.1.0"
