"""Every key, from the one table of actions, and the fields of queries; both can be searched."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from triage.model.action import ACTIONS, Where
from triage.tui.keys import key_names
from triage.tui.screens.scrolling import ScrollScreen
from triage.tui.widgets.line_view import Piece
from triage.tui.widgets.set_view import SetView
from triage.tui.words import clean, fit, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.app import ComposeResult

    from triage.settings import Settings
    from triage.tui.paint import Inks

_PLACES = {
    Where.ANYWHERE: "in every pane", Where.LIST: "in the list", Where.READER: "in the story", Where.FACTS: "in the facts",
    Where.SHEET: "in a dossier, in the day at a glance, in what is read over the desk",
}  # fmt: skip

_QUERIES = (
    ("word word", "both words, anywhere in headline and text; the best match first"),
    ('"two words"', "one after the other"),
    ("word*", "a word that begins so"),
    ("a OR b", "any of them"),
    ("-a, NOT a", "what does not match"),
    ("(a OR b) c", "parentheses group"),
    ("person:kim", "a field: a word of the name, or the beginning of one"),
    ('person:"=Kim"', "after =, the name as a whole"),
)

KEYS = 15
"""Cells for keys, and for fields; more where somebody has set more keys."""

Line = tuple[Piece, Piece]
"""Keys, and what they do."""


class _Keys(SetView):
    """Keys and what they do, in groups; those groups and lines of them that have all words looked for."""

    def __init__(self, groups: Mapping[str, list[Line]], inks: Inks) -> None:
        super().__init__(inks, id="keys")
        self._groups = groups
        self._keys = max(KEYS, *(cell_len(key) + 2 for lines in groups.values() for (key, _), _ in lines))
        self._wanted: list[str] = []

    def look_for(self, words: str) -> None:
        """Show the lines with those words alone."""
        self._wanted = words.casefold().split()
        self.scroll_to(y=0, animate=False)
        self.resized()

    def set_lines(self) -> Iterator[list[Piece]]:
        """A line a key, a heading and a blank line a group."""
        blank = False
        for title, lines in self._groups.items():
            fitting = [line for line in lines if all(word in _text(title, line) for word in self._wanted)]
            if fitting:
                if blank:
                    yield []
                yield [(title, self.inks.accent)]
                for line in fitting:
                    yield from self._set(line)
                blank = True
        if not blank:
            yield [("nothing has all of these words", self.inks.dim)]

    def _set(self, line: Line) -> Iterator[list[Piece]]:
        """Two columns; what is too long goes on below itself."""
        (key, ink), (words, plain) = line
        for start, end in wrap(words, max(16, self.size.width - self._keys - 2)):
            yield [(f"  {fit('' if start else key, self._keys)}", ink), (words[start:end], plain)]


def _text(title: str, line: Line) -> str:
    return " ".join((title, *(text for text, _ in line))).casefold()


def _groups(settings: Settings, views: Mapping[str, str], inks: Inks, here: Where) -> dict[str, list[Line]]:
    """The tags' keys, then those of the table, then the language of queries; before them all what is only where one is, unless
    that is the list, which is there to decide."""
    from triage.query.fields import DESCRIPTIONS

    groups: dict[str, list[Line]] = {} if here in (Where.LIST, Where.ANYWHERE) else {_PLACES[here]: []}
    groups["tags"] = []
    for tag in settings.tags:
        if tag.key:
            words = f"{clean(tag.name)}: give or take away; {tag.key.upper()}: give, done, go on"
            groups["tags"].append(((tag.key, inks.tag(tag.colour)), (words, inks.plain)))
    for place, title in _PLACES.items():
        groups[title] = []
        for action in (one for one in ACTIONS if one.where is place):
            keys = key_names(settings.keymap.get(action.id, action.keys))
            words = views.get(action.id, action.description)
            groups[title].append(((keys, inks.strong), (words, inks.plain)))
    fields = [(f"{name}:", words) for name, words in DESCRIPTIONS.items()]
    groups["queries"] = [((said, inks.strong), (words, inks.plain)) for said, words in (*_QUERIES, *fields)]
    return groups


class HelpScreen(ScrollScreen):
    """The table, to scroll through and to search; any of its own keys leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,enter", "dismiss(None)", "Back", show=False),
        Binding("slash", "search", "Search", show=False, id="find"),
    ]
    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > Vertical { width: 84; max-width: 96%; height: 90%; border: round $panel; border-title-color: $accent; background: $background; padding: 0 1; }
    HelpScreen Input, HelpScreen Input:focus { border: none; height: 1; padding: 0; background: $background; display: none; }
    HelpScreen.searching Input { display: block; }
    """

    def __init__(self, settings: Settings, views: Mapping[str, str], inks: Inks, here: Where) -> None:
        super().__init__()
        self._groups = _groups(settings, views, inks, here)
        self._inks = inks

    def compose(self) -> ComposeResult:
        """A box with the table, and a line to search it."""
        with Vertical() as box:
            box.border_title = Content("keys and queries")
            box.border_subtitle = Content("/ search · esc back")
            yield _Keys(self._groups, self._inks)
            yield Input(placeholder="words of a key's or a field's line")

    def on_mount(self) -> None:
        """The table has the keys, until a search is asked for."""
        self.query_one(_Keys).focus()

    def action_leave(self) -> None:
        """Out of the search, out of the help."""
        if not self.has_class("searching"):
            self.dismiss(None)
            return
        self.remove_class("searching")
        self.query_one(Input).value = ""
        self.query_one(_Keys).focus()

    def action_search(self) -> None:
        """Type what to look for."""
        self.add_class("searching")
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the table."""
        self.query_one(_Keys).look_for(event.value)

    def on_input_submitted(self) -> None:
        """Stay with what was found, and scroll it."""
        self.query_one(_Keys).focus()
