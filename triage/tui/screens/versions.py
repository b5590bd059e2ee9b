"""The versions of one story: what changed from one to the next, in the facts and in the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.binding import Binding, BindingType

from triage.model.fact import FactKind
from triage.tui.screens.scrolling import ScrollScreen
from triage.tui.widgets.bar import Bar
from triage.tui.widgets.set_view import SetView
from triage.tui.words import clean, cut, fit, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import ComposeResult

    from triage.model.entry import Entry
    from triage.session.comparing import Comparison, FactChange
    from triage.tui.paint import Inks
    from triage.tui.widgets.line_view import Piece

MOST_FACTS = 14
"""Changes of facts that are shown above the text."""

TEXT = 96
"""Cells of running text at most: wider lines are hard to read."""


class _Changes(SetView):
    """The comparison, in lines."""

    EDGE = 1

    def __init__(self, inks: Inks) -> None:
        super().__init__(inks, id="changes")
        self._comparison: Comparison | None = None

    def show(self, comparison: Comparison) -> None:
        """Show this from its beginning."""
        self._comparison = comparison
        self.resized()
        self.scroll_to(y=0, animate=False)

    def set_lines(self) -> Iterable[list[Piece]]:
        """Facts first, then the words; nothing while there is nothing to compare."""
        comparison, inks, width = self._comparison, self.inks, max(20, min(TEXT, self.size.width - 2))
        if comparison is None:
            return
        for change in comparison.facts[:MOST_FACTS]:
            yield self._fact(change, width)
        more = len(comparison.facts) - MOST_FACTS
        if more > 0:
            yield [(f"  and {more} more changes of facts", inks.dim)]
        if comparison.facts:
            yield []
        if all(piece.sign == " " for paragraph in comparison.paragraphs for piece in paragraph):
            yield [("The text that is read is the same.", inks.dim)]
            yield []
        for paragraph in comparison.paragraphs:
            yield from self._paragraph([(piece.sign, clean(piece.text)) for piece in paragraph], width)
            yield []

    def _fact(self, change: FactChange, width: int) -> list[Piece]:
        """+ quote   one of the senators  “…”"""
        inks = self.inks
        sign = {"+": inks.kind(FactKind.PLACE), "-": inks.alarm, "~": inks.strong}[change.sign]
        kind, about = f"{change.kind.value:<13}", f"{clean(change.about)}  " if change.about else ""
        said = " ▸ ".join(clean(words) for words in (change.before, change.after) if words)
        room = max(8, width - len(kind) - 2)
        return [
            (f"{change.sign} ", sign), (kind, inks.kind(change.kind)), (cut(f"{about}{said}", room), inks.plain),
        ]  # fmt: skip

    def _paragraph(self, pieces: Sequence[tuple[str, str]], width: int) -> Iterable[list[Piece]]:
        """Words that went are struck through between {- and -}, words that came underlined between {+ and +}: not told by
        colour alone."""
        inks = self.inks
        marked = [(sign, text if sign == " " else f"{{{sign}{text}{sign}}}") for sign, text in pieces]
        styles = {
            " ": inks.plain if len(pieces) > 1 else inks.dim,  # a paragraph that is the same steps back
            "-": inks.alarm + Style(strike=True, bold=False),
            "+": inks.kind(FactKind.PLACE) + Style(underline=True),
        }
        whole = " ".join(text for _, text in marked)
        edges, at = [], 0
        for sign, text in marked:
            edges.append((at, at + len(text), styles[sign]))
            at += len(text) + 1
        for start, end in wrap(whole, width):
            line: list[Piece] = []
            done = start
            for first, last, style in edges:
                if last > start and first < end:
                    if first > done:
                        line.append((whole[done:first], inks.plain))
                    line.append((whole[max(first, start) : min(last, end)], style))
                    done = min(last, end)
            yield line


class VersionsScreen(ScrollScreen):
    """One pair of versions at a time, the newest first; `h` and `l` step through the chain."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c,enter", "leave", "Back", show=False),
        Binding("h,left,K", "step(-1)", "Older", show=False),
        Binding("l,right,J", "step(1)", "Newer", show=False),
    ]
    DEFAULT_CSS = """
    VersionsScreen { background: $background; }
    VersionsScreen > Bar { height: 1; }
    VersionsScreen > #changes { height: 1fr; margin: 1 0 0 0; }
    """

    def __init__(
        self,
        versions: Sequence[Entry],
        at: int,
        compare: Callable[[Entry, Entry], Comparison],
        clock: Callable[[float], str],
        inks: Inks,
    ) -> None:
        super().__init__()
        self._versions = versions
        self._at = max(1, at)
        self._compare = compare
        self._clock = clock
        self._inks = inks

    def compose(self) -> ComposeResult:
        """The headline, the chain, the two versions, the changes, the keys."""
        for name in ("headline", "chain", "pair"):
            yield Bar(self._inks, id=f"versions-{name}")
        yield _Changes(self._inks)
        yield Bar(self._inks, id="versions-keys")

    def on_mount(self) -> None:
        """The version that one came from against the one before it."""
        self.query_one(_Changes).focus()
        self._show()

    def action_step(self, by: int) -> None:
        """To the neighbouring pair."""
        at = self._at + by
        if 1 <= at < len(self._versions):
            self._at = at
            self._show()

    def on_resize(self) -> None:
        """The lines above are cut for the width."""
        self._show()

    def _show(self) -> None:
        inks, width = self._inks, self.app.size.width
        older, newer = self._versions[self._at - 1], self._versions[self._at]
        comparison = self._compare(older, newer)
        self.query_one("#versions-headline", Bar).say([(f" {cut(clean(newer.headline), width - 2)}", inks.strong)])
        self.query_one("#versions-chain", Bar).say(list(self._chain()))
        pair = f" v{older.version} ▸ v{newer.version}"
        kill = [("taken back by its source ", inks.alarm)] if newer.kind == "kill" else []
        why = f"   joined by {clean(comparison.reason)}" if comparison.reason else ""
        self.query_one("#versions-pair", Bar).say([(pair, inks.accent), (why, inks.dim)], kill)
        keys: list[Piece] = [(" ", inks.plain)]
        for key, word in (("h l", "older, newer"), ("j k", "scroll"))[len(self._versions) < 3 :]:
            keys += [(key, inks.strong), (f" {word}   ", inks.dim)]
        self.query_one("#versions-keys", Bar).say(keys, [("esc", inks.strong), (" back ", inks.dim)])
        self.query_one(_Changes).show(comparison)

    def _chain(self) -> Iterable[Piece]:
        """v1 12:41 story · v2 13:20 update · …, the pair marked; around it, where there is no room for all."""
        inks = self._inks
        fits = max(2, (self.app.size.width - 4) // 22)
        first = max(0, min(self._at - fits // 2, len(self._versions) - fits))
        marks = {self._at: inks.here, self._at - 1: inks.accent}
        yield (" … " if first else " ", inks.dim)
        for number, entry in enumerate(self._versions[first : first + fits], start=first):
            said = f"v{entry.version} {self._clock(entry.when).strip()} {entry.kind}"
            ink = marks.get(number) or (inks.alarm if entry.kind == "kill" else inks.dim)
            yield (f" {fit(said, min(len(said), 19))} ", ink)
            yield (" ", inks.plain)
        if first + fits < len(self._versions):
            yield ("…", inks.dim)
