"""The least that Textual can do: an app that shows one word. What any start costs that has Textual in it."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One word."""

    def compose(self) -> ComposeResult:
        """The word that the benchmark waits for."""
        yield Static("ready")


Bare().run()
