"""What of a folder of real files is read, and which fields each file fills.

    python -m tests.contract.table [--text] FOLDER ...

A line a story: a mark for each field that it has. `--text` shows the fields and the beginning of the text instead, to be
read beside the file itself.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from triage.ingest.inbox import read_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from triage.model.story import Story

FIELDS = (
    "headline", "slug", "byline", "dateline", "agency", "source", "published", "updated", "urgency", "embargo", "ednote", "keywords",
    "subjects", "language", "version", "chain", "follows", "usage_terms", "copyright", "credits",
)  # fmt: skip
SHOWN = 400
"""Characters that are shown of each end of a text."""


def main() -> int:
    """Print the table, then how many files were read and what became of the others."""
    parser = argparse.ArgumentParser(prog="python -m tests.contract.table", description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--text", action="store_true", help="show what is in the fields")
    given = parser.parse_args()
    filled: Counter[str] = Counter()
    read, stories, refused = 0, 0, []
    width = max(map(len, FIELDS))
    if not given.text:
        for place in range(width):
            print(f"{'':44} {'':9} {' '.join(name.rjust(width)[place] for name in FIELDS)}")
    for path in _files(given.folders):
        found = read_path(str(path))
        read += bool(found.stories)
        if found.error:
            refused.append(f"{path.name}: {found.error.message}")
        for story in found.stories:
            stories += 1
            filled.update(name for name in FIELDS if getattr(story, name))
            print(_whole(path, story) if given.text else _line(path, story))
    if not given.text:
        print(f"{f'{read} files, {stories} stories':54} {' '.join(_share(filled[name], stories) for name in FIELDS)}")
    for line in refused:
        print(f"not a story: {line}")
    return 0


def _files(folders: list[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else [folder]


def _line(path: Path, story: Story) -> str:
    place = path.name + (story.path or "").removeprefix(str(path))
    marks = " ".join("x" if getattr(story, name) else "." for name in FIELDS)
    return f"{place[:44]:44} {story.format:9} {marks}"


def _share(count: int, of: int) -> str:
    """A tenth as one figure; all of them as "*"."""
    return "*" if count == of else str(10 * count // of)


def _whole(path: Path, story: Story) -> str:
    text = story.text if len(story.text) <= 2 * SHOWN else f"{story.text[:SHOWN]} […] {story.text[-SHOWN:]}"
    fields = [f"  {name}: {value}" for name in (*FIELDS, "section", "date") if (value := getattr(story, name))]
    roles = " ".join(paragraph.role.value for paragraph in story.paragraphs)
    return "\n".join(("=" * 80, f"{path} ({story.format})", *fields, f"  roles: {roles}", text))


if __name__ == "__main__":
    sys.exit(main())
