"""`triage evaluate` as a person or a script runs it."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from triage.model.fact import FactKind

if TYPE_CHECKING:
    from pathlib import Path

NAMED = "\n".join(
    (
        "Norwegian\tB-MISC",
        "Defense\tO",
        "Minister\tO",
        "Kari\tB-PER",
        "Holm\tI-PER",
        "visited\tO",
        "Paris\tB-LOC",
        "on\tO",
        "Tuesday\tO",
        ".\tO",
        "",
        "The\tO",
        "sleepy\tB-LOC",
        "harbor\tI-LOC",
        "was\tO",
        "quiet\tO",
        ".\tO",
        "",
    )
)
"""Two names that anybody finds, and one that is none."""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder / "config")}
    command = [sys.executable, "-m", "triage", "evaluate", *words]
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=120)
    assert "Traceback" not in done.stderr, done.stderr
    return done


def test_a_table_and_the_same_as_json(tmp_path: Path) -> None:
    (tmp_path / "small.conll.gz").write_bytes(gzip.compress(NAMED.encode()))
    done = run(tmp_path, "small.conll.gz")
    assert (done.returncode, done.stderr) == (0, "")
    rows = {line.split()[1]: line.split()[2:] for line in done.stdout.splitlines() if line.startswith("small  ")}
    assert rows["person"] == ["span", "1", "1", "1", "1.000", "1.000", "1.000"]
    assert rows["place"] == ["span", "2", "1", "1", "1.000", "0.500", "0.667"]
    assert rows["names"] == ["span", "3", "2", "2", "1.000", "0.667", "0.800"]
    data = json.loads(run(tmp_path, "small.conll.gz", "--json").stdout)
    assert {row["kind"]: [row["gold"], row["given"], row["right"]] for row in data["scores"]} == {
        "person": [1, 1, 1],
        "place": [2, 1, 1],
        "names": [3, 2, 2],
    }
    assert sum(row["given"] for row in data["calibration"] if row["kind"] == "every kind") == 2
    assert {row["kind"] for row in data["calibration"]} == {"person", "place", "every kind"}
    assert data["speed"][0]["stories"] == 2
    assert data["speed"][0]["words a second"] > 0


def test_errors_say_what_was_missed_but_not_of_what_is_held_back(tmp_path: Path) -> None:
    held = tmp_path / "held"
    held.mkdir()
    for folder in (tmp_path, held):
        (folder / "small.conll").write_text(NAMED)
    assert "missed  The [sleepy harbor] was quiet." in run(tmp_path, "small.conll", "--errors").stdout
    (error,) = json.loads(run(tmp_path, "small.conll", "--errors", "--json").stdout)["errors"]
    assert (error["kind"], error["by"]) == ("place", "span")
    for path in ("held", "held/small.conll"):
        refused = run(tmp_path, path, "--errors")
        assert (refused.returncode, refused.stdout) == (2, "")
        assert "held" in refused.stderr
    assert run(held, "small.conll", "--errors").returncode == 2
    assert run(tmp_path, "held").returncode == 0


def test_what_cannot_be_read_is_named_and_the_rest_is_scored(tmp_path: Path) -> None:
    (tmp_path / "a.conll.gz").write_bytes(gzip.compress(NAMED.encode())[:-9])
    (tmp_path / "b.txt").write_text("Rain fell on Tuesday.\n")
    (tmp_path / "c.conll").write_text(NAMED)
    (tmp_path / "d.jsonl").write_text('{"text": 5, "spans": [["PERSON"]]}\n')
    (tmp_path / "none").mkdir()
    done = run(tmp_path, ".", "missing.conll", "none")
    assert done.returncode == 1
    assert all(name in done.stderr for name in ("a.conll.gz", "b.txt", "d.jsonl", "missing.conll", "none"))
    assert {line.split()[0] for line in done.stdout.splitlines() if line.endswith(("000", "667", "800"))} == {"c"}


def test_wrong_usage(tmp_path: Path) -> None:
    assert run(tmp_path).returncode == 2
    (tmp_path / "c.conll").write_text(NAMED)
    missing = run(tmp_path, "c.conll", "--pipeline", "no_such_pipeline")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "no_such_pipeline" in missing.stderr


def test_the_mapping_is_printed(tmp_path: Path) -> None:
    done = run(tmp_path, "--mapping")
    assert done.returncode == 0
    assert "CoNLL-2003" in done.stdout
    rows = json.loads(run(tmp_path, "--mapping", "--json").stdout)["mapping"]
    assert {row["kind"] for row in rows} <= {*FactKind, "every kind", "-"}
    assert all(row["reason"] for row in rows if row["kind"] == "-")
