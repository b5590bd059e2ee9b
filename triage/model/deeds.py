"""Events and casualties in a few words, the same in the pane, on the command line and in exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from triage.model.fact import Value

_SAID = {
    ("did", False): "{}", ("did", True): "did not {}", ("plans", False): "to {}", ("plans", True): "not to {}",
    ("may", False): "may {}", ("may", True): "may not {}", ("threatens", False): "threatens to {}",
    ("threatens", True): "threatens not to {}", ("denies", False): "denies: {}", ("denies", True): "denies: not {}",
}  # fmt: skip
"""How an action is told by its modality and whether it is negated."""

NOBODY = "…"
"""Stands for an actor that the story does not name."""


def actor(value: Value) -> str:
    """Who did it, or a mark that nobody knows."""
    return str(value.get("actor") or NOBODY)


def deed(value: Value) -> str:
    """What was done to whom: "─ block ▸ transfer of F-35 ▸ Turkey"."""
    action = _SAID[str(value["modality"]), bool(value["negated"])].format(value["action"])
    return " ▸ ".join((f"─ {action}", *(str(value[key]) for key in ("object", "target") if value.get(key))))


def besides(value: Value) -> str:
    """What else is known of an event: amount, place, date, and who says so."""
    parts = [str(value[key]) for key in ("amount", "place", "date") if value.get(key)]
    said = value.get("attributed_to")
    return " · ".join((*parts, *([f"according to {said}"] if said else [])))


def hurt(value: Value) -> str:
    """How many people: "at least 19 soldiers", "dozens of people"."""
    number = value.get("number")
    parts = (
        value.get("modifier"),
        f"{number:,}" if isinstance(number, int | float) else None,
        value.get("who") or "people",
    )
    return " ".join(str(part) for part in parts if part)


def fate(value: Value) -> str:
    """What became of them, and where."""
    return " · ".join(str(value[key]) for key in ("outcome", "place") if value.get(key))
