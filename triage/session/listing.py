"""What the session lists: stories in an order, the rows that show them, how far the person is through them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from triage.model.order import Order

if TYPE_CHECKING:
    import datetime as dt

    from triage.model.entry import Entry
    from triage.model.state import State
    from triage.model.story import StoryId


@dataclass(frozen=True, slots=True)
class Row:
    """A story as the list shows it: its entry, and what has been decided about it.

    `suggested` are the tags on offer: neither given nor refused, and none once the story is decided. `news`
    says that it is a new version of a story that somebody had decided or tagged, `muted` that what follows of it is spiked.
    """

    entry: Entry
    state: State
    tags: tuple[str, ...] = ()
    noted: bool = False
    suggested: tuple[str, ...] = ()
    news: bool = False
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """The stories that a query lists; `text` is the query as typed, `order` how they are sorted.

    `day` is the day that the list keeps to, None when it keeps to none or to a longer time; `asked` is the query without
    it and without its order, and `elsewhere` counts what that finds on other days. `total` counts the stories of the inbox,
    `put_off` those left out because they are for later. `missing` counts the stories that a query for facts could not
    judge because theirs are not extracted yet.
    """

    text: str
    ids: tuple[StoryId, ...]
    total: int
    put_off: int = 0
    missing: int = 0
    day: dt.date | None = None
    asked: str = ""
    elsewhere: int = 0
    order: Order = Order.TIME


class Shift(NamedTuple):
    """How far the person is through the pile: stories decided, of the stories there are."""

    decided: int
    stories: int
