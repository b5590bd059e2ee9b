"""What tab offers in a query that is being typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triage.query import parse
from triage.query.completing import complete
from triage.query.fields import DESCRIPTIONS, FIELDS, VALUES

NAMES = {"person": ["Mike Pompeo", "Pompey"], "tag": ["NATO"], "day": ["2018-04-27", "2018-04-26"]}


def values(field: str, beginning: str) -> list[str]:
    return [name for name in NAMES.get(field, ()) if beginning in name.casefold()]


def completed(text: str, number: int = 0, cursor: int | None = None) -> str:
    """The text after tab was pressed once, or `number` times more."""
    found = complete(text, len(text) if cursor is None else cursor, values)
    return text[: found.start] + found.candidates[number] + text[found.end :]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("pers", "person:"),
        ("nato pers", "nato person:"),
        ("-pers", "-person:"),
        ("(nato OR pers", "(nato OR person:"),
        ("person:pom", 'person:"Mike Pompeo" '),
        ('person:"mike p', 'person:"Mike Pompeo" '),
        ("Person:", 'person:"Mike Pompeo" '),
        ("tag:na", "tag:NATO "),
        ("is:undec", "is:undecided "),
        ("sort:pri", "sort:priority "),
        ("kind:wea", "kind:weapon "),
        ("day:new", "day:newest "),
        ("day:2018-04-2", "day:2018-04-27 "),
        ("since:la", "since:last "),
        ("a O", "a OR "),
    ],
)
def test_the_first_candidate(text: str, after: str) -> None:
    assert completed(text) == after


def test_the_word_at_the_cursor_is_completed_whole() -> None:
    assert completed("perso nato", cursor=3) == "person: nato"


def test_an_empty_query_is_offered_its_fields_the_most_used_first() -> None:
    assert complete("", 0, values).candidates[:3] == ("tag:", "is:", "person:")


@pytest.mark.parametrize("text", ['"pers', "xyzzy", "person:nobody", "peson:x"])
def test_nothing_is_offered_where_nothing_fits(text: str) -> None:
    assert complete(text, len(text), values).candidates == ()


def test_every_field_with_a_description_is_a_field_and_every_fixed_value_is_one() -> None:
    assert DESCRIPTIONS.keys() <= FIELDS
    for field, fixed in VALUES.items():
        for value in fixed:
            parse(f"{field}:{value}")


@given(st.text(alphabet='pers:on"“-( )OR*é\0', max_size=20), st.integers(0, 20))
def test_any_text_can_be_completed(text: str, cursor: int) -> None:
    found = complete(text, min(cursor, len(text)), values)
    assert 0 <= found.start <= found.end <= len(text)
    assert len(found.candidates) == len(found.shown)
