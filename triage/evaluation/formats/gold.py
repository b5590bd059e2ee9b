"""Gold files: NAME.json with the facts of the story NAME.txt, each with its value, as in `tests/corpus`."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

from triage.errors import ReadError
from triage.evaluation.sample import Annotated, Gold, Sample, Stated
from triage.ingest.reader import Origin
from triage.ingest.readers import read as read_story
from triage.model.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from triage.evaluation.sample import Place
NAME = "gold"

_MARKED = tuple(kind for kind in FactKind if kind not in (FactKind.EVENT, FactKind.CASUALTY))
"""The kinds that a file marks which does not say."""


def can_read(text: str) -> bool:
    """Whether it is one object with a story and its facts."""
    return text.startswith("{") and '"story"' in text and '"facts"' in text and _parsed(text) is not None


def read(text: str, place: Place) -> Annotated:
    """The story beside the file, as it would lie in an inbox: it came on its own day. Raises ReadError."""
    given = _parsed(text) or {}
    source = place.file.parent / str(given["story"])
    try:
        arrived = dt.datetime.fromisoformat(str(given["date"])).replace(hour=12, tzinfo=dt.UTC)
        marked = [FactKind(kind) for kind in given.get("kinds", _MARKED)]
        gold = Gold(_stated(given["facts"]), _stated(given.get("open", ())), frozenset(marked))
        story = read_story(source.read_bytes(), Origin(source.name, arrived))[0]
    except (KeyError, TypeError, ValueError) as error:
        raise ReadError(
            f"{place.file}: {error!r}", title="Gold file", hint="tests/corpus/README.md says how it is made"
        ) from error
    except OSError as error:
        raise ReadError(f"{source}: {error.strerror}", title="No story", hint="It belongs beside its facts") from error
    return Annotated(place.name, NAME, [Sample(story, gold=gold)])


def _stated(facts: Iterable[Mapping[str, Any]]) -> tuple[Stated, ...]:
    return tuple(Stated(FactKind(one["kind"]), one["text"], dict(one["value"])) for one in facts)


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) and {"story", "facts"} <= found.keys() else None
