"""What the desk's bases share: its panes, its session, and the few things they ask of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from triage.errors import TriageError

Result = TypeVar("Result")

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from textual.screen import Screen

    from triage.model.action import Where
    from triage.model.fact import Fact
    from triage.model.message import Progress
    from triage.model.story import StoryId
    from triage.session import Listing, Session
    from triage.tui.paint import Inks
    from triage.tui.widgets.bar import Bar
    from triage.tui.widgets.fact_pane import FactPane
    from triage.tui.widgets.prompt import Question
    from triage.tui.widgets.reader import Reader
    from triage.tui.widgets.story_list import StoryList

    Base = Screen[None]
else:
    Base = object


class DeskParts(Base):
    """The desk as its bases see it; `DeskScreen` fills it in."""

    session: Session
    inks: Inks
    stories: StoryList
    reader: Reader
    facts: FactPane
    listing: Listing
    zone: dt.tzinfo | None
    today: dt.date
    trust_bar: Bar
    header_bar: Bar
    footer_bar: Bar
    arrivals = 0
    opened: bool
    progress: Progress | None = None

    if TYPE_CHECKING:

        def preview(self) -> None: ...
        def preview_soon(self) -> None: ...
        def where(self) -> Where: ...
        def draw_header(self) -> None: ...
        def list_anew(self, listing: Listing, cursor: StoryId | None = None) -> None: ...
        def _clock(self, when: float) -> str: ...
        def say(self, words: str, *, alarm: bool = False) -> None: ...
        def count_decided(self) -> None: ...
        def take_in(self) -> None: ...
        def advance(self) -> None: ...
        def action_done(self) -> None: ...
        def action_read(self) -> None: ...
        def back_to_fact(self) -> bool: ...
        def back_to_view(self) -> None: ...
        def view_name(self) -> str: ...
        def view_words(self) -> dict[str, str]: ...
        def show_query(self, text: str, cursor: StoryId | None = None, *, name: str = "") -> bool: ...
        def run_pipe(self, line: str) -> None: ...
        def run_verb(self, line: str) -> None: ...
        def watch_decisions(self) -> None: ...
        def ask(self, question: Question) -> None: ...
        def noted(self, story: StoryId, text: str) -> None: ...
        def show_sharing(self, fact: Fact) -> None: ...
        def go_to(self, view: str, story: StoryId) -> None: ...
        def show_listing(self, listing: Listing, cursor: StoryId | None = None) -> None: ...

    def guarded(self, verb: Callable[[], Result]) -> Result | None:
        """Do it; what a person can understand and mend is said in the footer, and None comes back."""
        try:
            return verb()
        except TriageError as error:
            self.say(str(error), alarm=True)
            return None
