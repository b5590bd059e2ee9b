"""A dossier set as a sheet: what an entity is said to be, what it said and did, who is named with it, and where all that stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

from triage.model.deeds import actor, besides, deed, fate, hurt
from triage.model.entity import Entity
from triage.model.fact import FactKind
from triage.session.dossier import Part
from triage.tui.blocks import Block, ToEntity, ToStory, below, beside, leading, line
from triage.tui.fact_lines import dates, doubtful
from triage.tui.paint import DOUBT
from triage.tui.words import clean, count, cut, fit, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from triage.session.dossier import Dossier, Named, Told
    from triage.tui.paint import Inks
    from triage.tui.widgets.line_view import Piece

TWO_COLUMNS = 110
"""Cells from which on what is short stands beside what is long."""

QUOTE_LINES = 3
"""Lines of one quote at most: the rest is read in the story."""

MOST = 400
"""Lines of one part at most: a sheet is set anew with every width."""

NAMES = 12
"""Names that are named beside it at most, where they stand below all else."""

SOURCE = 12
"""Cells for a story's source at most."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a sheet is set: with these inks, times as the list writes them."""

    inks: Inks
    clock: Callable[[float], str]
    source: int = SOURCE


def dossier_block(dossier: Dossier, width: int, setting: Setting) -> Block:
    """The dossier in so many cells: in two columns where there is room."""
    if not dossier.stories:
        return _nothing(dossier, setting.inks)
    sources = (cell_len(clean(told.entry.source)) for told in dossier.told(Part.STORIES)[:MOST])
    setting = replace(setting, source=min(SOURCE, max(sources, default=0)))
    if width < TWO_COLUMNS:
        return below(
            _spaced(
                [
                    *_who(dossier, width, setting),
                    *_what(dossier, width, setting),
                    *_others(dossier, width, setting, NAMES),
                ]
            )
        )
    left = width * 62 // 100
    right = width - left
    columns = [
        (below(_spaced(_what(dossier, left - 3, setting))), left),
        (below(_spaced([*_who(dossier, right, setting), *_others(dossier, right, setting, MOST)])), right),
    ]
    return beside(columns, setting.inks.plain)


def main_role(dossier: Dossier) -> str:
    """What most stories say that it is, of what is said in full: who is called a minister, and of what."""
    roles = dossier.told(Part.ROLES)
    whole = [told for told in roles if told.fact.value.get("of")]
    return _role((whole or list(roles))[0]) if roles else ""


def _nothing(dossier: Dossier, inks: Inks) -> Block:
    """Empty states speak."""
    if not dossier.whole:
        return line((" reading …", inks.dim))
    name = clean(dossier.entity.name)
    where = f"No story of this day names {name}: 0 looks at every day." if dossier.day else f"No story names {name}."
    return line((f" {where}", inks.dim))


def _who(dossier: Dossier, width: int, setting: Setting) -> Iterator[Block]:
    """What it is, and who holds what office in it."""
    inks = setting.inks
    roles = [
        _counted(_role(told), told, ToStory(told.entry, told.fact), _opens(told), inks.plain, width, inks)
        for told in dossier.told(Part.ROLES)
    ]
    if len(roles) > 1 or dossier.entity.kind is FactKind.PERSON:  # else the head says it
        yield _part("is", roles, inks)
    holders = []
    for told in dossier.told(Part.HOLDERS)[:MOST]:
        name, role = clean(str(told.fact.value["name"])), clean(str(told.fact.value.get("role") or ""))
        words = f"{name}  {role}" if role else name
        lead = ToEntity(Entity(FactKind.PERSON, str(told.fact.value["name"])))
        holders.append(_counted(words, told, lead, f"the dossier of {name}", inks.plain, width, inks))
    yield _part("its people", holders, inks)


def _what(dossier: Dossier, width: int, setting: Setting) -> Iterator[Block]:
    """What it said and did, what was done to it, and the stories."""
    inks = setting.inks
    quotes = [
        _telling(told, _quote(told), width, setting, lines=QUOTE_LINES) for told in dossier.told(Part.QUOTES)[:MOST]
    ]
    if not quotes and dossier.whole and dossier.entity.kind is FactKind.PERSON:
        quotes = [line(("   nothing that is quoted", inks.dim))]
        yield _part("said", quotes, inks, number=0)
    else:
        yield _part("said", quotes, inks)
    told_as: tuple[tuple[str, Part, Callable[[Told], str]], ...] = (
        ("did", Part.DEEDS, _deed), ("what others did", Part.SUFFERED, _suffered),
        ("casualties", Part.CASUALTIES, _casualty), ("how many", Part.FIGURES, _figure),
    )  # fmt: skip
    for heading, part, words in told_as:
        yield _part(heading, [_telling(one, words(one), width, setting) for one in dossier.told(part)[:MOST]], inks)
    stories = [
        _telling(told, clean(told.entry.headline), width, setting, times=len(told.fact.mentions))
        for told in dossier.told(Part.STORIES)[:MOST]
    ]
    yield _part("stories", stories, inks, number=len(dossier.told(Part.STORIES)))


