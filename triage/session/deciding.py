"""What a person can do about stories: each verb is one act of the store."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.errors import SettingsError, StoreError
from triage.model.identity import is_story
from triage.model.state import State
from triage.settings.shape import LONGEST_TAG

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from triage.model.decision import Act, Episode, Undone
    from triage.model.entry import Entry
    from triage.model.fact import Fact, FactKind
    from triage.model.identity import FactId
    from triage.model.story import StoryId
    from triage.model.suggestion import Suggestion
    from triage.settings import Settings
    from triage.store import TagStore


NAMED_IN = 40
"""Characters in which a fact is named in an act's words."""

_CONTROLS = r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
"""Controls, bidi marks and lone surrogates; what joins emoji stays."""


SAID_OF_TAG = 20
"""Characters of a name that cannot be a tag that are said: why it cannot must be seen behind it."""


class Deciding:
    """The verbs that decide. Each returns the act, or None when there was nothing to change; none is without a way back."""

    settings: Settings

    @property
    def store(self) -> TagStore:
        """The store of decisions."""
        raise NotImplementedError

    def entries(self, ids: Sequence[StoryId]) -> list[Entry]:
        """The entries of `ids`, in that order."""
        raise NotImplementedError

    def versions(self, story: StoryId) -> list[Entry]:
        """All versions of the story, the first one first."""
        raise NotImplementedError

    def suggestions(self, story: StoryId) -> tuple[Suggestion, ...]:
        """The suggested tags that the story does not have yet."""
        raise NotImplementedError

    def known_tags(self) -> tuple[str, ...]:
        """Every tag there is: those of the settings in their order, then others in use."""
        defined = tuple(tag.name for tag in self.settings.tags)
        return defined + tuple(tag for tag in self.store.known_tags() if tag not in defined)

    def toggle(self, story: StoryId, tag: str, *, view: str = "") -> Act | None:
        """Add the tag, or remove it when it is there; the state stays."""
        name = self.tag_name(tag)
        given = name in self.store.tags(story)
        return self._act(f"{'untag' if given else 'tag'} {name}", [story], view, story, toggle=(name,))

    def tag_and_done(self, story: StoryId, tags: Iterable[str], *, view: str = "") -> Act | None:
        """Add the tags and set done, as one act."""
        names = self.tag_names(tags)
        return self._act(f"tag {', '.join(names)} and done", [story], view, story, add=names, state=State.DONE)

    def accept(self, story: StoryId, *, view: str = "") -> Act | None:
        """Give the suggested tags and set done; None with nothing suggested."""
        suggested = tuple(one.tag for one in self.suggestions(story))
        if not suggested:
            return None
        return self._act(f"accept {', '.join(suggested)}", [story], view, story, add=suggested, state=State.DONE)

    def set_state(self, story: StoryId, state: State, *, view: str = "") -> Act | None:
        """Done, spiked, or put off until later."""
        verb = {State.DONE: "done", State.SPIKED: "spike", State.LATER: "later"}.get(state, state.value)
        return self._act(verb, [story], view, story, state=state)

    def mute(self, story: StoryId, *, view: str = "") -> Act | None:
        """Spike the story and what follows of it, as it comes; or, where it is muted, take it and what follows back in."""
        decision = self.store.decision(story)
        muted = decision is not None and decision.muted
        state = State.NEW if muted else State.SPIKED
        return self._act("unmute" if muted else "mute", [story], view, story, state=state, muted=not muted)

    def refuse(self, story: StoryId, *, view: str = "") -> Act | None:
        """Refuse the strongest tag on offer, so that it is not offered again; None with nothing suggested."""
        suggested = self.suggestions(story)
        if not suggested:
            return None
        return self._act(f"refuse {suggested[0].tag}", [story], view, story, refuse=(suggested[0].tag,))

    def reject(self, story: StoryId, fact: Fact, *, view: str = "") -> Act | None:
        """Say that the fact is wrong, or take that back."""
        from triage.model.verdict import REJECTED

        rejected = self._verdict(story, fact) == REJECTED
        verb = f"{'keep' if rejected else 'reject'} {_named(fact)}"
        return self._judge(verb, story, fact, None if rejected else REJECTED, view)

    def correct(self, story: StoryId, fact: Fact, kind: FactKind, *, view: str = "") -> Act | None:
        """Say that the fact is of that kind; with its own kind, take back what was said about it."""
        verdict = None if kind is fact.kind else kind.value
        return self._judge(f"correct {_named(fact)} to {kind.value}", story, fact, verdict, view)

    def note(self, story: StoryId, note: str, *, view: str = "") -> Act | None:
        """Write a note on the story, in place of the one it has; an empty one removes it."""
        return self._act("note", [story], view, story, note=tidy(note))

    def tag(
        self, stories: Sequence[StoryId], tags: Sequence[str], *, view: str = "", cursor: StoryId | None = None
    ) -> Act | None:
        """Add the tags to all the stories, as one act; an undo returns to `cursor` in `view`."""
        names = self.tag_names(tags)
        return self._act(f"tag {', '.join(names)}", stories, view, cursor, add=names)

    def untag(self, stories: Sequence[StoryId], tags: Sequence[str]) -> Act | None:
        """Remove the tags from all the stories, as one act."""
        names = self.tag_names(tags)
        return self._act(f"untag {', '.join(names)}", stories, "", None, remove=names)

    def undo(self) -> Undone | None:
        """Take back this user's newest act, from whichever terminal; None when nothing is left to take back."""
        return self.store.undo()

    def redo(self) -> Undone | None:
        """Do again what this user's newest undo took back."""
        return self.store.redo()

    def opened(self, story: StoryId) -> None:
        """Note that the person opened the story: it has been read. No act, nothing to undo."""
        self.store.mark_read(story)

    def history(self, story: StoryId) -> tuple[Episode, ...]:
        """What was done to the story and to its other versions, by whomever, newest first. Reads all of the journal. Raises
        StoreError."""
        from triage.model.decision import Episode

        numbers = {entry.id: entry.version for entry in self.versions(story)} or {story: 1}
        episodes = [
            Episode(act, change, number)
            for version, number in numbers.items()
            for act in self.store.history(version)
            for change in act.changes
            if change.story == version
        ]
        return tuple(sorted(episodes, key=lambda episode: (episode.act.seq, episode.version), reverse=True))

    def refresh_decisions(self) -> frozenset[StoryId]:
        """The stories about which somebody else has decided something since; cheap when nobody has."""
        return self.store.refresh()

    def tag_name(self, tag: str) -> str:
        """The tag as the settings or the store spell it; a new one trimmed. Raises SettingsError for what cannot be one."""
        name = " ".join(tag.split())
        if not name or len(name) > LONGEST_TAG or not name.isprintable():
            hint = f"a word or two, at most {LONGEST_TAG} characters"
            said = name if len(name) <= SAID_OF_TAG else f"{name[:SAID_OF_TAG]}…"
            raise SettingsError(f"“{said}” cannot be a tag", title="Tag", hint=hint)
        known = self.known_tags()
        return name if name in known else next((one for one in known if one.casefold() == name.casefold()), name)

    def tag_names(self, tags: Iterable[str]) -> tuple[str, ...]:
        """The tags so spelled, each once, new ones as they are spelled first. Raises SettingsError."""
        names: dict[str, str] = {}
        for name in map(self.tag_name, tags):
            names.setdefault(name.casefold(), name)
        return tuple(names.values())

    def _verdict(self, story: StoryId, fact: Fact) -> str | None:
        decision = self.store.decision(story)
        return decision.facts.get(fact.id) if decision else None

    def _judge(self, verb: str, story: StoryId, fact: Fact, verdict: str | None, view: str) -> Act | None:
        return self._act(verb, [story], view, story, verdicts=((fact.id, verdict),))

    def _act(
        self,
        verb: str,
        stories: Sequence[StoryId],
        view: str,
        cursor: StoryId | None,
        *,
        add: tuple[str, ...] = (),
        remove: tuple[str, ...] = (),
        toggle: tuple[str, ...] = (),
        state: State | None = None,
        note: str | None = None,
        refuse: tuple[str, ...] = (),
        verdicts: tuple[tuple[FactId, str | None], ...] = (),
        muted: bool | None = None,
    ) -> Act | None:
        from triage.model.decision import Wish  # late: the first screen decides nothing

        wishes = []
        for entry in self.entries(stories):
            if not is_story(entry.id):
                raise StoreError(
                    f"{entry.path} could not be read", title="Nothing to decide", hint="see why in its row"
                )
            wishes.append(
                Wish(
                    entry.id,
                    entry.headline,
                    entry.path,
                    add,
                    remove,
                    toggle,
                    state,
                    note,
                    refuse,
                    verdicts,
                    muted=muted,
                )
            )
        return self.store.act(verb, wishes, view=view, cursor=cursor)


def tidy(note: str) -> str:
    """A note as it is kept: lines without blanks at their ends, and nothing in them that could do anything to a terminal."""
    lines = (re.sub(_CONTROLS, " ", line.expandtabs(4)).rstrip() for line in note.splitlines())
    return "\n".join(lines).strip("\n ")


def _named(fact: Fact) -> str:
    """A fact in a few of its words: the journal keeps decisions, not what stories say."""
    words = " ".join(fact.text.split())
    return words if len(words) <= NAMED_IN else f"{words[:NAMED_IN].rstrip()}…"
