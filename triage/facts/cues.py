"""The verbs of speech."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from triage.facts.lexicon import rows

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def cues() -> Mapping[str, str]:
    """Every form of every verb of speech, and its strength as the list explains it. Read once."""
    return {form: strength for forms, strength in rows("cues") for form in forms.split("|")}
