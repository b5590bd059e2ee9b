"""The gold set is well formed: its files pair up, and each fact's text stands in its story."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from triage.model.fact import FactKind

HERE = Path(__file__).parent
GOLD = sorted(HERE.glob("*/*.json"))
KEYS = {
    "person": {"name", "role", "of"},
    "organization": {"name", "type"},
    "place": {"name", "country", "type"},
    "nationality": {"name", "country"},
    "weapon": {"name", "class"},
    "money": {"amount", "currency"},
    "quantity": {"number", "unit", "modifier"},
    "date": {"start", "end"},
    "quote": {"speaker", "speaker_text", "cue", "content", "direct"},
    "event": {"actor", "action", "target", "type", "negated", "modality", "attributed_to"},
    "casualty": {"number", "modifier", "outcome", "who", "place"},
}


def decoded(data: bytes) -> str:
    """The story's text with every run of white space as one space."""
    for encoding in ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8", "cp1252"):
        try:
            return " ".join(data.decode(encoding).split())
        except UnicodeDecodeError:
            continue
    raise AssertionError("no encoding fits")


def rows(path: Path) -> list[dict[str, Any]]:
    gold = json.loads(path.read_text("utf-8"))
    return [*gold["facts"], *gold.get("open", [])]


def test_each_half_holds_thirty_pairs() -> None:
    for half in ("dev", "held"):
        texts = {path.stem for path in (HERE / half).glob("*.txt")}
        assert len(texts) == 30
        assert texts == {path.stem for path in GOLD if path.parent.name == half}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_text_stands_in_its_story(path: Path) -> None:
    gold = json.loads(path.read_text("utf-8"))
    text = decoded((path.parent / gold["story"]).read_bytes())
    assert [row["text"] for row in rows(path) if row["text"] not in text] == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_fact_has_the_shape_of_its_kind(path: Path) -> None:
    dt.date.fromisoformat(json.loads(path.read_text("utf-8"))["date"])
    assert rows(path)
    for row in rows(path):
        assert set(row["value"]) == KEYS[FactKind(row["kind"])]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_no_fact_stands_twice(path: Path) -> None:
    facts = [json.dumps([row["kind"], row["value"]], sort_keys=True) for row in rows(path) if row["kind"] != "quote"]
    assert sorted(set(facts)) == sorted(facts)
