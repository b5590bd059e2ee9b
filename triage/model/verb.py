"""The verbs of the command line, which the app's `:` line takes too: pure data."""

from __future__ import annotations

VERBS: tuple[str, ...] = ("facts", "list", "show", "tag", "untag", "undo", "export", "evaluate", "check")
"""Each has a module of its name among the command line's verbs; without one of these words the app opens."""
