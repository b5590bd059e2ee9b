"""The stories of a corpus: folders and tar archives of text files, SGML files of Reuters-21578."""

from __future__ import annotations

import datetime as dt
import re
import tarfile
from html import unescape
from typing import TYPE_CHECKING

from triage.errors import ReadError
from triage.ingest.reader import Origin
from triage.ingest.readers import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from triage.model.story import Story

_SGML = re.compile(r"<REUTERS.*?</REUTERS>", re.DOTALL)
_PARTS = {name: re.compile(rf"<{name}>(.*?)</{name}>", re.DOTALL) for name in ("DATE", "TITLE", "DATELINE", "BODY")}


def texts(corpus: Path) -> Iterator[tuple[str, bytes]]:
    """Every story's name and bytes, in the order of their names. `corpus` is a folder, an archive or one file."""
    if corpus.is_dir():
        for path in sorted(one for one in corpus.rglob("*") if one.is_file()):
            yield from texts(path)
    elif corpus.name.endswith((".tar.gz", ".tgz", ".tar")):
        with tarfile.open(corpus) as archive:
            for member in sorted(archive.getmembers(), key=lambda one: one.name):
                held = archive.extractfile(member) if member.isfile() else None
                if held:
                    yield from _split(member.name, held.read())
    else:
        yield from _split(corpus.name, corpus.read_bytes())


def stories(name: str, source: bytes) -> Iterator[Story]:
    """The stories in the bytes, as they would be read from an inbox; none when they cannot be."""
    try:
        yield from read(source, Origin(name, dt.datetime(1997, 1, 1, 12, tzinfo=dt.UTC)))
    except ReadError:
        return


def _split(name: str, source: bytes) -> Iterator[tuple[str, bytes]]:
    if not name.endswith(".sgm"):
        yield name, source
        return
    for number, entry in enumerate(_SGML.findall(source.decode("latin-1")), start=1):
        parts = {part: found[1] if (found := shape.search(entry)) else "" for part, shape in _PARTS.items()}
        body = re.sub(r"\n\s{2,}", "\n\n", unescape(parts["BODY"]).replace("\x03", "").replace(" Reuter\n", ""))
        line = unescape(parts["DATELINE"]).strip().rstrip("- ")
        if body.strip():
            yield f"{name}#{number}", f"{unescape(parts['TITLE'])}\n\n{line} (Reuters) - {body}\n".encode()
