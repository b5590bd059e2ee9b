"""What the line above and the line below say: where you are and how far; which keys make sense here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from triage.model.action import ACTIONS, Action, Where
from triage.model.order import Order
from triage.tui.keys import key_name, press
from triage.tui.words import clean, count, cut

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from triage.model.entry import Entry
    from triage.model.message import Progress
    from triage.session import Shift
    from triage.settings import Settings
    from triage.tui.paint import Inks
    from triage.tui.widgets.line_view import Piece

ORDERS: Mapping[Order, str] = {
    Order.TIME: "", Order.OLDEST: "oldest first", Order.PRIORITY: "by priority", Order.SOURCE: "by source",
    Order.TAGS: "by tags", Order.MATCH: "best match first",
}  # fmt: skip
"""Each order in words; the usual one goes without saying."""

FULL, EMPTY = "▰", "▱"

DAY = len(" · Fri 27 Apr ") + 1
"""Cells for the day in short."""

WITHOUT_STORY = ("undo", "query")
"""What of the footer's actions does something where no story is listed."""

DECIDING = ("accept", "done", "spike", "later", "select")
"""What of them does nothing about a file that could not be read."""


class Standing(NamedTuple):
    """Where the session stands, for the header."""

    name: str
    day: str
    listed: int
    shift: Shift
    query: str = ""
    view: str = ""
    elsewhere: int = 0
    order: str = ""
    arrivals: int = 0
    put_off: int = 0
    missing: int = 0
    progress: Progress | None = None
    selected: int = 0
    unlisted: int = 0


def header(standing: Standing, inks: Inks, width: int) -> tuple[list[Piece], list[Piece]]:
    """The view on the left; counts, progress of the shift and of the extraction on the right."""
    roomy = width >= 100
    plain, dim = inks.plain, inks.dim
    left: list[Piece] = [(" triage  ", inks.accent)] if roomy else [(" ", plain)]
    left.append((clean(standing.name), inks.strong))
    right: list[Piece] = []
    if standing.selected:
        hidden = f" ({standing.unlisted:,} not {'in this list' if roomy else 'here'})" if standing.unlisted else ""
        right.append((f"{standing.selected:,} selected{hidden}   ", inks.accent))
    if standing.arrivals:
        right.append((f"{standing.arrivals:,} new (r)   ", inks.accent))
    if standing.put_off and roomy:
        right.append((f"{standing.put_off:,} for later   ", dim))
    right += _shift(standing, inks, roomy)
    told = _extraction(standing.progress, inks)
    trouble = standing.progress is not None and standing.progress.trouble is not None
    if roomy or trouble or sum(cell_len(text) for text, _ in (*left, *right, *told)) + DAY <= width:
        right += told  # else where one is comes first
    right.append((" ", plain))
    room = width - sum(cell_len(text) for text, _ in (*left, *right)) - 2
    return [*left, *_view(standing, inks, roomy, room)], right


class Position(NamedTuple):
    """Where the story that is being read stands: how many of the list are undecided, and which of them it is (None: it
    is none of them)."""

    undecided: int
    here: int | None
    entry: Entry | None
    arrivals: int = 0
    progress: Progress | None = None


def reading(position: Position, inks: Inks) -> tuple[list[Piece], list[Piece]]:
    """‹ 3 of 29 undecided; and on the right whose story it is, in which version."""
    left: list[Piece] = [(" ‹ ", inks.accent)]
    if position.here:
        left += [(f"{position.here:,} of {position.undecided:,}", inks.strong), (" undecided", inks.dim)]
    else:
        left.append((f"{position.undecided:,} undecided", inks.dim))
    right: list[Piece] = [(f"{position.arrivals:,} new (r)   ", inks.accent)] if position.arrivals else []
    entry = position.entry
    if entry:
        right.append((clean(entry.source), inks.plain))
        if entry.versions > 1:
            right.append((f"{' · ' if entry.source else ''}v{entry.version} of {entry.versions}", inks.plain))
            right.append((" · changed: c", inks.dim))
    return left, [*right, *_extraction(position.progress, inks), (" ", inks.plain)]