def _others(dossier: Dossier, width: int, setting: Setting, names: int) -> Iterator[Block]:
    """Others of its name, and who is named in the same stories."""
    yield _part("of a like name", [_named(one, width, setting.inks) for one in dossier.namesakes], setting.inks)
    yield _part(
        "in the same stories", [_named(one, width, setting.inks) for one in dossier.company[:names]], setting.inks
    )


def _spaced(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks that are not empty, with a blank line above each."""
    for block in blocks:
        if block.lines:
            yield line()
            yield block


def _part(heading: str, blocks: Sequence[Block], inks: Inks, number: int | None = None) -> Block:
    if not blocks:
        return Block()
    counted = len(blocks) if number is None else number
    head = line(
        (f" {heading.upper()}", inks.dim + Style(bold=True)), (f" {counted:,}" if counted > 1 else "", inks.dim)
    )
    return below([head, *blocks])


def _telling(told: Told, words: str, width: int, setting: Setting, *, lines: int = 1, times: int = 1) -> Block:
    """Time, source, and what the story states; more lines of it stand under its beginning."""
    inks, entry = setting.inks, told.entry
    lead = f"{setting.clock(entry.when)}  {fit(clean(entry.source), setting.source)} "
    after = f" · {told.stories} stories" if told.stories > 1 else f" ×{times}" if times > 1 else ""
    doubt = DOUBT if doubtful(told.fact) else ""
    room = max(8, width - cell_len(lead) - 2 - cell_len(doubt))
    if lines == 1:
        pieces = [cut(words, max(8, room - cell_len(after)))]
    else:
        pieces = _broken(words, room, lines, cell_len(after))
    ink = inks.kind(FactKind.QUOTE) if told.fact.kind is FactKind.QUOTE else inks.plain
    drawn: list[tuple[Piece, ...]] = []
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        before = lead if number == 0 else " " * cell_len(lead)
        drawn.append(
            (
                (f" {before}", inks.dim),
                (piece, ink),
                (doubt if last else "", inks.alarm),
                (after if last else "", inks.dim),
            )
        )
    return leading(ToStory(entry, told.fact), _opens(told), drawn, width)


def _broken(words: str, room: int, lines: int, after: int) -> list[str]:
    """Words in at most so many lines, with room for what comes after the last one."""
    ends = list(wrap(words, room))
    if len(ends) > lines:
        start = ends[lines - 1][0]
        return [*(words[a:b] for a, b in ends[: lines - 1]), cut(words[start:], max(8, room - after))]
    whole = [words[a:b] for a, b in ends] or [""]
    if cell_len(whole[-1]) + after > room:
        whole[-1] = cut(whole[-1], max(8, room - after)) if len(whole) == lines else whole[-1]
        if cell_len(whole[-1]) + after > room:
            whole.append("")
    return whole


def _counted(words: str, told: Told, lead: ToStory | ToEntity, about: str, ink: Style, width: int, inks: Inks) -> Block:
    stories = count(told.stories, "story")
    room = max(8, width - cell_len(stories) - 5)
    pieces: tuple[Piece, ...] = ((f"   {fit(words, room)} ", ink), (stories, inks.dim))
    return leading(lead, about, [pieces], width - 1)


def _named(one: Named, width: int, inks: Inks) -> Block:
    stories = count(one.stories, "story")
    name = clean(one.entity.name)
    room = max(8, width - cell_len(stories) - 5)
    pieces: tuple[Piece, ...] = ((f"   {fit(name, room)} ", inks.kind(one.entity.kind)), (stories, inks.dim))
    return leading(ToEntity(one.entity), f"the dossier of {name}", [pieces], width - 1)


def _opens(told: Told) -> str:
    return f"{told.entry.source + ': ' if told.entry.source else ''}{told.entry.headline}"


def _role(told: Told) -> str:
    value = told.fact.value
    parts = {
        FactKind.PERSON: (value.get("role"), value.get("of")), FactKind.ORGANIZATION: (value.get("type"),),
        FactKind.PLACE: (value.get("type"), value.get("country")), FactKind.WEAPON: (value.get("class"),),
    }.get(told.fact.kind, ())  # fmt: skip
    return clean(", ".join(str(part) for part in parts if part))


def _quote(told: Told) -> str:
    content = clean(str(told.fact.value.get("content") or told.fact.text))
    return f"“{content}”" if told.fact.value.get("direct", True) else content


def _deed(told: Told) -> str:
    return clean(" · ".join(part for part in (deed(told.fact.value).removeprefix("─ "), _besides(told)) if part))


def _suffered(told: Told) -> str:
    value = told.fact.value
    return clean(" · ".join(part for part in (f"{actor(value)} {deed(value)}", _besides(told)) if part))


def _besides(told: Told) -> str:
    """What else is known of an event, its date as dates are written everywhere."""
    start, _, end = str(told.fact.value.get("date") or "").partition("..")
    return besides({**told.fact.value, "date": dates(start, end or start) if start else None})


def _casualty(told: Told) -> str:
    return clean(f"{hurt(told.fact.value)} {fate(told.fact.value)}")


def _figure(told: Told) -> str:
    value = told.fact.value
    number = value.get("number")
    figure = f"{number:,}" if isinstance(number, int | float) else ""
    return clean(" ".join(str(part) for part in (value.get("modifier"), figure, value.get("unit")) if part))
