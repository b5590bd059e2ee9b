"""From fact to fact: in the text, among the families of the pane, and back to where one was reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from triage.tui.screens.parts import DeskParts

if TYPE_CHECKING:
    from triage.model.story import StoryId


class Jumping(DeskParts):
    """Remembers one place of the text: where the person was reading before the text was moved for them."""

    _reading_at: tuple[StoryId, int] | None = None

    def action_place_before(self) -> None:
        """The fact before in the text, or the match before."""
        self._jump(-1)

    def action_place_after(self) -> None:
        """The next fact in the text, or the next match."""
        self._jump(1)

    def _jump(self, by: int) -> None:
        found = self.reader.step_found(by)
        if found:
            self.say(f"match {found[0]:,} of {found[1]:,}")
            return
        place = self.reader.place(by)
        if place is None:
            self.say("no fact " + ("above" if by < 0 else "below"))
            return
        self.keep_place()
        self.reader.mark((place,))
        self.facts.point_at(place)

    def keep_place(self) -> None:
        """Remember where the text stands, unless it has been moved already since the person read it there."""
        story = self.stories.story
        if story is not None and (self._reading_at is None or self._reading_at[0] != story):
            self._reading_at = (story, self.reader.scroll_offset.y)

    def forget_place(self) -> None:
        """Another story is another text."""
        self._reading_at = None

    def back_to_place(self) -> bool:
        """The text as it stood where the person was reading; whether it had been moved."""
        kept, self._reading_at = self._reading_at, None
        if kept is None or kept[0] != self.stories.story:
            return False
        self.reader.mark(())
        self.reader.scroll_to(y=kept[1], animate=False)
        return True

    # In the pane

    def action_fact_before(self) -> None:
        """The fact that the text states before this one."""
        self.facts.step_in_text(-1)

    def action_fact_after(self) -> None:
        """The fact that the text states after this one."""
        self.facts.step_in_text(1)

    def action_fact_fold(self) -> None:
        """Fold the family of the fact."""
        self.facts.fold()

    def action_fact_unfold(self) -> None:
        """Unfold the family under the cursor."""
        self.facts.unfold()

    def action_fact_fold_all(self) -> None:
        """Fold every family; with all of them folded, unfold them."""
        self.facts.fold_all()

    # All stories that share a fact

    def action_fact_tag(self) -> None:
        """Say how many stories share the fact, and wait for the key of a tag to give to all of them."""
        fact = self.facts.fact if self.focused is self.facts else None
        if fact is None:
            self.say("go to a fact first")
            return
        listing = self.guarded(lambda: self.session.sharing(fact))
        if listing is None:
            self.say("this fact has no name to look for")
            return
        from triage.tui.screens.tag_all import Scope, TagAll  # late: not needed for a start

        store, cursor, view = self.session.store, self.stories.story, self.listing.text
        scope = Scope(
            name=str(fact.value.get("name") or fact.text),
            stories=listing.ids,
            hidden=len(frozenset(listing.ids).difference(self.listing.ids)),
            decided=sum(store.state(story).decided for story in listing.ids),
            missing=listing.missing,
        )

        def picked(tag: str | None) -> None:
            if tag is None:
                self.say("nothing tagged")
                return
            act = self.guarded(lambda: self.session.tag(scope.stories, (tag,), view=view, cursor=cursor))
            if act is None:
                self.say(f"all of them have {tag}")
                return
            for change in act.changes:
                self.stories.row_changed(change.story)
            self.say(f"tagged {len(act.changes):,} of {len(scope.stories):,}: {tag} (u takes all back)")
            self.count_decided()
            self.preview_soon()

        self.app.push_screen(TagAll(scope, self.session.settings, self.inks), picked)
