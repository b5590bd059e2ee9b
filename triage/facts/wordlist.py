"""A pattern for any word of a list that a text can be searched with at little cost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable


def any_word(listed: Iterable[str]) -> str:
    """A pattern for the listed words in small letters, with a capital, or in capitals.

    Their common beginnings are shared: at most words of a text it fails with the first letter, where a plain list of
    alternatives would be gone through to its end.
    """
    tree: dict[str, Any] = {}
    for word in sorted({form for one in listed for form in (one.lower(), one.capitalize(), one.upper())}):
        node = tree
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return rf"{_pattern(tree)}(?![A-Za-z])"


def _pattern(node: dict[str, Any]) -> str:
    branches = [re.escape(char) + _pattern(child) for char, child in node.items() if char]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)})" + ("?" if "" in node else "")
