"""Where the lines between the panes were left."""

from __future__ import annotations

import os

import pytest

from triage.session.splits import load, save


def test_what_is_kept_is_there_again_beside_what_others_keep(tmp_path):
    path = tmp_path / "state" / "splits.json"
    save(path, {"skim": 0.5})
    save(path, {"read": 0.25})
    assert load(path) == {"skim": 0.5, "read": 0.25}


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"skim": "wide"}', '{"skim": true}', '{"skim": 7}', "[" * 9999])
def test_a_damaged_file_says_nothing(tmp_path, text):
    path = tmp_path / "splits.json"
    path.write_text(text)
    assert load(path) == {}
    save(path, {"skim": 0.5})
    assert load(path) == {"skim": 0.5}


def test_bytes_that_are_no_text_say_nothing(tmp_path):
    path = tmp_path / "splits.json"
    path.write_bytes(os.urandom(64) + b"\xff")
    assert load(path) == {}


def test_one_damaged_share_leaves_the_others(tmp_path):
    path = tmp_path / "splits.json"
    path.write_text('{"skim": 0.4, "read": null, "wide": 0.001}')
    assert load(path) == {"skim": 0.4}


def test_where_nothing_can_be_written_nothing_is(tmp_path):
    (tmp_path / "state").write_text("a file where a folder should be")
    save(tmp_path / "state" / "splits.json", {"skim": 0.5})
    assert load(tmp_path / "state" / "splits.json") == {}
