"""The settings as the program uses them, and what holds when nobody set anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from pathlib import Path

LONGEST_TAG = 40
"""Characters of a tag's name."""


@dataclass(frozen=True, slots=True)
class TagDefinition:
    """A tag, its key, its colour and what speaks for it in a story.

    `key` is one lower-case letter or None; its capital is reserved with it. `colour` is a name that Textual knows, of the
    terminal's sixteen (`ansi_bright_red`) or its foreground (`ansi_default`), or `#rrggbb`. `words` are words or phrases
    of the text, `entities` names of people and organizations, `countries` ISO 3166 alpha-2 codes, `weapons` names or
    classes, `events` types and actions of events ("sanction", "test-fire") and outcomes of casualties; `against` are words
    that speak against the tag. Events speak softly, and countries do where the tag says anything else too.
    """

    name: str
    key: str | None = None
    colour: str = "ansi_default"
    words: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        """The letter that stands for the tag in the list: its key, else the first letter of its name."""
        return self.key or self.name[:1].lower()


THEMES = ("dark", "light", "terminal")
SYMBOLS = ("auto", "ascii", "unicode")
LEAN = ("auto", "on", "off")
BELLS = ("off", "tagged")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. `keymap` maps an action's id to its keys and holds only what differs from the defaults.

    `pipeline` is a spaCy package's name or a path, None for the program's own. `events` is a folder with a newsroom's own
    families of events. `time_zone` is an IANA name, None for the system's. `theme` is one of THEMES. `follow_links` says that
    links in the inbox may lead out of it. `symbols` is one of SYMBOLS: ASCII twins for them where the locale needs it, always or
    never. `lean` is one of LEAN: no decoration on a line that is seen to be slow, always or never. `mouse` says that clicks and the
    wheel are the program's; else the terminal keeps them. `bell` is one of BELLS: whether the flash, the correction or the kill of a
    tagged story rings the terminal's bell. `found_at` is the file the settings came from, None when there is none.
    """

    tags: tuple[TagDefinition, ...]
    keymap: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    inbox: Path | None = None
    store: Path | None = None
    pipeline: str | None = None
    events: Path | None = None
    time_zone: str | None = None
    theme: str = "dark"
    symbols: str = "auto"
    lean: str = "auto"
    follow_links: bool = False
    mouse: bool = True
    bell: str = "off"
    found_at: Path | None = None

    @property
    def zone(self) -> dt.tzinfo | None:
        """The time zone that days and times are told in; None is the system's."""
        if self.time_zone is None:
            return None
        from zoneinfo import ZoneInfo  # late: few name one

        return ZoneInfo(self.time_zone)

    def tag(self, name: str) -> TagDefinition | None:
        """The definition of the tag with that name, whatever its case; None for a tag that is not in the settings."""
        return next((tag for tag in self.tags if tag.name.casefold() == name.casefold()), None)
