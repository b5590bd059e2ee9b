"""Errors for people: what happened, to which file, and what to do about it.

Every error that a file, a setting or a terminal can cause is one of these. The screen shows the
title and the message; the command line prints all three and exits with `status`.
"""


class TriageError(Exception):
    """Something a person can understand and act on.

    `title` names the kind of trouble, `message` says what happened to which file, `hint` what to do.
    """

    status = 3

    def __init__(self, message: str, *, title: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.title = title
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.title}: {self.message}" + (f" ({self.hint})" if self.hint else "")


class SettingsError(TriageError):
    """The settings file or the command line says something that cannot be meant."""

    status = 2


class QueryError(TriageError):
    """A query that cannot be read; `position` is the offset of the trouble in it, in code points."""

    status = 2

    def __init__(self, message: str, *, position: int, title: str = "Query", hint: str = "") -> None:
        super().__init__(message, title=title, hint=hint)
        self.position = position


class ReadError(TriageError):
    """A story file, or one story in it, that could not be read."""

    status = 1


class FactsError(TriageError):
    """The pipeline cannot be loaded, or cannot read a story."""

    status = 2


class StoreError(TriageError):
    """The store cannot be read or written."""


class IndexUnusableError(TriageError):
    """The index cannot be used."""


class WorkError(TriageError):
    """The second process cannot be started or does not answer."""
