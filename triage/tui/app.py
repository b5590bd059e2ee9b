"""The app: theme, keys, and the one screen."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import termios
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, ClassVar

from rich.color import Color
from rich.console import Console, ConsoleDimensions
from textual.app import App
from textual.await_complete import AwaitComplete
from textual.theme import BUILTIN_THEMES, Theme

from triage.errors import IndexUnusableError, SettingsError, TriageError
from triage.tui.keys import SUSPEND, keymap
from triage.tui.paint import PALETTES, Inks, Palette
from triage.tui.screens.desk import DeskScreen
from triage.tui.terminal.ability import Ability, Depth
from triage.tui.terminal.look import Looks
from triage.tui.terminal.painting import Painting
from triage.tui.terminal.symbols import Symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType
    from textual.events import Key
    from textual.screen import Screen

    from triage.session import Session


ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Signals that end the app in good order: the terminal as it was, the store's file up to date."""

THEMES = {Depth.SIXTEEN: "terminal", Depth.NONE: "dark"}
"""The theme of terminals that cannot show each: in sixteen colours the shades of ours would be one grey, and where there is none
weight tells by how far a shade is from the page's, which the terminal's own do not say."""

SWITCH = 0.0001
"""Seconds after which a thread that waits for its turn gets it: what a key has changed must not wait to be written until all that
follows from it is done."""


class TriageApp(Painting):
    """One session on one terminal."""

    TITLE = "triage"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = False  # our own table of actions opens the palette
    ESCAPE_TO_MINIMIZE = False
    # On what lies over the desk, too.
    BINDINGS: ClassVar[list[BindingType]] = [SUSPEND]

    def __init__(self, session: Session) -> None:
        settings = session.settings
        ability = Ability.of(os.environ, settings.symbols)
        theme = THEMES.get(ability.depth, settings.theme)
        palette = PALETTES[theme]
        page = Color.parse(palette.page)
        self._full = Looks(ability.depth, page)
        self._bare = Looks(Depth.NONE, page)
        self.lean = settings.lean == "on"
        symbols = Symbols(ascii=ability.ascii, encoding=ability.encoding)
        super().__init__(ability, self._bare if self.lean else self._full, symbols, ansi_color=theme == "terminal")
        self._session = session
        self.register_theme(_theme(palette, theme))
        # What setting the theme does, before the style sheet is parsed: afterwards it would be parsed a second time.
        self.set_reactive(App.theme, "wire")
        self.stylesheet.set_variables(self.get_css_variables())
        self._inks = Inks(palette, colour=ability.depth is not Depth.NONE)
        self.failure: TriageError | None = None

    def on_mount(self) -> None:
        """Tags' keys are the settings'; some terminals report `shift+d`, most report `D`."""
        for number, tag in enumerate(self._session.settings.tags):
            if tag.key:
                self.bind(tag.key, f"screen.toggle_tag({number})", description=tag.name, show=False)
                capital = f"{tag.key.upper()},shift+{tag.key}"
                self.bind(capital, f"screen.tag_and_done({number})", description=tag.name, show=False)
        self.set_keymap(keymap(self._session.settings.keymap))
        self.screen_stack[0].set_class(self.lean, "lean")
        for number in ENDINGS:
            # The status that a shell gives to a program that a signal has ended.
            asyncio.get_running_loop().add_signal_handler(number, self.exit, None, 128 + number)

    def get_default_screen(self) -> DeskScreen:
        """The desk is the first screen: there is none below it."""
        return DeskScreen(self._session, self._inks)

    def on_arriving_titled(self, message: DeskScreen.Titled) -> None:
        """The terminal's title; nothing from a story goes there."""
        if self._driver:
            self._driver.write(f"\x1b]2;triage{' · ' if message.words else ''}{message.words}\x07")

    def on_key(self, event: Key) -> None:
        """While an act waits to be confirmed, every key is the answer. Here, where keys become actions one after the other: a
        fast answer is never taken for a command."""
        desk = self.screen
        if isinstance(desk, DeskScreen) and desk.answer(event.key):
            event.prevent_default()

    async def run_action(self, *given: Any, **named: Any) -> bool:
        """Do what a key asks for. Where the index cannot be read just now, say so: the next key finds it again."""
        try:
            return await super().run_action(*given, **named)
        except IndexUnusableError as error:
            desk = self.screen_stack[0]
            assert isinstance(desk, DeskScreen)
            desk.regret(error)
            return True

    @contextmanager
    def suspend(self) -> Iterator[None]:
        """Lend the terminal to another program: ctrl+c and ctrl+\\ are meant for that one, and other signals wait for its end."""
        heard: list[int] = []
        failure: TriageError | None = None
        with super().suspend():
            # Not SIG_IGN, which the other program would inherit; and nothing for the event loop, which would heed it afterwards.
            loop = signal.set_wakeup_fd(-1)
            noted = (*ENDINGS, signal.SIGQUIT)
            before = {one: signal.signal(one, lambda number, _: heard.append(number)) for one in noted}
            try:
                yield
            except TriageError as error:  # Textual takes the terminal back only from a block that ends well
                failure = error
            finally:
                for number, handler in before.items():
                    signal.signal(number, handler)
                signal.set_wakeup_fd(loop)
                for one in heard:
                    if one not in (signal.SIGINT, signal.SIGQUIT):
                        self.exit(None, 128 + one)
        if failure:
            raise failure

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """None under a screen that hides them: Textual sends that one's lines again for whatever changes behind it."""
        hidden = self._screen_stack and self._screen_stack[-1].styles.background.a == 1
        return [] if hidden else super()._background_screens

    def be_lean(self, lean: bool) -> None:
        """Leave out what costs much on a slow line and says nothing, colours first; or show it again."""
        self.lean = lean
        self.relook(self._bare if lean else self._full)
        self.screen_stack[0].set_class(lean, "lean")

    def slow_line(self) -> None:
        """The line has been seen to be slow: lean from now on, unless the person wants it otherwise."""
        if self._session.settings.lean == "auto" and not self.lean:
            self.be_lean(True)
            desk = self.screen_stack[0]
            if isinstance(desk, DeskScreen):
                desk.say("a slow line: colours are left out; ctrl+g brings them back")

    def pop_screen(self) -> AwaitComplete:
        """A dialog that keys dismiss faster than it goes is dismissed once; the desk stays."""
        return super().pop_screen() if len(self.screen_stack) > 1 else AwaitComplete()

    def _handle_exception(self, error: Exception) -> None:
        """What a person can understand and mend ends the app with those words, not with a traceback."""
        if isinstance(error, TriageError):
            self.failure = error
            self.exit(return_code=error.status)
        else:
            super()._handle_exception(error)


