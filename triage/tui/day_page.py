"""The day at a glance set as a sheet: its hours and tags over one scale, who is named, which stories run."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

from triage.model.fact import FactKind
from triage.model.version import VersionKind
from triage.session.beats import Step
from triage.tui.blocks import Block, ToEntity, ToStories, ToVersions, below, beside, leading, line
from triage.tui.charts import BETWEEN, CORRECTION, CURVE, KILL, SOLID, TO_DO, VERSION, bars
from triage.tui.paint import VERSIONS
from triage.tui.words import clean, count, fit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.session.beats import Axis
    from triage.session.dossier import Named
    from triage.session.glance import Glance, Running
    from triage.settings import Settings
    from triage.tui.blocks import Spot
    from triage.tui.paint import Inks
    from triage.tui.widgets.line_view import Piece

HEADINGS = {
    FactKind.PERSON: "people", FactKind.ORGANIZATION: "organizations", FactKind.PLACE: "places", FactKind.WEAPON: "weapons",
}  # fmt: skip

ROOMY = 100
"""Cells from which on there is room for whole tags and for a fourth list of names."""

WIDEST = 7
"""Cells of a column at most: wider ones are no easier to compare."""

TALL = 30
"""Lines from which on there is room for a blank one above all."""

BARRED = 32
"""Cells of a list of names from which on there is room for bars."""

MOST_RUNNING = 12
"""Running stories at most: a wire has few that matter."""

LEAST = 4
"""Rows of names that are seen however low the terminal is."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a sheet is set: in these inks, in so many cells and lines."""

    inks: Inks
    settings: Settings
    zone: dt.tzinfo | None
    width: int
    height: int

    @property
    def margin(self) -> int:
        """Cells for what stands before the columns: numbers, and the tags' names."""
        if self.width < ROOMY:
            return 8
        return min(14, max([9, *(cell_len(tag.name) + 2 for tag in self.settings.tags)]))


