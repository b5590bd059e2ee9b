"""What is wrong with a file, or with the folder that it should be in, in the same words for all formats."""

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


def unreadable(name: str, error: OSError, *, link: bool) -> ReadError:
    """The error for a file that the system does not give; `link` says that the name is a link."""
    if isinstance(error, FileNotFoundError) and link:
        return ReadError(
            f"{name} is a link to nothing.",
            title="File gone",
            hint="Take it out of the inbox, or put back what it leads to.",
        )
    if isinstance(error, FileNotFoundError):
        return ReadError(
            f"{name} is not there any more.", title="File gone", hint="It was moved or deleted after it was listed."
        )
    if isinstance(error, PermissionError):
        return ReadError(
            f"{name} may not be read.", title="No permission", hint="Ask its owner for the right to read it."
        )
    return ReadError(
        f"{name} cannot be read: {error.strerror}.", title="Cannot be read", hint="Look at the disk it is on."
    )


def no_inbox(name: str, error: OSError) -> ReadError:
    """The error for an inbox that cannot be listed."""
    if isinstance(error, FileNotFoundError):
        return ReadError(
            f"There is no folder {name}.", title="No inbox", hint="Make it, or name another: triage FOLDER."
        )
    if isinstance(error, NotADirectoryError):
        return ReadError(
            f"{name} is a file, not a folder.", title="No inbox", hint="Name the folder that holds the stories."
        )
    if isinstance(error, PermissionError):
        return ReadError(
            f"The folder {name} may not be listed.",
            title="No permission",
            hint="Ask its owner for the right to read it.",
        )
    return ReadError(
        f"The folder {name} cannot be listed: {error.strerror}.", title="No inbox", hint="Look at the disk it is on."
    )
