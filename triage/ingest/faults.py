"""What is wrong with a file of some format, in the same words for all of them."""

from __future__ import annotations

from triage.errors import ReadError


def broken(path: str | None, style: str, reason: str, place: str = "") -> ReadError:
    """The error for a file, or a story in it, that breaks the rules of its format; `place` says where ("line 12")."""
    where = f", {place}" if place else ""
    return ReadError(
        f"{path or 'Standard input'} is broken{where}: as {style} it makes no sense, {reason.rstrip('.')}.",
        title="Broken file",
        hint="Ask the sender for it again.",
    )


class ExceededError(Exception):
    """A story has more of something than is read of one; says what. Whoever knows where it is from makes a ReadError of it."""


def exceeded(path: str | None, style: str, error: ExceededError) -> ReadError:
    """The error for a story that has more of something than is read of one."""
    return ReadError(
        f"{path or 'Standard input'} is too large: as {style} it has {error}.",
        title="File too large",
        hint="Take it out of the inbox; triage reads stories.",
    )


def no_story(path: str | None, reason: str) -> ReadError:
    """The error for what can be read but is no story; `reason` says what it is."""
    return ReadError(
        f"There is no story in {path or 'standard input'}: {reason}.",
        title="No story",
        hint="Take it out of the inbox; triage reads stories.",
    )