def day_block(glance: Glance, setting: Setting) -> Block:
    """The glance in lines that fill the height, or more where it is low."""
    inks = setting.inks
    if not glance.shift.stories:
        words = " No stories on this day. [ and ] go to days that have some, 0 shows every day."
        return line((words if glance.day else " No stories yet.", inks.dim))
    chains = glance.running or ()
    airy = setting.height >= TALL
    tags = len(glance.tags)
    # What is not known yet is taken to be there, so that little moves when it comes.
    left = setting.height - tags - 6 - airy
    rows = min(12, max(4, left // 4))
    wanted = min(MOST_RUNNING, max(3, left // 5))
    running = wanted if glance.running is None else min(len(chains), wanted)
    names = max(LEAST, left - rows - running if running else left - rows + 2)
    parts = [*([line()] if airy else []), _hours(glance, rows, setting), line(), _names(glance, names, setting)]
    if chains:
        parts += [line(), _running(glance, running, setting)]
    return below(parts)


# Hours and tags


def _hours(glance: Glance, rows: int, setting: Setting) -> Block:
    """A column a step: stories, how many of them are decided, and under it how many have each tag."""
    inks, axis, margin = setting.inks, glance.axis, setting.margin
    cell = min(WIDEST, max(1, (setting.width - margin + 1) // len(axis)))
    gap = int(cell > 1)  # where there is no room for one, the columns touch: all of them are to be seen
    drawn = bars(glance.decided, glance.stories, rows, cell - gap, (inks.accent, inks.plain), gap)
    most = str(max(glance.stories))
    heading: tuple[Piece, ...] = (
        (f" {_an(axis.step)}  ".upper(), inks.dim + Style(bold=True)),
        (f"{SOLID[-1]} ", inks.accent), ("decided  ", inks.dim), (f"{TO_DO} ", inks.plain), ("to do", inks.dim),
    )  # fmt: skip
    lines: list[tuple[Piece, ...]] = [heading]
    for number, pieces in enumerate(drawn):
        lines.append(((_margin(most if number == 0 else "", margin), inks.dim), *pieces))
    lines.append(((" " * margin, inks.dim), (_labels(axis, cell), inks.dim)))
    for tag, counts in glance.tags.items():
        definition = setting.settings.tag(tag)
        ink = inks.tag(definition.colour) if definition else inks.strong
        # Numbers stand to the right in their cells: where those are wide, there is a gap.
        name = f" {fit(clean(tag), margin - 1 - (cell < 3))}".ljust(margin)
        lines.append(((name, ink if sum(counts) else inks.dim), *_tagged(counts, cell, gap, ink, inks)))
    spots = tuple(
        _spot(glance, number, margin + number * cell, cell - gap, len(lines) - 1, setting)
        for number in range(len(axis))
        if glance.stories[number]
    )
    return Block(tuple(lines), spots)


def _an(step: Step) -> str:
    return f"stories {'an' if step is Step.HOUR else 'a'} {step.value}"


def _margin(words: str, margin: int) -> str:
    return f"{words:>{margin - 1}} "


def _labels(axis: Axis, cell: int) -> str:
    """The labels under the columns, each that there is room for."""
    line = ""
    for number, label in enumerate(axis.labels):
        at = number * cell
        if len(line) <= at:
            line = f"{line.ljust(at)}{label} "
    return line.rstrip()[: cell * len(axis)]


def _tagged(counts: tuple[int, ...], cell: int, gap: int, ink: Style, inks: Inks) -> Iterator[Piece]:
    """How many stories of each step have a tag: the number, or where there is no room for all numbers their sizes."""
    most = max(counts, default=0)
    for one in counts:
        if not one:
            words, style = "·", inks.faint
        elif len(str(most)) <= cell - gap:
            words, style = str(one), ink
        else:
            words, style = CURVE[max(1, round(one / most * (len(CURVE) - 1)))], ink
        yield (f"{words:>{cell - gap}}{' ' * gap}", style)


def _spot(glance: Glance, number: int, left: int, width: int, height: int, setting: Setting) -> Spot:
    from triage.tui.blocks import Spot

    axis = glance.axis
    start, end = (dt.datetime.fromtimestamp(edge, setting.zone) for edge in axis.edges[number : number + 2])
    if axis.step is Step.HOUR:
        name = f"{start:%H:%M}–{end:%H:%M}"
        query = f"after:{_moment(start)} before:{_moment(end)}"
    else:
        name = f"{start.day} {start:%b %Y}" if axis.step in (Step.DAY, Step.WEEK) else f"{start:%b %Y}"
        name = f"{start:%Y}" if axis.step is Step.YEAR else f"the week of {name}" if axis.step is Step.WEEK else name
        query = f"after:{start:%Y-%m-%d} before:{end:%Y-%m-%d}"
    tags = [f"{clean(tag)} {counts[number]}" for tag, counts in glance.tags.items() if counts[number]]
    parts = [count(glance.stories[number], "story"), f"{glance.decided[number]:,} decided", *tags]
    return Spot(ToStories(query, name), f"{name}: {', '.join(parts)}", 1, left, height, width)


def _moment(when: dt.datetime) -> str:
    """A time as a query names it, with its offset: the hour that is there twice when clocks are put back is told apart."""
    return (when if when.tzinfo else when.astimezone()).isoformat(timespec="minutes")


# Names


def _names(glance: Glance, rows: int, setting: Setting) -> Block:
    """The most named of each kind, beside each other."""
    kinds = [kind for kind in HEADINGS if setting.width >= ROOMY or kind is not FactKind.ORGANIZATION]
    width = setting.width // len(kinds)
    return beside([(_most_named(glance, kind, rows, width, setting), width) for kind in kinds], setting.inks.plain)


def _most_named(glance: Glance, kind: FactKind, rows: int, width: int, setting: Setting) -> Block:
    inks = setting.inks
    head = line((f" {HEADINGS[kind].upper()}", inks.dim + Style(bold=True)))
    if glance.names is None:
        return below([head, line(("   counting …", inks.dim))])
    named = glance.names.get(kind, ())[:rows]
    if not named:
        return below([head, line(("   none named", inks.dim))])
    most = named[0].stories
    return below([head, *(_name(one, most, width, inks) for one in named)])


def _name(one: Named, most: int, width: int, inks: Inks) -> Block:
    """A name, how many stories have it, and that as a bar where there is room; in one ink, for there are many of them."""
    digits = len(f"{most:,}")
    room = width // 4 if width > BARRED else 0
    left = width - digits - room - 6
    name = clean(one.entity.name)
    words = f"   {fit(name, left)} {one.stories:>{digits},}  "
    bar = f"{SOLID[-1] * max(1, round(one.stories / most * room)):<{room}}" if room else ""
    pieces: tuple[Piece, ...] = ((words, inks.kind(one.entity.kind)), (bar, inks.rule))
    return leading(ToEntity(one.entity), f"the dossier of {name}: {count(one.stories, 'story')}", [pieces], width - 1)


# Running stories


def _running(glance: Glance, rows: int, setting: Setting) -> Block:
    """The stories with the most versions: what each is about now, and when its versions came."""
    inks, axis = setting.inks, glance.axis
    title = " RUNNING STORIES  "
    legend = f"{VERSION} version  {CORRECTION} correction  {KILL} kill"
    gap = setting.width - len(axis) - 2 - len(title) - len(legend)
    scale = (f"{' ' * gap}{_scale(axis)}", inks.dim) if gap > 0 else ("", inks.dim)
    head = line((title, inks.dim + Style(bold=True)), (legend, inks.dim), scale)
    return below([head, *(_run(one, axis, setting) for one in (glance.running or ())[:rows])])


def _scale(axis: Axis) -> str:
    """Labels for columns of one cell."""
    line = ""
    for number, label in enumerate(axis.labels):
        if number % 6 == 0 and len(line) <= number:
            line = f"{line.ljust(number)}{label} "
    return line[: len(axis)].rstrip()


def _run(one: Running, axis: Axis, setting: Setting) -> Block:
    inks, newest = setting.inks, one.versions[-1]
    number = f"{len(one.versions)}{VERSIONS}"
    room = setting.width - len(axis) - 9
    pieces: tuple[Piece, ...] = (
        (f"   {fit(clean(newest.headline), room)}", inks.alarm if newest.kind == VersionKind.KILL else inks.plain),
        (f"{number:>3} ", inks.dim),
        (_track(one, axis), inks.accent),
    )
    times = " · ".join(
        f"{dt.datetime.fromtimestamp(entry.when, setting.zone):%H:%M} {entry.kind}" for entry in one.versions
    )
    return leading(ToVersions(newest), f"{count(len(one.versions), 'version')}: {times}", [pieces], setting.width - 1)


def _track(one: Running, axis: Axis) -> str:
    """When the versions came, a cell a step; a line between the first and the last."""
    track = [" "] * len(axis)
    slots = [(axis.slot(entry.when), VersionKind(entry.kind)) for entry in one.versions]
    inside = [slot for slot, _ in slots if slot is not None]
    if inside:
        for at in range(0 if one.versions[0].when < axis.edges[0] else min(inside), max(inside)):
            track[at] = BETWEEN
    for slot, kind in slots:
        if slot is not None:
            track[slot] = {VersionKind.KILL: KILL, VersionKind.CORRECTION: CORRECTION}.get(kind, VERSION)
    return "".join(track)
