"""Who decided what about a story, and when: the newest act first."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType

from triage.model.decision import KEEPER
from triage.model.telling import episode_words
from triage.tui.screens.scrolling import ScrollScreen
from triage.tui.widgets.bar import Bar
from triage.tui.widgets.set_view import SetView
from triage.tui.words import clean, count, cut, fit, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.app import ComposeResult

    from triage.model.decision import Episode
    from triage.model.fact import Fact
    from triage.tui.paint import Inks
    from triage.tui.widgets.line_view import Piece

TEXT = 110
"""Cells of a line at most."""

DAY = 12
"""Cells for the day, which is said where it is another than on the line above: Fri 27 Apr, or 27 Apr 2018."""


class _Episodes(SetView):
    """The acts, in lines."""

    EDGE = 1

    def __init__(
        self, history: Sequence[Episode], facts: Sequence[Fact], user: str, zone: dt.tzinfo | None, inks: Inks
    ) -> None:
        super().__init__(inks, id="episodes")
        self._history = history
        self._names = {fact.id: fact.text for fact in facts}
        self._versions = {episode.change.story: episode.version for episode in history}
        self._user = user
        self._zone = zone

    def set_lines(self) -> Iterable[list[Piece]]:
        """Day, time, who, which version, what; what is long goes on below itself."""
        width = max(30, min(TEXT, self.size.width - 2))
        inks, day, year = self.inks, "", dt.datetime.now(self._zone).year
        who_room = min(14, max((cell_len(self._who(one)) for one in self._history), default=0))
        several = len({*self._versions.values()}) > 1
        for episode in self._history:
            when = dt.datetime.fromisoformat(episode.act.at).astimezone(self._zone)
            here = f"{when:%a} {when.day} {when:%b}" if when.year == year else f"{when.day} {when:%b %Y}"
            before: list[Piece] = [
                (fit("" if here == day else here, DAY), inks.dim),
                (f"{when:%H:%M}  ", inks.plain),
                (fit(self._who(episode), who_room) + "  ", inks.dim if episode.act.by == KEEPER else inks.accent),
            ]
            if several:
                before.append((f"v{episode.version:<3}", inks.dim))
            day = here
            indent = sum(cell_len(text) for text, _ in before)
            words = clean(episode_words(episode, self._versions, self._names))
            ink = inks.dim if episode.act.undoes is not None else inks.plain
            for number, (start, end) in enumerate(wrap(words, max(16, width - indent))):
                lead = before if number == 0 else [(" " * indent, inks.plain)]
                yield [*lead, (words[start:end], ink)]

    def _who(self, episode: Episode) -> str:
        return "you" if episode.act.by == self._user else clean(episode.act.by)


class HistoryScreen(ScrollScreen):
    """The acts of one story; any of its own keys leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,enter", "leave", "Back", show=False),
    ]
    DEFAULT_CSS = """
    HistoryScreen { background: $background; }
    HistoryScreen > Bar { height: 1; }
    HistoryScreen > #episodes { height: 1fr; margin: 1 0 0 0; }
    """

    def __init__(
        self, history: Sequence[Episode], facts: Sequence[Fact], user: str, zone: dt.tzinfo | None, inks: Inks
    ) -> None:
        super().__init__()
        self._history = history
        self._episodes = _Episodes(history, facts, user, zone, inks)
        self._inks = inks

    def compose(self) -> ComposeResult:
        """The headline, how many acts by how many, the acts, the keys."""
        yield Bar(self._inks, id="history-headline")
        yield Bar(self._inks, id="history-count")
        yield self._episodes
        yield Bar(self._inks, id="history-keys")

    def on_mount(self) -> None:
        """Say what stands still."""
        inks = self._inks
        people = len({episode.act.by for episode in self._history if episode.act.by != KEEPER})
        said = (
            f"{count(len(self._history), 'act')}, {people:,} {'person' if people == 1 else 'people'}, the newest first"
        )
        self.query_one("#history-count", Bar).say([(f" {said}", inks.dim)])
        keys: list[Piece] = [(" j k", inks.strong), (" scroll", inks.dim)]
        self.query_one("#history-keys", Bar).say(keys, [("esc", inks.strong), (" back ", inks.dim)])
        self._episodes.focus()

    def on_resize(self) -> None:
        """The headline is cut for the width."""
        headline = clean(self._history[0].change.headline)
        words = cut(headline, max(8, self.app.size.width - 2))
        self.query_one("#history-headline", Bar).say([(f" {words}", self._inks.strong)])
