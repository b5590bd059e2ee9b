"""The pictures that the README shows: they are there, small, and load nothing."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.pictures.__main__ import PICTURES
from tests.pictures.drawing import drawn

HERE = Path(__file__).parent
README = HERE.parent.parent / "README.md"
LARGEST = 150_000

CELLS = (
    '<svg xmlns="http://www.w3.org/2000/svg"><style>@font-face { font-family: "F"; src: url("https://cdn/f.woff2"); }'
    '.m { font-family: Fira Code, monospace; }</style><text class="r1" x="12.2" y="20" textLength="97.6" '
    'clip-path="url(#line-0)">&#160;&#160;a&#160;&lt;b&#160;&#160;界</text></svg>'
)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_shown_and_needs_nothing_else(name):
    path = HERE / f"{name}.svg"
    assert f"tests/pictures/{path.name}" in README.read_text()
    svg = path.read_text()
    assert len(svg.encode()) < LARGEST
    assert drawn(svg) == svg
    assert ET.fromstring(svg).tag.endswith("svg")


def test_words_stand_at_their_cells_whatever_a_blank_is_as_wide_as():
    svg = drawn(CELLS)
    assert "cdn" not in svg and "Fira" not in svg
    texts = [(one.get("x"), one.get("textLength"), one.text) for one in ET.fromstring(svg) if one.tag.endswith("text")]
    assert texts == [("36.6", "48.8", "a\xa0<b"), ("109.8", "24.4", "界")]


@pytest.mark.parametrize("loads", ['<image href="https://a/b.png"/>', '<rect fill="url(//a/b)"/>', "<a href='//x'/>"])
def test_what_would_load_something_is_refused(loads):
    with pytest.raises(ValueError, match="refers to"):
        drawn(CELLS.replace("</svg>", f"{loads}</svg>"))
