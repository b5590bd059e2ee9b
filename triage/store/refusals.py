"""What the system refuses, said so that a person can act on it."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from triage.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
ELSEWHERE = "Name a store in a folder that you can write, with --store"


def refusal(error: OSError, path: Path, doing: str) -> StoreError:
    """The StoreError that says what `error` means for `path`; `doing` is what could not be done ("cannot be read")."""
    reason = os.strerror(error.errno) if error.errno else str(error)
    if error.errno in FULL:
        return StoreError(
            f"{path}: there is no room on the disk: nothing was saved and nothing was changed",
            title="Not saved",
            hint="Make room on the disk, then do it again",
        )
    if error.errno in FORBIDDEN:
        return StoreError(f"{path} {doing}: {reason}", title="Store", hint=ELSEWHERE)
    return StoreError(f"{path} {doing}: {reason}", title="Store", hint="`triage check` says more")


@contextmanager
def told(path: Path, doing: str) -> Iterator[None]:
    """Turns an OSError of the block into the StoreError that a person can read."""
    try:
        yield
    except OSError as error:
        raise refusal(error, path, doing) from error
