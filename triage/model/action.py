"""The table of actions: every key of the program, as data.

Settings check keys against it, the screen binds it, the footer, the help and the palette are made from it. Keys are
Textual's names for them ("j", "down", "ctrl+r", "question_mark").
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Where(StrEnum):
    """Where an action applies: in every pane, or in one."""

    ANYWHERE = "anywhere"
    LIST = "list"
    READER = "reader"
    FACTS = "facts"
    SHEET = "sheet"


class Action(NamedTuple):
    """One thing that a key does. `keys` are the defaults; `footer` is the word for the footer, "" to leave it out there;
    `call` is what the screen is asked to do, where that is not the action's id."""

    id: str
    keys: tuple[str, ...]
    description: str
    where: Where = Where.ANYWHERE
    footer: str = ""
    call: str = ""

    @property
    def method(self) -> str:
        """What the screen is asked to do, with its arguments."""
        return self.call or self.id


ACTIONS: tuple[Action, ...] = (
    # Deciding: a decision key always means the story, whatever has focus.
    Action("accept", ("a",), "Accept the suggested tags, done, and go on", footer="accept"),
    Action("done", ("space",), "Done with the tags it has, and go on", footer="done"),
    Action("spike", ("x",), "Spike the story and go on", footer="spike"),
    Action("later", ("l",), "Put the story off until later", footer="later"),
    Action("mute", ("ctrl+x",), "Mute the running story: spike it and what follows of it; or take that back"),
    Action("versions", ("c",), "The versions of the story, and what changed"),
    Action("refuse", ("minus",), "Refuse the strongest suggestion"),
    Action("pick_tag", ("t",), "Pick a tag by name, or make a new one"),
    Action("note", ("m",), "Write a note on the story"),
    Action("note_in_editor", ("M",), "Write a note in your editor ($VISUAL or $EDITOR)"),
    Action("copy", ("y",), "Copy the story's text to the clipboard"),
    Action("history", ("h",), "Who decided what about the story, and when"),
    Action("return", ("grave_accent",), "Back to where you were before the last jump or undo, and there again"),
    Action("open_source", ("o",), "Open the story's own file in your $PAGER, or a page in your browser"),
    Action("pipe", ("vertical_line",), "Give the story, or all that is selected, to a command"),
    Action("undo", ("u",), "Undo your newest act", footer="undo"),
    Action("redo", ("ctrl+r",), "Redo what you undid"),
    # Picking many: decision keys then mean all that is picked, once their scope is said and confirmed.
    Action("select", ("v",), "Select the story, or drop it, and go on; ends a range", Where.LIST, footer="select"),
    Action("select_range", ("V",), "Begin a range that follows the cursor; again: end it", Where.LIST),
    Action("select_all", ("asterisk",), "Select all that the list shows; again: drop them", Where.LIST),
    Action("select_invert", ("tilde",), "Select what the list shows that is not selected, drop what is", Where.LIST),
    # Moving
    Action("down", ("j", "down"), "Next story", Where.LIST),
    Action("up", ("k", "up"), "Previous story", Where.LIST),
    Action("page_down", ("pagedown", "ctrl+d"), "A page down", Where.LIST),
    Action("page_up", ("pageup", "ctrl+u"), "A page up", Where.LIST),
    Action("first", ("g", "home"), "First story", Where.LIST),
    Action("last", ("G", "end"), "Last story", Where.LIST),
    Action("next_undecided", ("full_stop",), "Next undecided story"),
    Action("previous_undecided", ("comma",), "Previous undecided story"),
    # Reading
    Action("read", ("enter",), "Read the story", Where.LIST, footer="read"),
    Action("back", ("escape",), "Back"),
    Action("scroll_down", ("j", "down"), "Scroll down", Where.READER),
    Action("scroll_up", ("k", "up"), "Scroll up", Where.READER),
    Action("page_or_done", ("space",), "Page down; at the end, done and next", Where.READER, footer="page"),
    Action("text_page_down", ("pagedown", "ctrl+d"), "A page down", Where.READER),
    Action("text_page_up", ("pageup", "ctrl+u"), "A page up", Where.READER),
    Action("text_start", ("g", "home"), "To the start of the text", Where.READER),
    Action("text_end", ("G", "end"), "To the end of the text", Where.READER),
    Action("next_story", ("J",), "Next story", Where.READER),
    Action("previous_story", ("K",), "Previous story", Where.READER),
    Action(
        "place_before",
        ("left_square_bracket",),
        "The fact before in the text; after a find, the match before",
        Where.READER,
    ),
    Action(
        "place_after",
        ("right_square_bracket",),
        "The next fact in the text; after a find, the next match",
        Where.READER,
    ),
    Action("find", ("slash",), "Find in the story", Where.READER, footer="find"),
    # Facts
    Action("facts", ("f",), "To the facts and back", footer="facts"),
    Action("fact_down", ("j", "down"), "Next fact", Where.FACTS),
    Action("fact_up", ("k", "up"), "Previous fact", Where.FACTS),
    Action("fact_first", ("g", "home"), "First fact", Where.FACTS),
    Action("fact_last", ("G", "end"), "Last fact", Where.FACTS),
    Action("fact_text", ("enter",), "Read the story where it states this fact", Where.FACTS, footer="read"),
    Action("fact_reject", ("minus",), "Reject this fact, or take that back", Where.FACTS, footer="reject"),
    Action("fact_correct", ("equals_sign",), "Correct this fact's kind", Where.FACTS),
    Action("fact_stories", ("o",), "List the stories that share this fact", Where.FACTS, footer="list"),
    Action("dossier", ("i",), "The dossier of whom or what this fact names", Where.FACTS, footer="dossier"),
    Action("fact_tag", ("T",), "Then a tag's key: tag all stories that share this fact", Where.FACTS),
    Action("fact_before", ("left_square_bracket",), "The fact that the text states before this one", Where.FACTS),
    Action("fact_after", ("right_square_bracket",), "The fact that the text states after this one", Where.FACTS),
    Action("fact_fold", ("left",), "Fold this family of facts", Where.FACTS),
    Action("fact_unfold", ("right",), "Unfold this family of facts", Where.FACTS),
    Action("fact_fold_all", ("asterisk",), "Fold every family, or unfold them", Where.FACTS),
    # The list
    Action("query", ("slash",), "Filter the list", Where.LIST, footer="find"),
    Action("order", ("O",), "Another order: time, priority, source, tags, oldest first", Where.LIST),
    Action("day_before", ("left", "left_square_bracket"), "The day before", Where.LIST),
    Action("day_after", ("right", "right_square_bracket"), "The day after", Where.LIST),
    Action("every_day", ("0",), "The same on every day; again: only on the story's day"),
    *(Action(f"view_{key}", (key,), f"View {key}", call=f"view({key})") for key in "123456789"),
    Action("save_view", ("plus",), "Save the list as a view, under a key from 1 to 9"),
    Action("verb", ("colon",), "A verb of the command line: tag, untag, export, show, check ..."),
    Action("refresh", ("r",), "Refresh the list and take in arrivals", Where.LIST),
    Action("split_back", ("less_than_sign",), "Move the line between the panes to the left, or up"),
    Action("split_on", ("greater_than_sign",), "Move the line between the panes to the right, or down"),
    Action("pane", ("tab",), "To the next pane"),
    Action("day", ("b",), "The day at a glance: its hours, tags, names, running stories"),
    # A dossier, and the day at a glance
    Action("sheet_open", ("enter",), "Open the story at its place, a dossier, a list, versions", Where.SHEET, "open"),
    Action("sheet_down", ("j", "down"), "Down", Where.SHEET),
    Action("sheet_up", ("k", "up"), "Up", Where.SHEET),
    Action("sheet_left", ("left",), "To the left", Where.SHEET),
    Action("sheet_right", ("right", "tab"), "To the right", Where.SHEET),
    Action("sheet_page_down", ("pagedown", "ctrl+d", "space"), "A page down", Where.SHEET),
    Action("sheet_page_up", ("pageup", "ctrl+u"), "A page up", Where.SHEET),
    Action("sheet_first", ("g", "home"), "To the first", Where.SHEET),
    Action("sheet_last", ("G", "end"), "To the last", Where.SHEET),
    Action("sheet_stories", ("o",), "List the stories that it is about", Where.SHEET, "stories"),
    Action("sheet_every_day", ("0",), "The same of every day; again: only of the day", Where.SHEET, "every day"),
    Action("sheet_day_before", ("left_square_bracket",), "The same of the day before", Where.SHEET, "day before"),
    Action("sheet_day_after", ("right_square_bracket",), "The same of the day after", Where.SHEET, "after"),
    Action("sheet_refresh", ("r",), "Look again, at what has come since", Where.SHEET),
    Action("sheet_back", ("escape", "q"), "Back to where one was", Where.SHEET, "back"),
    Action("sheet_help", ("question_mark",), "Every key", Where.SHEET, "help"),
    # The session
    Action("help", ("question_mark",), "Every key", footer="help"),
    Action("redraw", ("ctrl+l",), "Draw the whole screen anew"),
    Action("lean", ("ctrl+g",), "Lean: no decoration, for slow lines; or all of it"),
    Action("palette", ("ctrl+p",), "Command palette"),
    Action("suspend", ("ctrl+z",), "To the shell for a while; its fg comes back here"),
    Action("quit", ("q", "ctrl+q"), "Quit"),
)


def action(name: str) -> Action:
    """The action with that id. Raises KeyError when there is none."""
    for one in ACTIONS:
        if one.id == name:
            return one
    raise KeyError(name)
