import datetime as dt
import subprocess
import sys
from pathlib import Path

import pytest

import triage.ingest
from triage.errors import ReadError
from triage.ingest import formats
from triage.ingest.reader import MOST_BYTES, Origin
from triage.ingest.readers import read, readers, signature

ORIGIN = Origin("x.txt", dt.datetime(2018, 4, 28, tzinfo=dt.UTC))


def test_every_module_in_formats_is_a_reader() -> None:
    there = {path.stem for path in Path(formats.__path__[0]).glob("*.py")} - {"__init__"}
    assert len(readers()) == len(there)
    for reader in readers():
        assert reader.NAME
        assert reader.VERSION >= 1


def test_plain_text_is_asked_last() -> None:
    assert readers()[-1].NAME == "plain"
    assert readers()[-1].PRIORITY == 0


def test_the_signature_names_every_reader_and_its_version() -> None:
    parts = signature().split(";")
    assert parts[0].startswith("shared:")
    assert parts[1:] == [f"{reader.NAME}:{reader.VERSION}" for reader in readers()]


def test_a_story_is_read() -> None:
    (story,) = read(b"Ministers agree\n\nROME (AFP) - They agreed.\n", ORIGIN)
    assert (story.headline, story.path) == ("Ministers agree", "x.txt")


def test_too_much_is_not_read() -> None:
    with pytest.raises(ReadError) as caught:
        read(b"word " * (MOST_BYTES // 5 + 1), ORIGIN)
    assert caught.value.title == "File too large"


def test_standard_input_has_a_name_in_errors() -> None:
    with pytest.raises(ReadError) as caught:
        read(b"", Origin(None, ORIGIN.modified))
    assert "standard input" in caught.value.message.lower()


def test_the_room_offers_what_others_call() -> None:
    assert triage.ingest.read is read
    assert triage.ingest.signature is signature


def test_the_room_loads_nothing_heavy() -> None:
    """The screen's process reads the first stories itself, so what this room imports delays its first paint."""
    code = "import sys, triage.ingest.inbox, triage.ingest.formats.plain; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert not set(loaded) & {"textual", "spacy", "tinydb", "sqlite3", "tomllib", "platformdirs", "pkgutil", "argparse"}
