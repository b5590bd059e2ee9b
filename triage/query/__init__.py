"""The query language of `/` and the command line: text to a tree of leaves, and back to words."""

from triage.query.parser import parse
from triage.query.wording import words

__all__ = ["parse", "words"]
