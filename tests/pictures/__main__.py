"""Makes the pictures of the README: `python -m tests.pictures [FOLDER]`; without a folder, those beside this file.

The screens are the app's own, on a copy of the sample inbox with a store of its own, its facts extracted for the purpose,
and a few stories decided by keys.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.pictures.drawing import drawn
from tests.pictures.sitting import Sitting, lay_out, seated

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

HERE = Path(__file__).parent
INBOX = HERE.parent.parent / "inbox"
SIZE = (120, 36)

SETTINGS = 'time_zone = "UTC"\n'

DECIDED = ("space", "space", "x", "N", "down", "down", "x", "d", "g")
"""Keys of a short shift, from the top of the list."""


async def skim(sitting: Sitting) -> None:
    """The list with the story under the cursor."""
    await find(sitting, "CORRECTED-UPDATE 2-Pompeo")


async def read(sitting: Sitting) -> None:
    """One story with its facts."""
    await find(sitting, "CORRECTED-UPDATE 2-Pompeo")
    await sitting.press("enter", "f")
    await sitting.see("sure · found by")


async def versions(sitting: Sitting) -> None:
    """What changed from one version to the next."""
    await find(sitting, "CORRECTED-UPDATE 2-Pompeo")
    await sitting.press("c", "h")
    await sitting.see("{+")


async def dossier(sitting: Sitting) -> None:
    """All that the inbox says of a person."""
    await sitting.press("b")
    await sitting.see("Donald Trump")
    await sitting.press("down", "enter")
    await sitting.see("STORIES")
    await sitting.press("0")
    await sitting.see("every day")
    await sitting.see("IN THE SAME STORIES")


async def day(sitting: Sitting) -> None:
    """The day at a glance."""
    await sitting.press("b")
    await sitting.see("in the last hour")
    await sitting.see("Donald Trump")


PICTURES: dict[str, Callable[[Sitting], Awaitable[None]]] = {
    "skim": skim, "read": read, "versions": versions, "dossier": dossier, "day": day,
}  # fmt: skip


async def find(sitting: Sitting, headline: str) -> None:
    """The cursor to the story with that beginning of a headline, its text and facts shown."""
    desk = sitting.app.screen
    rows = (desk.stories.row(line) for line in range(len(desk.stories.ids)))
    line = next(n for n, row in enumerate(rows) if row and row.entry.headline.startswith(headline))
    await sitting.press("g", *["down"] * line)
    story = desk.stories.story
    await sitting.until(lambda: desk.facts.story == story and desk.facts.line_count() > 5, headline)


async def make(folder: Path) -> list[Path]:
    """Make all pictures in the folder; their paths."""
    made = []
    with tempfile.TemporaryDirectory(prefix="triage-pictures-") as kept:
        locations = lay_out(INBOX, Path(kept))
        config = Path(kept) / "triage.toml"
        config.write_text(SETTINGS)
        decided: tuple[str, ...] = DECIDED
        for name, show in PICTURES.items():
            async with seated(locations, SIZE, config) as sitting:
                await sitting.press(*decided)
                decided = ()
                await show(sitting)
                await sitting.pilot.pause(0.5)  # messages in the footer's place have gone, the header counts
                path = folder / f"{name}.svg"
                path.write_text(drawn(sitting.app.export_screenshot(title="triage", simplify=True)))
                made.append(path)
    return made


def main() -> None:
    """Make them, and say where they are."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    folder.mkdir(parents=True, exist_ok=True)
    for path in asyncio.run(make(folder)):
        print(f"{path}  {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
