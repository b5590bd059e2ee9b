"""Bytes to stories: what is in the inbox, and the readers of the wire's formats."""

from triage.ingest.readers import read, signature

__all__ = ["read", "signature"]
