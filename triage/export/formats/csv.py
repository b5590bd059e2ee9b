"""CSV for spreadsheets: one story a row, lists joined by semicolons, UTF-8.

Facts stand under the kind that a person has corrected them to; those that a person has rejected are left out.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any, TextIO

from triage.export.unsafe import UNSAFE
from triage.model.deeds import actor, deed, fate, hurt
from triage.model.fact import FactKind
from triage.model.verdict import kind_after

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from triage.model.contract import Json

NAME = "csv"

_STORY = ("id", "path", "headline", "agency", "source", "date", "published", "updated", "slug", "language")
_DECISION = ("tags", "state", "note", "decided_at", "by")
_FACTS = {
    "persons": "person",
    "organizations": "organization",
    "places": "place",
    "nationalities": "nationality",
    "weapons": "weapon",
    "money": "money",
    "quantities": "quantity",
    "dates": "date",
    "quotes": "quote",
    "events": "event",
    "casualties": "casualty",
}
COLUMNS = (*_STORY, *_DECISION, "suggested", *_FACTS, "error")

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write(records: Iterable[Json], out: TextIO) -> None:
    """A line of column names, then one row a record."""
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for record in records:
        rows.writerow([_cell(value) for value in _values(record)])


def _values(record: Json) -> Iterator[object]:
    decision = record["decision"] or {}
    # Of a decided story whose file has gone the decision is all there is.
    left = {"id": decision.get("story"), "path": record.get("path"), "headline": decision.get("headline")}
    story = record["story"] or left
    for name in _STORY:
        value = story.get(name)
        yield value["value"] if name == "date" and value else value
    yield from (decision.get(name) for name in _DECISION)
    yield [one["tag"] for one in record["suggestions"]]
    verdicts = decision.get("facts", {})
    counted = [(kind_after(FactKind(fact["kind"]), verdicts.get(fact["id"])), fact) for fact in record["facts"]]
    for kind in _FACTS.values():
        yield [_worded(fact) for counts_as, fact in counted if counts_as == kind]
    yield record["error"]["message"] if record["error"] else None


def _worded(fact: Mapping[str, Any]) -> str:
    """A fact in a few words; what has no name is shown as the story has it."""
    value = fact["value"]
    match fact["kind"]:
        case "money":
            return f"{value['amount']} {value['currency'] or ''}".strip()
        case "quantity":
            return " ".join(
                str(part) for part in (value["modifier"], value["number"], value["unit"]) if part is not None
            )
        case "date":
            start, end = value["start"] or "", value["end"] or ""
            return start if start == end else f"{start}..{end}"
        case "quote":
            speaker = value["speaker"] or value["speaker_text"]
            return f"{speaker}: {value['content']}" if speaker else value["content"]
        case "event":
            return f"{actor(value)} {deed(value)}"
        case "casualty":
            return f"{hurt(value)}: {fate(value)}"
        case _:
            return str(value.get("name") or fact["text"])


def _cell(value: object) -> str:
    """The value on one line. A spreadsheet takes some first characters for a formula: a quote mark before makes it text."""
    if isinstance(value, list):
        value = "; ".join(dict.fromkeys(str(one) for one in value))
    text = UNSAFE.sub("", " ".join(str(value).split())) if value is not None else ""
    return f"'{text}" if text.startswith(_FORMULA) else text
