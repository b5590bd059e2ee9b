"""Stories that the session has read itself because the index does not know them yet: the first screenful of a first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from triage.model.entry import Entry
    from triage.model.story import Story, StoryId


class Unread:
    """The newest files of an inbox, read on the spot and kept until the index has them."""

    def __init__(self, inbox: Path, *, follow_links: bool = False) -> None:
        self._inbox = inbox
        self._follow = follow_links
        self._entries: dict[StoryId, Entry] = {}
        self._stories: dict[StoryId, Story] = {}

    def read_newest(self, count: int) -> list[Entry]:
        """Read the newest `count` files; their entries, newest first. Raises ReadError when there is no such folder."""
        from triage.index.entering import entries_of  # late, like the next: a later start finds all of it in the index
        from triage.ingest.inbox import newest, read_file

        for seen in newest(self._inbox, count, follow=self._follow):
            found = read_file(self._inbox, seen, follow=self._follow)
            for entry, story in zip(entries_of(found), (*found.stories, None), strict=False):
                self._entries.setdefault(entry.id, entry)
                if story:
                    self._stories.setdefault(story.id, story)
        return sorted(self._entries.values(), key=lambda entry: (-entry.when, entry.path))

    def entry(self, story: StoryId) -> Entry | None:
        """The entry, if it was read here."""
        return self._entries.get(story)

    def story(self, story: StoryId) -> Story | None:
        """The story, if it was read here."""
        return self._stories.get(story)
