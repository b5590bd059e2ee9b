"""SQLite: everything that can be computed again - stories, their facts, suggestions, full-text search.

Deleting the file loses nothing.
"""

from triage.index.index import Index
from triage.index.rows import entries_of

__all__ = ["Index", "entries_of"]
