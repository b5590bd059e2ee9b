"""SQLite: everything that can be computed again - stories, their facts, suggestions, full-text search.

Deleting the file loses nothing.
"""

from triage.index.index import Index

__all__ = ["Index"]