def _view(standing: Standing, inks: Inks, roomy: bool, room: int) -> list[Piece]:
    """The day, the query with what it found here and elsewhere, and the order, where it is not by time; what there is no
    room for is left out, the least first."""
    dim = inks.dim
    day = standing.day or "every day"
    if standing.day and (standing.query or not roomy or cell_len(day) + 3 > room):
        day = _short(day)
    pieces: list[Piece] = [(f" · {day}", inks.plain if standing.day and roomy else dim)]
    after: list[Piece] = []
    if standing.query:
        after.append((f"  {count(standing.listed, 'match')}", dim))
    if standing.elsewhere:
        after.append(
            (f" · {standing.elsewhere:,} on other days (0)" if roomy else f" +{standing.elsewhere:,} (0)", dim)
        )
    if standing.order:
        after.append((f" · {standing.order}", dim))
    wanted = min(cell_len(standing.view or standing.query), 24) + 3 if standing.query else 0
    room -= cell_len(pieces[0][0])
    while after and wanted + sum(cell_len(text) for text, _ in after) > room:
        after.pop()
    if standing.query:
        left = max(8, room - 3 - sum(cell_len(text) for text, _ in after))
        words = cut(clean(standing.view or standing.query), left)
        pieces += [("  " if standing.view else "  /", dim), (words, inks.accent)]
    return [*pieces, *after]


def _short(day: str) -> str:
    """Fri 27 Apr, of Friday 27 April 2018."""
    weekday, number, month, _ = day.split()
    return f"{weekday[:3]} {number} {month[:3]}"


def _shift(standing: Standing, inks: Inks, roomy: bool) -> list[Piece]:
    shift = standing.shift
    if not shift.stories:
        return []
    share = shift.decided / shift.stories
    stories = count(shift.stories, "story") if roomy else f"{shift.stories:,}"
    gauge = f" {FULL * int(share * 10)}{EMPTY * (10 - int(share * 10))}" if roomy else ""
    return [
        (f"{stories}   ", inks.dim),
        (f"{shift.decided:,} decided", inks.plain),
        (f"{gauge} {int(share * 100)} %", inks.dim),
    ]


def _extraction(progress: Progress | None, inks: Inks) -> list[Piece]:
    if progress is None:
        return []
    if progress.trouble:
        return [(f"   {clean(progress.trouble.title)}", inks.alarm)]
    if progress.read < progress.files:
        return [(f"   reading {progress.read:,}/{progress.files:,}", inks.accent)]
    if progress.phase == "loading":
        return [("   loading facts", inks.dim)]
    if progress.extracted < progress.stories:
        return [(f"   facts {progress.extracted:,}/{progress.stories:,}", inks.dim)]
    return []


def footer(
    settings: Settings,
    where: Where,
    suggested: Sequence[str],
    inks: Inks,
    width: int,
    urged: str = "",
    idle: Collection[str] = (),
) -> list[Piece]:
    """The tag keys with their tags, always; then what else makes sense here, as much as there is room for.

    `urged` is the action that the story itself asks for; `idle` are those that do nothing just now.
    """
    pieces: list[Piece] = [(" ", inks.plain)]
    for tag in settings.tags:
        if tag.key:
            click = press(tag.key)
            pieces += [(tag.key, inks.tag(tag.colour) + click), (f" {clean(tag.name)}  ", inks.plain + click)]
    room = width - sum(cell_len(text) for text, _ in pieces) - len("? help ")
    seen = set()
    for action in _in_turn(where):
        keys = settings.keymap.get(action.id, action.keys)
        if action.id == "help" or not keys or keys[0] in seen or action.id in idle:
            continue
        word = action.footer
        if action.id == "accept":
            if not suggested:
                continue
            word += " " + "".join(_letter(settings, tag) for tag in suggested)
        key = key_name(keys[0])
        size = cell_len(key) + cell_len(word) + 3
        if size - 1 > room:  # of the two blanks after the last one is enough
            break
        room -= size
        seen.add(keys[0])
        click, ink = press(keys[0]), inks.alarm if action.id == urged else inks.dim
        pieces += [(key, inks.strong + click), (f" {word}  ", ink + click)]
    return pieces


def idle(*, story: bool, readable: bool, fact: bool) -> frozenset[str]:
    """The actions that do nothing just now: where there is no `story`, where its file could not be read, where there is no `fact`
    among the facts."""
    named = [one for one in ACTIONS if one.footer]
    if not story:
        return frozenset(one.id for one in named if one.id not in WITHOUT_STORY)
    without = {one.id for one in named if one.where is Where.FACTS and not fact}
    return frozenset(without if readable else without.union(DECIDING))


def _in_turn(where: Where) -> list[Action]:
    """The actions that the footer names in a pane: its own first, for they are what one is there for, and a key that
    they share is theirs. In the list that is to decide, which goes for every pane."""
    own = [one for one in ACTIONS if one.footer and one.where is where]
    everywhere = [one for one in ACTIONS if one.footer and one.where is Where.ANYWHERE]
    return [*everywhere, *own] if where is Where.LIST else [*own, *everywhere]


def _letter(settings: Settings, tag: str) -> str:
    definition = settings.tag(tag)
    return definition.letter if definition else clean(tag)[:1]
