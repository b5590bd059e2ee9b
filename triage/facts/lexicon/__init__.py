"""Word lists, as data files with their sources, for what no library holds.

A list is `NAME.tsv` in this folder: UTF-8, one entry a line, columns separated by tabs, lines that start with `#` are
comments (the first ones say where the list comes from).
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def rows(name: str) -> Iterator[list[str]]:
    """The rows of the list `name`, each as its columns."""
    text = files(__name__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield [column.strip() for column in line.split("\t")]


def words(text: str) -> frozenset[str]:
    """The words in `text`, for the short lists that belong beside the code that uses them."""
    return frozenset(text.split())
