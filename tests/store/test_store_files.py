"""Modes, groups, links, and what may not be written."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from store_wishes import A, backdate, tags_in, wish

from triage.errors import StoreError
from triage.store import TagStore, exists
from triage.store.files import StoreFiles

if TYPE_CHECKING:
    from pathlib import Path


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_in_a_folder_that_is_not_there_no_store_exists(path: Path, store: TagStore) -> None:
    store.close()
    assert exists(path)
    assert not exists(path.parent / "gone" / path.name)
    assert not exists(path / path.name)


def test_new_files_are_the_users_alone(path: Path, store: TagStore) -> None:
    store.close()
    names = {file.name for file in path.parent.iterdir()}
    assert names == {f"triage.json{end}" for end in ("", ".backup", ".journal", ".lock", ".snapshot-lock")}
    assert {mode_of(file) for file in path.parent.iterdir()} == {0o600}


def test_a_file_that_exists_keeps_its_mode_and_group_and_others_take_them(path: Path) -> None:
    path.touch()
    path.chmod(0o664)
    group = next((group for group in os.getgroups() if group != path.stat().st_gid), path.stat().st_gid)
    if os.geteuid() == 0:
        group = 12345
    os.chown(path, -1, group)
    store = TagStore.open(path, "anna")
    store.act("one", [wish(A, add=("one",))])
    path.write_text(json.dumps({"meta": {"1": {"schema": 1, "seq": 0}}, "stories": {}}))
    backdate(path)
    store.close()
    files = [path, path.with_name("triage.json.journal"), path.with_name("triage.json.lock")]
    assert [mode_of(file) for file in files] == [0o664] * 3
    assert {file.stat().st_gid for file in files} == {group}
    assert tags_in(path) == {A: ["one"]}


def test_a_link_is_followed(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "decisions.json"
    path.symlink_to(target)
    by_link, by_name = TagStore.open(path, "anna"), TagStore.open(target, "bert")
    by_link.act("one", [wish(A, add=("one",))])
    assert by_name.refresh() == {A}
    by_link.close()
    assert path.is_symlink()
    assert tags_in(target) == {A: ["one"]}
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["triage.json"]


AS_NOBODY = """
import os, sys
from pathlib import Path
from triage.errors import StoreError
from triage.store import TagStore

if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    TagStore.open(Path(sys.argv[1]), "nobody")
except StoreError as error:
    print(error.message, "|", error.hint)
"""


def open_as_nobody(path: Path) -> str:
    command = [sys.executable, "-c", AS_NOBODY, str(path)]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=True).stdout


@pytest.mark.parametrize("closed", ["folder", "triage.json", "triage.json.journal"])
def test_what_may_not_be_written_is_refused_with_the_option(path: Path, store: TagStore, closed: str) -> None:
    shut = path.parent if closed == "folder" else path.with_name(closed)
    if os.geteuid() == 0:
        for folder in (path.parent, *path.parent.parents):
            if folder.name.startswith(("pytest-", "popen-", path.parent.name)):
                folder.chmod(0o755)
        if closed != "folder":
            path.parent.chmod(0o777)
            for file in set(path.parent.iterdir()) - {shut}:
                file.chmod(0o666)
    else:
        shut.chmod(0o500 if closed == "folder" else 0o000)
    try:
        said = open_as_nobody(path)
    finally:
        shut.chmod(0o700)
    assert str(shut) in said and "--store" in said


def test_a_folder_that_may_not_be_looked_at_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be used: File name too long"):
        StoreFiles(tmp_path / ("n" * 300) / "triage.json").require_usable()
