"""Looking at many stories at once: the dossier of an entity, the day at a glance, and the ways from there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from triage.tui.screens.parts import DeskParts

if TYPE_CHECKING:
    from triage.model.entity import Entity
    from triage.tui.blocks import Lead, ToStory
    from triage.tui.screens.sheet import Paper, SheetScreen
    from triage.tui.screens.viewing import Stop


class _Return(NamedTuple):
    """A way back to sheets: those that lay on the desk, the lowest first, and where the desk was under them. It holds as long
    as one stays in the list `view`, and in its text if one came to `read`."""

    papers: tuple[Paper[Any], ...]
    stop: Stop
    trail: tuple[Stop, ...]
    view: str
    read: bool


class Looking(DeskParts):
    """The actions that lay a sheet on the desk."""

    _returns: tuple[_Return, ...] = ()

    def action_dossier(self) -> None:
        """The dossier of whom or what the fact under the cursor names."""
        found = self.pointed()
        if found is None:
            return
        entity = self.guarded(lambda: self.session.entity(*found))
        if entity is None:
            self.say("this fact names nobody: o lists the stories that share it")
        else:
            self._lay(entity)

    def action_day(self) -> None:
        """The day in view at a glance, or every day."""
        self._lay(None)

    def back_to_papers(self) -> bool:
        """Back to the sheets from which one has come to this list or text; whether one has."""
        if not self._returns:
            return False
        *before, back = self._returns
        if (self.listing.text, self.has_class("reading")) != (back.view, back.read):
            if not self.has_class("reading"):
                self._returns = ()  # one has gone on another way
            return False
        if not back.read and self.focused is not self.stories:
            return False
        self._returns = tuple(before)
        self.return_to(back.stop)
        self.trail = back.trail
        for paper in back.papers:
            self._put(paper)
        return True

    def _lay(self, entity: Entity | None) -> None:
        from triage.tui.screens.sheet import Paper  # late: not needed for a start

        sheets = self._sheets()
        day = sheets[-1].paper.day if sheets else self.listing.day
        newest = sheets[-1].paper.newest if sheets else self.newest_day()
        self._put(Paper(entity, day, newest))

    def _put(self, paper: Paper[Any]) -> None:
        screen: SheetScreen[Any]
        if paper.entity:
            from triage.tui.screens.dossier import DossierScreen

            screen = DossierScreen(self.session, self.inks, paper, self._follow)
        else:
            from triage.tui.screens.day import DayScreen

            screen = DayScreen(self.session, self.inks, paper, self._follow)
        self.app.push_screen(screen)

    def _sheets(self) -> list[SheetScreen[Any]]:
        """The sheets that lie on the desk, the lowest first."""
        from triage.tui.screens.sheet import SheetScreen

        return [screen for screen in self.app.screen_stack if isinstance(screen, SheetScreen)]

    def _follow(self, lead: Lead) -> None:
        """Go where a sheet leads: to another sheet on top of it, or to the desk under it."""
        from triage.tui.blocks import ToEntity, ToStories, ToStory, ToVersions

        match lead:
            case ToEntity(entity=entity):
                self._lay(entity)
            case ToVersions(entry=entry):
                self.show_versions(entry.id)
            case ToStories(query=query, name=name):
                self._leave(None, query, name)
            case ToStory():
                self._leave(lead, self.listing.text, "")

    def _leave(self, to: ToStory | None, query: str, name: str) -> None:
        """Take the sheets off the desk, and go to a story or a list; `esc` lays them there again."""
        papers = tuple(sheet.paper for sheet in self._sheets())
        stop, trail = self.stop_here(), self.trail
        while self.app.screen is not self:
            self.app.pop_screen()
        if to is None:
            self.show_query(query, name=name)
            self.leave_reading()
            self.count_decided()
        else:
            self._go_to(to)
        self._returns = (*self._returns, _Return(papers, stop, trail, self.listing.text, to is not None))

    def _go_to(self, to: ToStory) -> None:
        """Read a story where it states a fact, in this list if it is there, else in one that has it."""
        story = to.entry.id
        line = self.stories.line_of(story)
        if line is None:
            self.go_to(self.listing.text, story)
            if self.stories.story != story:  # put off until later, or an older version
                self.show_query(f"id:{story}", story)
        else:
            self.stories.go(line)
        self.visit(story, to.fact)
