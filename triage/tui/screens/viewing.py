"""Lists and the way between them: days, orders, saved views, the stories that share a fact, and back to where one was."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from triage.model.order import Order
from triage.tui.screens.returning import Returning, jump
from triage.tui.words import clean, count

if TYPE_CHECKING:
    import datetime as dt

    from triage.model.fact import Fact
    from triage.model.story import StoryId
    from triage.session import Listing
    from triage.session.views import View

FARTHEST_BACK = 50
"""Lists that `esc` can go back to."""


class Stop(NamedTuple):
    """Where the person was: the list's query and what it is called, the story, the panes that were seen and the one in use."""

    view: str
    name: str
    story: StoryId | None
    places: frozenset[str]
    pane: str


_ORDERED = {Order.MATCH: "best match first", Order.OLDEST: "oldest first", Order.TIME: "newest first"}


class Viewing(Returning):
    """Each list is a query's text; those before it are a trail that `esc` goes back."""

    trail: tuple[Stop, ...] = ()
    _named: tuple[str, str] = ("", "")

    @jump
    def show_query(self, text: str, cursor: StoryId | None = None, *, name: str = "", top: bool = False) -> bool:
        """List what a query finds, from its `top` if that is wanted; what is wrong with it is said. The list before is what
        `esc` returns to."""
        listing = self.guarded(lambda: self.session.listing(text))
        if listing is None:
            return False
        self.leave(self.stop_here(), listing)
        self._named = (listing.text, name)
        self.show_listing(listing, listing.ids[0] if top and listing.ids else cursor)
        return True

    def view_name(self) -> str:
        """What the person calls the list, "" when it has no name."""
        text, name = self._named
        return name if name and text == self.listing.text else ""

    # Days, orders, views

    @jump
    def action_day_before(self) -> None:
        """The day before that has stories."""
        self._step_day(-1)

    @jump
    def action_day_after(self) -> None:
        """The day after that has stories."""
        self._step_day(1)

    def _step_day(self, by: int) -> None:
        days = self.session.days
        here = self.listing.day
        there = days.beside(here, by) if here else self._cursor_day()
        if there is None:
            self.say("no story is older" if by < 0 else "no story is newer" if here else "there are no stories")
            return
        text = self.guarded(lambda: self.session.on_day(self.listing.text, there))
        listing = self.guarded(lambda: self.session.listing(text)) if text is not None else None
        if listing:
            self.show_listing(listing)
            self.count_decided()

    def _cursor_day(self) -> dt.date | None:
        row = self.stories.row(self.stories.cursor)
        return self.session.days.day_of(row.entry.when) if row else self.session.days.newest()

    @jump
    def action_every_day(self) -> None:
        """The same on every day, or only on the day of the story under the cursor."""
        to = None if self.listing.day else self._cursor_day()
        text = self.guarded(lambda: self.session.on_day(self.listing.text, to))
        listing = self.guarded(lambda: self.session.listing(text)) if text is not None else None
        if listing:
            self.show_listing(listing, self.stories.story)
            self.count_decided()

    def action_order(self) -> None:
        """Another order; the cursor keeps its story."""
        listing = self.listing
        from triage.model.query import searched
        from triage.query import parse

        orders = [order for order in Order if order is not Order.MATCH or searched(parse(listing.text))]
        to = orders[(orders.index(listing.order) + 1) % len(orders)]
        another = self.guarded(lambda: self.session.listing(self.session.in_order(listing.text, to)))
        if another:
            self.show_listing(another, self.stories.story)
            self.say(f"by {to.value}" if to not in (Order.MATCH, Order.OLDEST, Order.TIME) else _ORDERED[to])

    @jump
    def action_view(self, key: int) -> None:
        """List what the view under that key asks for."""
        views = self.guarded(self.session.views)
        if views is None:
            return
        view = views.get(str(key))
        if view is None:
            self.say(f"no view has the key {key} yet: + saves the list under it")
            return
        self.leave_reading()
        if self.show_query(view.query, name="" if view.query == "day:newest" else view.name, top=True):
            self.count_decided()

    def action_save_view(self) -> None:
        """Save the list as a view."""
        from triage.tui.widgets.prompt import KEYS, Question

        views = self.guarded(self.session.views)
        if views is not None:
            free = next((key for key in "56789" if key not in views), "9")
            taken = " · ".join(f"{key} {clean(view.name)}" for key, view in views.items())
            name = self.view_name() or self.listing.asked or ("the newest day" if self.listing.day else "every day")
            keys = f"key and name; a key alone forgets its view · {KEYS}"
            self.ask(Question("view", "save as: ", f"{free} {name}", keys=keys, above=taken))

    def save_as(self, typed: str) -> None:
        """Save the list under the key and the name that were typed."""
        key, _, name = typed.strip().partition(" ")
        from triage.session.views import KEYS, View

        if key not in KEYS:
            self.say("a view is saved under a key from 1 to 9", alarm=True)
            return
        # A day is not what people come back for: views are about every day, unless they say newest.
        query = self.session.on_day(self.listing.text, None) or ("day:newest" if self.listing.day else "sort:time")
        view = View(" ".join(name.split()), query) if name.strip() else None
        self.guarded(lambda: self._saved(key, view))

    def _saved(self, key: str, view: View | None) -> None:
        self.session.save_view(key, view)
        self.say(f"{key} lists: {view.name}" if view else f"the view under {key} is forgotten")

    def view_words(self) -> dict[str, str]:
        """What the keys of views list, by their actions."""
        views = self.guarded(self.session.views) or {}
        return {f"view_{key}": f"View: {clean(view.name)}" for key, view in views.items()}

    # Going back

    @jump
    def show_sharing(self, fact: Fact) -> None:
        """List the stories that share a fact; `esc` returns to it."""
        stop = self.stop_here()
        listing = self.guarded(lambda: self.session.sharing(fact))
        if listing is None:
            self.say("this fact has no name to look for")
            return
        self.leave_reading()
        self.leave(stop, listing)
        self._named = (listing.text, str(fact.value.get("name") or fact.text))
        self.show_listing(listing, self.stories.story)
        self.count_decided()
        self.say(f"{count(len(listing.ids), 'story')} on every day; 0 keeps to one, esc goes back")

    @jump
    def back_to_view(self) -> None:
        """To the list before this one; from the first one, to the newest day; there a message that is read goes."""
        if self.trail:
            stop, self.trail = self.trail[-1], self.trail[:-1]
            self.return_to(stop)
            return
        self.unsay()
        if self.listing.text != (first := self.session.first_view()):
            listing = self.guarded(lambda: self.session.listing(first))
            if listing:
                self.show_listing(listing)
                self.count_decided()

    def go_to(self, view: str, story: StoryId) -> None:
        """To a story in a view that had it once; where it no longer has, to the story's day, else to every day."""
        entry = self.session.entry(story)
        own_day = self.session.days.day_of(entry.when) if entry else None
        tries = [view, self.session.on_day("", own_day), ""] if own_day else [view, ""]
        for text in tries:
            listing = self.guarded(partial(self.session.listing, text))
            if listing and story in listing.ids:
                self.leave(self.stop_here(), listing)
                self.show_listing(listing, story)
                return

    def stop_here(self) -> Stop:
        """Where the person is."""
        return Stop(
            self.listing.text,
            self.view_name(),
            self.stories.story,
            self.places(),
            getattr(self.focused, "id", "") or "",
        )

    def leave(self, stop: Stop, listing: Listing) -> None:
        """Note the way back, when another list comes."""
        if listing.text != stop.view:
            self.trail = (*self.trail[1 - FARTHEST_BACK :], stop)

    def return_to(self, stop: Stop) -> None:
        """Back to where the person was: list, story, panes. The list that is there stays as it is."""
        here = stop.view == self.listing.text
        listing = self.listing if here else self.guarded(lambda: self.session.listing(stop.view))
        if listing is None:
            return
        self._named = (listing.text, stop.name)
        self.see(stop.places)
        pane = next((pane for pane in (self.reader, self.facts) if pane.id == stop.pane), self.stories)
        pane.focus()
        self.show_listing(listing, stop.story)
        self.count_decided()
        self.call_after_refresh(self.preview)

    def leave_reading(self) -> None:
        """To the list."""
        self.see(())
        self.stories.focus()
