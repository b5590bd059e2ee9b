"""Finding: a query for the list, words in the story; whatever is typed into the prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Key
from textual.message import Message

from triage.errors import QueryError
from triage.model.order import Order
from triage.tui.screens.viewing import Stop, Viewing
from triage.tui.words import count, day

if TYPE_CHECKING:
    import datetime as dt

    from textual.widget import Widget

    from triage.session import Listing
    from triage.tui.widgets.prompt import Prompt, Question


class Finding(Viewing):
    """The prompt opens under the panes; what is typed shows at once, `enter` keeps it, `esc` takes it back.

    A query that says nothing of time is kept to the day in view, and goes beyond it where that day has nothing.
    """

    _before: Stop | None = None
    _before_at = 0
    """On which line of what is seen the cursor was before."""
    _before_prompt: Widget
    _ahead: list[Key] | None = None
    """Keys that came while a prompt was opening."""
    _awaited = 0
    """Of the two queues in which there may still be such keys, that of the pane and the desk's own, how many."""
    _scope: dt.date | None = None

    class Asked(Message):
        """A prompt is opening: comes behind the keys that a pane has already been given."""

    # A query

    def action_query(self) -> None:
        """Filter the list."""
        from triage.tui.widgets.prompt import KEYS, Question

        listing = self.listing
        self._before, self._scope, self._before_at = self.stop_here(), listing.day, self.stories.cursor_at
        text = self.session.on_day(listing.text, None) if listing.day else listing.text
        before = f"{listing.day:%a} {listing.day.day} {listing.day:%b}" if listing.day else "every day"
        keys = f"tab completes · {KEYS}"
        self.ask(Question("query", "/", text, before=before, complete=self.session.complete, keys=keys))

    def action_find(self) -> None:
        """Find in the story."""
        from triage.tui.widgets.prompt import Question

        self.ask(Question("find", "find: ", keys="enter keeps, [ and ] go from match to match · esc goes back"))

    def _found(self, typed: str) -> Listing:
        """What is found so far, on the day in view or, where that has nothing, on every day. Raises QueryError."""
        text = self.session.kept_to(typed, self._scope)
        listing = self.session.listing(text)
        if listing.day and not listing.ids and listing.elsewhere:
            return self.session.listing(self.session.on_day(text, None))
        return listing

    def _show_found(self, listing: Listing) -> None:
        """The cursor goes to the best match; where there is none, it keeps its story."""
        best = listing.ids[0] if listing.ids and listing.order is Order.MATCH else None
        self.show_listing(listing, best)

    def _say_found(self, listing: Listing) -> str:
        if not listing.asked:
            return ""
        if self._scope and not listing.day and listing.ids:
            return f"nothing on {day(self._scope)}, {count(len(listing.ids), 'match')} on other days"
        missing = f", {count(listing.missing, 'story')} without facts yet" if listing.missing else ""
        return f"{count(len(listing.ids), 'match')}{missing}"

    # The prompt

    def ask(self, question: Question) -> None:
        """Open the prompt, unless it is open."""
        from triage.tui.widgets.prompt import Prompt  # late: the input widget is a tenth of a start

        if not self.query(Prompt):
            self._before_prompt = self.focused or self.stories
            self.set_class(bool(question.keys), "asking")
            self.mount(Prompt(self.inks, question), before="#footer")
            self._ahead, self._awaited = [], 2
            self.set_focus(None)  # what is typed from now on is not meant for a pane
            self._before_prompt.post_message(self.Asked())

    def on_key(self, event: Key) -> None:
        """What is typed while the prompt opens is kept for it."""
        if self._ahead is not None:
            event.stop()
            event.prevent_default()
            self._ahead.append(event)

    def on_finding_asked(self, message: Asked) -> None:
        """The pane has handed on all the keys that it had."""
        message.stop()
        self.type_ahead()

    def type_ahead(self) -> None:
        """One queue more has no such keys; after the last the prompt gets them, in their turn. A slow line sends several at once."""
        self._awaited -= 1
        if self._ahead is not None and not self._awaited:
            from triage.tui.widgets.prompt import Prompt

            ahead, self._ahead = self._ahead, None
            self.query_one(Prompt).type_ahead(sorted(ahead, key=lambda event: event.time))

    def on_prompt_typed(self, message: Prompt.Typed) -> None:
        """Show at once what is found so far."""
        message.stop()
        if message.purpose == "find":
            places = self.reader.mark_found(message.text)
            message.prompt.complain(None, count(places, "match") if message.text else "")
        if message.purpose != "query" or not message.prompt.is_attached:
            return
        try:
            listing = self._found(message.text)
        except QueryError as error:
            message.prompt.complain(error)
        else:
            message.prompt.complain(None, self._say_found(listing))
            self._show_found(listing)

    async def on_prompt_ended(self, message: Prompt.Ended) -> None:
        """Keep what was found, or go back to what was there before."""
        message.stop()
        if message.purpose == "query" and message.kept and not self._keep(message):
            message.prompt.go_on()
            return
        late = [Key(event.key, event.character) for event in message.prompt.late]
        self.remove_class("asking")
        # Before the prompt goes: Textual would let the next widget have the keys, and that one would show its fact.
        {"query": self.stories, "find": self.reader}.get(message.purpose, self._before_prompt).focus()
        await message.prompt.remove()
        self._done_with(message)
        for event in late:
            (self.focused or self.stories).post_message(event)

    def _done_with(self, message: Prompt.Ended) -> None:
        if message.purpose == "query" and not message.kept and self._before:
            self.return_to(self._before)
            self.stories.hold_cursor_at(self._before_at)
        elif message.purpose == "find" and not message.kept:
            self.reader.mark(())
        elif message.kept and message.purpose == "note":
            self.noted(message.text, in_editor=message.in_editor)
        elif message.kept and message.purpose == "view":
            self.save_as(message.text)
        elif message.kept and message.purpose == "verb":
            self.run_verb(message.text)
        elif message.kept and message.purpose == "pipe":
            self.pipe_to(message.text)

    def _keep(self, message: Prompt.Ended) -> bool:
        """Whether the query can be kept: what is wrong with it is said where it is typed."""
        try:
            listing = self._found(message.text)
            self.session.check(message.text)
        except QueryError as error:
            message.prompt.complain(error)
            return False
        before = (self._before or self.stop_here())._replace(pane="list")
        self.leave(before, listing)
        self._show_found(listing)
        self.jumped(before, self.landed)
        self.count_decided()
        return True
