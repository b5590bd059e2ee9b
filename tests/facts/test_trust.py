"""Names are believed as far as their rules have earned it."""

from __future__ import annotations

import pytest

from triage.facts.mention import Label
from triage.facts.trust import believed


@pytest.mark.parametrize(
    ("label", "by", "told", "sure"),
    [
        (Label.PERSON, "title", 0.95, 0.95),
        (Label.ORGANIZATION, "heading", 0.85, 0.55),
        (Label.ORGANIZATION, "heading", 0.4, 0.4),
        (Label.PERSON, "acronym", 0.85, 0.85),
        (Label.PLACE, "gazetteer", 0.89, 0.75),
        (Label.PLACE, "gazetteer", 0.93, 0.93),
        (Label.PLACE, "gazetteer", 0.6, 0.6),
    ],
)
def test_a_rule_is_believed_no_more_than_it_has_earned(label: Label, by: str, told: float, sure: float) -> None:
    assert believed(label, by, told) == sure
