"""The stories' own files, for whoever wants to see one as it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NOT_TO_BE_READ = (b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b", b"PK")
"""How files begin that a pager cannot show as they are: UTF-16, gzip, zip."""


def plain_file(path: Path) -> Path | None:
    """The file, if it is there and can be read as it is; None for one packed, in UTF-16, or a part of another."""
    try:
        with path.open("rb") as file:
            return None if file.read(2) in NOT_TO_BE_READ else path
    except OSError:
        return None
