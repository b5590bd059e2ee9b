"""The stories of a corpus: text files, folders and archives of them, and the SGML of Reuters-21578."""

from __future__ import annotations

import datetime as dt
import html
import re
import tarfile
from typing import TYPE_CHECKING

from triage.errors import ReadError
from triage.ingest.reader import Origin
from triage.ingest.readers import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from triage.model.story import Story

_PARTS = re.compile(r"<(TITLE|DATELINE|BODY)>(.*?)</\1>", re.DOTALL)
_NUMBER = re.compile(r'NEWID="(\d+)"')
_CONTROLS = re.compile(r"&#\d+;")


def texts(corpus: Path) -> Iterator[tuple[str, str]]:
    """Every story's name and text."""
    if corpus.is_dir():
        for path in sorted(corpus.rglob("*")):
            if path.is_file():
                yield from _stories(str(path.relative_to(corpus)), path.read_bytes())
    elif corpus.name.endswith((".tar.gz", ".tgz")):
        with tarfile.open(corpus) as archive:
            for member in archive:
                file = archive.extractfile(member) if member.isfile() else None
                if file is not None:
                    yield from _stories(member.name, file.read())
    else:
        yield from _stories(corpus.name, corpus.read_bytes())


def told(name: str, text: str) -> Story | None:
    """The story as our readers read it; None for what they refuse."""
    try:
        return read(text.encode(), Origin(name, dt.datetime(1997, 1, 1, 12, tzinfo=dt.UTC)))[0]
    except ReadError:
        return None


def _stories(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    text = data.decode("latin-1" if name.endswith(".sgm") else "utf-8", "replace")
    if name.endswith(".sgm"):
        yield from _of_sgml(name, text)
    elif name.endswith(".txt") and "README" not in name:
        yield name, text


def _of_sgml(name: str, text: str) -> Iterator[tuple[str, str]]:
    """Paragraphs are indented there, and the last line is the agency's name."""
    for story in text.split("<REUTERS ")[1:]:
        parts = {kind: html.unescape(_CONTROLS.sub("", part)) for kind, part in _PARTS.findall(story)}
        if "BODY" in parts and "TITLE" in parts and (number := _NUMBER.search(story)):
            body = re.sub(r"\n {3,}", "\n\n", parts["BODY"]).strip().removesuffix("REUTER").removesuffix("Reuter")
            line = " ".join(parts.get("DATELINE", "").split())
            yield f"{name}#{number[1]}", f"{parts['TITLE']}\n\n{line} {body.strip()}\n"
