"""Which tags a story probably wants, and why."""

from triage.suggest.suggester import Suggester, digest

__all__ = ["Suggester", "digest"]
