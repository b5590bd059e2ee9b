"""From what a command line names to annotated sets: which files there are, and which format each is in."""

from __future__ import annotations

import gzip
import zlib
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import NamedTuple, Protocol, cast

from triage.errors import ReadError
from triage.evaluation import formats
from triage.evaluation.sample import Annotated, Place

_GZIP = b"\x1f\x8b"


class Format(Protocol):
    """A module of `formats/`."""

    NAME: str

    def can_read(self, text: str) -> bool:
        """Whether a file with this text is of the format; only its beginning is looked at."""

    def read(self, text: str, place: Place) -> Annotated:
        """The stories in the text with their marks. Raises ReadError."""


class Source(NamedTuple):
    """A set that is not read yet; `files` are several only for the pairs of one folder."""

    name: str
    files: tuple[Path, ...]


def sources(path: Path) -> tuple[list[Source], list[str]]:
    """The sets at `path`, a file or a folder with files, and notes on what is left out. Raises ReadError."""
    try:
        if not path.is_dir():
            return [Source(_name(path), (path,))], []
        files = sorted(one for one in path.iterdir() if one.is_file() and not one.name.startswith("."))
    except OSError as error:
        raise _unreadable(path, error) from error
    kinds = {(_name(file), _kind(file)) for file in files}
    pairs = tuple(file for file in files if _kind(file) == ".json" and (_name(file), ".txt") in kinds)
    paired = {_name(file) for file in pairs}
    twice = [file for file in files if _kind(file) == ".conll" and (_name(file), ".jsonl") in kinds]
    notes = [f"{file.name}: left out, as {_name(file)}.jsonl has the same with the raw text" for file in twice]
    alone = [file for file in files if file not in twice and _name(file) not in paired]
    found = [Source(_name(file), (file,)) for file in alone if _kind(file) != ".md"]
    found += [Source(path.resolve().name, pairs)] if pairs else []
    if not found:
        raise ReadError(
            f"{path} holds no files", title="Nothing to score", hint="Name a folder that has annotated files"
        )
    return found, notes


def read(source: Source) -> Annotated:
    """The set. Raises ReadError naming the file and what is wrong with it."""
    every = [_read(Place(source.name, file)) for file in source.files]
    samples = [sample for one in every for sample in one.samples]
    return Annotated(source.name, every[0].scheme, samples, tuple(note for one in every for note in one.notes))


def _read(place: Place) -> Annotated:
    text = _text(place.file)
    found = next((one for one in _formats() if one.can_read(text)), None)
    if found is None:
        raise ReadError(
            f"{place.file} is in none of the formats that can be scored: {', '.join(one.NAME for one in _formats())}.",
            title="Not an annotated file",
            hint="triage evaluate --mapping lists the sets that are known",
        )
    try:
        return found.read(text, place)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise ReadError(
            f"{place.file} is not as {found.NAME} files are: {error!r}",
            title="Not an annotated file",
            hint="Get the file again from its source",
        ) from error


@cache
def _formats() -> tuple[Format, ...]:
    names = sorted(module.name for module in iter_modules(formats.__path__))
    return tuple(cast("Format", import_module(f"{formats.__name__}.{name}")) for name in names)


def _text(file: Path) -> str:
    try:
        data = file.read_bytes()
        return (gzip.decompress(data) if data.startswith(_GZIP) else data).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise _unreadable(file, error) from error


def _unreadable(path: Path, error: Exception) -> ReadError:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return ReadError(f"{path}: {reason}", title="Cannot be read", hint="Name an annotated file or a folder of them")


def _name(file: Path) -> str:
    """The file's name without its endings."""
    return file.name.removesuffix(".gz").removesuffix(_kind(file))


def _kind(file: Path) -> str:
    """The ending that tells the format, whether or not the file is compressed."""
    return Path(file.name.removesuffix(".gz")).suffix