def _theme(palette: Palette, name: str) -> Theme:
    own = name == "terminal"
    return Theme(
        name="wire",
        primary=_css(palette.accent),
        secondary=_css(palette.who),
        foreground=_css(palette.ink),
        background=_css(palette.page),
        surface=_css(palette.page),
        panel=_css(palette.rule),
        accent=_css(palette.accent),
        warning=_css(palette.accent),
        error=_css(palette.alarm),
        dark=name != "light",
        ansi=own,
        variables=dict(BUILTIN_THEMES["ansi-dark"].variables) if own else {},
    )


def _css(colour: str) -> str:
    """A colour as style sheets name it."""
    return colour if colour.startswith("#") else f"ansi_{colour}"


def _require_terminal() -> None:
    """Raise SettingsError unless keys can be read and a screen be drawn: Textual draws on standard error."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        raise SettingsError(
            "The app needs a terminal, and keys from one", title="No terminal", hint="`triage list` works without"
        )


def _give_size(console: Console) -> None:
    """A terminal that does not know its size, as under some programs that drive others, has the usual one, and one whose name is
    `dumb` has its own, not the usual one: Textual would lay out the screen for two guesses in turn, for ever."""
    with suppress(termios.error):
        if 0 in termios.tcgetwinsize(sys.stderr):
            termios.tcsetwinsize(sys.stderr, (24, 80))
        if console.is_dumb_terminal:
            height, width = termios.tcgetwinsize(sys.stderr)
            console.size = ConsoleDimensions(width, height)


def run(session: Session) -> int:
    """Open the app on a session until the person quits; the exit status. Raises the TriageError that ended it, if one did."""
    app = TriageApp(session)
    sys.setswitchinterval(SWITCH)
    try:
        _require_terminal()
        _give_size(app.console)
        app.run(mouse=session.settings.mouse)
        session.rise()
    finally:
        session.close()
    if app.failure:
        raise app.failure
    return app.return_code or 0
