"""Every action of the table by its key, at three sizes: each is pressed where it belongs, and what it is for is seen."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest
from seat import Seat, seated
from test_sheets import AGAIN, OLDER, all_extracted
from test_versions import comes

from triage.model.action import ACTIONS, Where
from triage.model.state import State
from triage.session.views import View
from triage.tui.widgets.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = [(80, 24), (120, 40), (200, 60)]

LONG = (
    "Holm asks NATO for more NASAMS\n\nOSLO (Sample Wire) - Defense Minister Kari Holm asked NATO on Monday for ten NASAMS systems.\n\n"
    + "".join(
        f"Paragraph {number} says that Kari Holm waits for NATO in Oslo, and that {number} systems cost $2 million.\n\n"
        for number in range(1, 60)
    )
)


class Sight(NamedTuple):
    """What a person could see of the desk, and what is kept of it."""

    top: str
    focus: str
    listed: tuple[str, ...]
    query: str
    order: str
    day: object
    line: int
    story: str
    decision: object
    suggested: int
    scroll: int
    marked: object
    fact: object
    facts: int
    verdicts: int
    picked: int
    ranging: bool
    asked: str
    split: tuple[int, ...]
    lean: bool
    clip: str
    paper: object
    spot: object
    looked: int
    painted: int
    outside: str


class Tried(NamedTuple):
    """How an action is tried: what is to be seen then against what was seen before; the keys that lead up to it, the pane
    and a part of the headline to stand on; the text of a file that comes meanwhile."""

    seen: Callable[[Sight, Sight], bool]
    keys: tuple[str, ...] = ()
    pane: Where | None = None
    on: str = "Holm asks"
    arrives: str = ""


def state(wanted: State) -> Tried:
    return Tried(lambda b, a: a.decision.state is wanted and a.story != b.story)


def scrolled(by: int, *keys: str) -> Tried:
    return Tried(lambda b, a: (a.scroll - b.scroll) * by > 0, keys)


def moved(by: int, **named) -> Tried:
    return Tried(lambda b, a: (a.line - b.line) * by > 0, **named)


def opens(screen: str, **named) -> Tried:
    return Tried(lambda _, a: a.top == screen, **named)


def asks(purpose: str) -> Tried:
    return Tried(lambda _, a: a.asked == purpose)


def changes(field: str, *keys: str, **named) -> Tried:
    return Tried(lambda b, a: getattr(b, field) != getattr(a, field), keys, **named)


TRIED: dict[str, Tried] = {
    "accept": Tried(lambda b, a: a.decision.state is State.DONE and a.decision.tags != () and a.story != b.story),
    "done": state(State.DONE), "spike": state(State.SPIKED), "later": state(State.LATER),
    "mute": Tried(lambda b, a: a.decision.muted and a.story != b.story),
    "versions": opens("VersionsScreen", on="Fire kills"),
    "refuse": Tried(lambda b, a: a.suggested == b.suggested - 1),
    "pick_tag": opens("TagPicker"), "note": asks("note"),
    "note_in_editor": Tried(lambda _, a: a.decision.note == "from the editor"),
    "copy": Tried(lambda _, a: "Paragraph 59" in a.clip),
    "history": opens("HistoryScreen", keys=("d",)),
    "return": Tried(lambda b, a: a.line < b.line, ("G",)),
    "open_source": Tried(lambda _, a: "Paragraph 59" in a.outside), "pipe": asks("pipe"),
    "undo": Tried(lambda b, a: b.decision.tags and not a.decision, ("d",)),
    "redo": Tried(lambda _, a: a.decision.tags == ("defense",), ("d", "u")),
    "select": Tried(lambda b, a: a.picked == 1 and a.line == b.line + 1),
    "select_range": Tried(lambda _, a: a.ranging and a.picked == 1),
    "select_all": Tried(lambda _, a: a.picked == len(a.listed)),
    "select_invert": Tried(lambda _, a: a.picked == len(a.listed) - 1, ("v",)),
    "down": moved(1), "up": moved(-1), "page_down": moved(1), "page_up": moved(-1), "first": moved(-1), "last": moved(1),
    "next_undecided": moved(1), "previous_undecided": moved(-1),
    "read": Tried(lambda _, a: a.focus == "reader"),
    "back": Tried(lambda b, a: (b.focus, a.focus) == ("reader", "list"), pane=Where.READER),
    "scroll_down": scrolled(1), "scroll_up": scrolled(-1, "G"), "page_or_done": scrolled(1), "text_page_down": scrolled(1),
    "text_page_up": scrolled(-1, "G"), "text_start": scrolled(-1, "G"), "text_end": scrolled(1),
    "next_story": moved(1), "previous_story": moved(-1), "find": asks("find"),
    "place_before": changes("marked", "G"), "place_after": changes("marked"),
    "facts": Tried(lambda _, a: a.focus == "facts"),
    **{one: changes("fact") for one in ("fact_down", "fact_first", "fact_last", "fact_up", "fact_before", "fact_after")},
    "fact_text": Tried(lambda b, a: a.focus == "reader" and a.fact == b.fact and a.marked),
    "fact_reject": Tried(lambda b, a: a.verdicts == b.verdicts + 1),
    "fact_correct": opens("KindPicker"), "fact_stories": Tried(lambda _, a: "NATO" in a.query and a.focus == "list"),
    "dossier": opens("DossierScreen"), "fact_tag": opens("TagAll"),
    "fact_fold": Tried(lambda b, a: a.facts < b.facts), "fact_fold_all": Tried(lambda b, a: a.facts < b.facts),
    "fact_unfold": Tried(lambda b, a: a.facts > b.facts, ("left",)),
    "query": asks("query"), "order": changes("order"),
    "day_before": Tried(lambda b, a: a.day < b.day), "day_after": Tried(lambda b, a: a.day > b.day, ("left",)),
    "every_day": Tried(lambda b, a: b.day and a.day is None and len(a.listed) > len(b.listed)),
    **{f"view_{key}": Tried(lambda _, a, key=key: f"words:>{key}" in a.query) for key in "123456789"},
    "save_view": asks("view"), "verb": asks("verb"),
    "refresh": Tried(lambda b, a: len(a.listed) == len(b.listed) + 1, arrives="Late\n\nBONN (Sample Wire) - It came late.\n"),
    # One pane at a time has a line to move only where a fact is seen with its text.
    "split_back": changes("split", pane=Where.FACTS), "split_on": changes("split", pane=Where.FACTS),
    "pane": changes("focus"), "day": opens("DayScreen"),
    "sheet_open": changes("top"), "sheet_down": changes("spot"), "sheet_up": changes("spot", "down"),
    "sheet_left": changes("spot", "right"), "sheet_right": changes("spot"),
    "sheet_page_down": changes("spot"), "sheet_page_up": changes("spot", "G"), "sheet_first": changes("spot", "G"),
    "sheet_last": changes("spot"), "sheet_stories": Tried(lambda _, a: a.top == "DeskScreen" and a.focus == "list"),
    "sheet_every_day": Tried(lambda b, a: b.paper and a.paper is None),
    "sheet_day_before": Tried(lambda b, a: a.paper < b.paper),
    "sheet_day_after": Tried(lambda b, a: a.paper > b.paper, ("left_square_bracket",)),
    "sheet_refresh": Tried(lambda b, a: a.looked > b.looked), "sheet_back": opens("DeskScreen"), "sheet_help": opens("HelpScreen"),
    "help": opens("HelpScreen"), "redraw": Tried(lambda b, a: a.painted > b.painted),
    "lean": Tried(lambda b, a: a.lean is not b.lean), "palette": opens("Palette"), "quit": opens("nothing"),
    "suspend": Tried(lambda _, a: a.outside == "the shell"),
}  # fmt: skip


class Trier:
    """Stands where an action belongs, presses its key, and looks."""

    def __init__(self, seat: Seat, outside, add: Callable[..., object]) -> None:
        self.seat, self.desk, self.app, self.outside, self.add = seat, seat.screen, seat.pilot.app, outside, add
        self.painted = 0
        repaint = self.app.repaint

        def counted() -> None:
            self.painted += 1
            repaint()

        self.app.repaint = counted
        self.app.action_suspend_process = lambda: outside.write_text("the shell")

    def sight(self, story: str = "") -> Sight:
        desk, session, top = self.desk, self.seat.session, self.app.screen
        here = desk.stories.story
        sheet = top if hasattr(top, "paper") else None
        asked = desk.query(Prompt)
        panes = (desk.query_one(f"#{pane}").outer_size for pane in ("list", "reader", "known"))
        picked = desk.selection
        return Sight(
            top=type(top).__name__ if self.app.is_running and not self.app._exit else "nothing",
            focus=getattr(desk.focused, "id", "") or "",
            listed=tuple(desk.stories.ids), query=desk.listing.text, order=str(desk.listing.order), day=desk.listing.day,
            line=desk.stories.cursor, story=here, decision=session.store.decision(story or here),
            suggested=len(session.suggestions(here)), scroll=desk.reader.scroll_offset.y, marked=desk.reader._marked,
            fact=(desk.facts._cursor, desk.facts.fact), facts=desk.facts.line_count(), verdicts=len(session.verdicts(here)),
            picked=len(picked.stories) if picked else 0, ranging=bool(picked and picked.ranging),
            asked=asked.first().question.purpose if asked else "",
            split=tuple(side for size in panes for side in size), lean=self.app.lean, clip=self.app.clipboard,
            paper=sheet and sheet.paper.day, spot=sheet and sheet.sheet.spot, looked=sheet._asked if sheet else 0,
            painted=self.painted, outside=self.outside.read_text() if self.outside.exists() else "",
        )  # fmt: skip

    async def stand(self, pane: Where, on: str) -> None:
        """In a pane, the desk as it was at first; an action anywhere is tried in the list."""
        seat, desk = self.seat, self.desk
        if pane is Where.SHEET and hasattr(self.app.screen, "paper"):
            self.app.pop_screen()
        while self.app.screen is not desk:
            await self.app.pop_screen()
        while desk.query(Prompt):
            await seat.press("escape")
        while seat.session.undo():
            pass
        desk.pick(None)
        desk.travel = 1
        desk.facts._fold(frozenset())
        desk.trail, desk._returns = (), ()
        desk.see(())
        desk.set_focus(desk.stories)
        seat.session.renew()
        day = seat.session.days.newest()
        desk.list_anew(seat.session.listing(seat.session.on_day("", day)))
        entries = seat.session.entries(desk.stories.ids)
        assert any(on in one.headline for one in entries), [one.headline for one in entries]
        desk.stories.go(next(line for line, one in enumerate(entries) if on in one.headline))
        if pane is Where.READER:
            desk.action_read()
        elif pane is Where.FACTS:
            desk.action_facts()
        desk.preview()
        await asyncio.sleep(0)
        desk.reader.scroll_to(y=0, animate=False)
        desk.reader.mark(())
        if pane is Where.FACTS:
            lines = desk.facts._lines
            desk.facts.go(next(n for n, line in enumerate(lines) if line.fact and line.fact.text == "NATO"))
        if pane is Where.SHEET:
            desk.action_day()
            await seat.until(lambda: hasattr(self.app.screen, "sheet") and bool(self.app.screen.sheet.spot))
        if pane is not Where.LIST and pane is not Where.ANYWHERE:
            await seat.pilot.pause()

    async def does(self, action) -> bool:
        tried = TRIED[action.id]
        await self.stand(tried.pane or action.where, tried.on)
        for key in tried.keys:
            await self.seat.pilot.press(key)
        before = self.sight()
        if tried.arrives:
            self.add("late.txt", tried.arrives, age=2)
        await self.seat.pilot.press(action.keys[0])
        for _ in range(150):
            if tried.seen(before, self.sight(before.story)):
                return True
            await self.seat.pilot.pause(0.02)
        print(action.id, before, self.sight(before.story), sep="\n")
        return False


def test_every_action_is_tried():
    assert {action.id for action in ACTIONS} == TRIED.keys()


@pytest.mark.parametrize("size", SIZES)
async def test_every_action_does_what_it_is_for_by_its_key(desk, size, monkeypatch, tmp_path):
    # Pilot waits for what a key does in steps of that size, twice a key.
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.004)
    outside = tmp_path / "outside"
    pager, editor = tmp_path / "pager.py", tmp_path / "editor.py"
    pager.write_text(f"import shutil, sys; shutil.copy(sys.argv[1], {str(outside)!r})")
    editor.write_text("import sys; open(sys.argv[1], 'w').write('from the editor')")
    monkeypatch.setenv("PAGER", f"{sys.executable} {pager}")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {editor}")
    desk.add("long.txt", LONG, age=90)
    desk.add("older.txt", OLDER + AGAIN)
    comes(desk, 0, "Fire kills 3 in Ostby, house lost")
    comes(desk, 1, "UPDATE 1-Fire kills 4 in Ostby, house lost")
    async with seated(desk, size) as seat:
        await all_extracted(seat)
        monkeypatch.setattr(seat.pilot.app, "suspend", contextlib.nullcontext)
        for key in "123456789":
            seat.session.save_view(key, View(f"longer than {key}", f"words:>{key}"))
        trier = Trier(seat, outside, desk.add)
        in_turn = sorted(ACTIONS, key=lambda one: one.id == "quit")  # the end comes last
        assert [action.id for action in in_turn if not await trier.does(action)] == []
