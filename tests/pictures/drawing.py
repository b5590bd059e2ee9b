"""What the app shows, as SVG files that load nothing and hold nothing but what is seen."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterator

FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
"""Fonts that are on the reader's machine."""

CELL = 12.2
"""How wide a cell is drawn."""

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_FAMILY = re.compile(r"font-family:[^;}]*")
_ADDRESS = re.compile(r"(?:https?:)?//|url\((?!#)")
_NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'
_TEXT = re.compile(
    r'<text class="(?P<class>[^"]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="[\d.]+" (?P<clip>clip-path="[^"]+")>'
    r"(?P<text>[^<]*)</text>"
)
_RUN = re.compile(r"[^ ]+(?: [^ ]+)*")
"""Words with single blanks between them."""


def drawn(svg: str) -> str:
    """The picture with fonts that are there already, each run of words at its own cell: a font's blanks may be of another
    width, and some programs drop those at the beginning. Raises ValueError when it would still load something."""
    svg = _FAMILY.sub(f"font-family: {FONTS}", _COMMENT.sub("", _FONT_FACE.sub("", svg)))
    svg = _TEXT.sub(lambda found: "".join(_runs(found)), svg)
    svg = "\n".join(line.strip() for line in svg.splitlines() if line.strip()) + "\n"
    found = _ADDRESS.search(svg.replace(_NAMESPACE, ""))
    if found:
        raise ValueError(f"the picture refers to {svg[found.start() : found.start() + 60]!r}")
    return svg


def _runs(found: re.Match[str]) -> Iterator[str]:
    text = html.unescape(found["text"]).replace("\xa0", " ").rstrip("\n")
    for run in _RUN.finditer(text):
        x = float(found["x"]) + CELL * cell_len(text[: run.start()])
        words = html.escape(run[0]).replace(" ", "&#160;")
        length = CELL * cell_len(run[0])
        yield (
            f'<text class="{found["class"]}" x="{x:.1f}" y="{found["y"]}" textLength="{length:.1f}" {found["clip"]}>'
            f"{words}</text>\n"
        )
