"""How a cell looks, and what must be sent for the cells after it to look so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.color import Color, ColorSystem, ColorType

from triage.tui.terminal.ability import Depth

if TYPE_CHECKING:
    from rich.style import Style

_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
_SYSTEMS = {
    Depth.SIXTEEN: ColorSystem.STANDARD,
    Depth.INDEXED: ColorSystem.EIGHT_BIT,
    Depth.TRUE: ColorSystem.TRUECOLOR,
}

LOUD = 0.3
"""A ground that differs so much from the page's is reversed where there are no colours."""
QUIET = 0.6
"""An ink that differs less than this from the page is dimmed there."""


class Look(NamedTuple):
    """`ink` and `ground` are the parameters of SGR, "" for the terminal's own; `marks` those of weight and the like."""

    ink: str
    ground: str
    marks: frozenset[str]


PLAIN = Look("", "", frozenset())


class Looks:
    """What styles look like in so many colours, on a page of that colour."""

    def __init__(self, depth: Depth, page: Color | None) -> None:
        self._depth = depth
        self._page = page
        self._known: dict[Style | None, Look] = {None: PLAIN}

    def of(self, style: Style | None) -> Look:
        """The look of a style."""
        look = self._known.get(style)
        if look is None:
            if len(self._known) > 4000:
                self._known.clear()
            look = self._known[style] = self._look(style) if style else PLAIN
        return look

    def _look(self, style: Style) -> Look:
        set_ = {
            "1": style.bold,
            "2": style.dim,
            "3": style.italic,
            "4": style.underline,
            "7": style.reverse,
            "9": style.strike,
        }
        marks = {code for code, on in set_.items() if on}
        if self._depth is Depth.NONE:
            return Look("", "", frozenset(marks | self._told_without_colour(style)))
        return Look(self._code(style.color, ink=True), self._code(style.bgcolor, ink=False), frozenset(marks))

    def _code(self, colour: Color | None, *, ink: bool) -> str:
        if colour is None or colour.is_default:
            return ""
        return ";".join(colour.downgrade(_SYSTEMS[self._depth]).get_ansi_codes(foreground=ink))

    def _told_without_colour(self, style: Style) -> set[str]:
        """Weight in the place of colour: a ground that stands out is reversed, a faint ink dimmed."""
        page = _light(self._page)
        ink, ground = _light(style.color), _light(style.bgcolor)
        if page is None:
            return {"7"} if style.bgcolor and not style.bgcolor.is_default else set()
        if ground is not None and abs(ground - page) > LOUD:
            return {"7"}
        return {"2"} if ink is not None and abs(ink - page) < QUIET and not style.bold else set()


def _light(colour: Color | None) -> float | None:
    """How light a colour is, from 0 to 1; None for the terminal's own colours, which nobody knows."""
    if colour is None or colour.type is not ColorType.TRUECOLOR or colour.triplet is None:
        return None
    red, green, blue = colour.triplet
    return (0.30 * red + 0.59 * green + 0.11 * blue) / 255


def change(before: Look | None, after: Look) -> str:
    """What to send so that what follows looks like `after`; `before` is None where nobody knows. The shorter of two ways:
    to change what differs, or to begin anew."""
    if before == after:
        return ""
    anew = ["0", *sorted(after.marks), after.ink, after.ground]
    fresh = f"\x1b[{';'.join(code for code in anew if code)}m" if len(anew) > 1 else "\x1b[m"
    if after == PLAIN:
        fresh = "\x1b[m"
    if before is None:
        return fresh
    codes = []
    lost, gained = before.marks - after.marks, after.marks - before.marks
    codes += sorted({_OFF[mark] for mark in lost})
    if "22" in codes:
        gained |= after.marks & {"1", "2"}  # one code takes both away
    codes += sorted(gained)
    if before.ink != after.ink:
        codes.append(after.ink or "39")
    if before.ground != after.ground:
        codes.append(after.ground or "49")
    stepwise = f"\x1b[{';'.join(codes)}m"
    return stepwise if len(stepwise) < len(fresh) else fresh
