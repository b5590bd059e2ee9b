"""Links in the inbox: followed inside it, named and left alone where they lead out."""

from pathlib import Path

import pytest
from inbox_reading import STORY, Put, only, paths

from triage.ingest.inbox import read_file, scan


def test_a_link_inside_the_inbox_is_followed(inbox: Path, put: Put) -> None:
    target = put("a.txt")
    (inbox / "b.txt").symlink_to(target)
    found = {seen.path: read_file(inbox, seen) for seen in scan(inbox)}
    assert found["b.txt"].stories[0].id == found["a.txt"].stories[0].id
    assert found["b.txt"].size == len(STORY)


@pytest.mark.parametrize("target", ["../secret.txt", "../outside", "/etc/hostname"])
def test_a_link_that_leads_out_is_named_and_not_followed(inbox: Path, tmp_path: Path, target: str) -> None:
    (tmp_path / "secret.txt").write_bytes(STORY)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.txt").write_bytes(STORY)
    (inbox / "link").symlink_to(target)
    found = only(inbox)
    assert (found.path, found.stories) == ("link", ())
    assert found.error is not None
    assert found.error.title == "Link not followed"


def test_links_that_lead_out_are_followed_if_told(inbox: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(STORY)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.txt").write_bytes(STORY)
    (tmp_path / "outside" / "again").symlink_to(tmp_path / "outside")
    (inbox / "file.txt").symlink_to(tmp_path / "secret.txt")
    (inbox / "folder").symlink_to(tmp_path / "outside")
    (inbox / "twin").symlink_to(tmp_path / "outside")
    (inbox / "above").symlink_to(tmp_path)
    seen = scan(inbox, follow=True)
    assert len(seen) == 2
    assert {one.path.split("/")[-1] for one in seen} == {"file.txt", "x.txt"}
    assert all(read_file(inbox, one, follow=True).stories for one in seen)
    assert next(one for one in seen if one.path == "file.txt").size == len(STORY)


def test_links_to_nothing_and_to_themselves_are_named(inbox: Path, put: Put) -> None:
    put("a.txt")
    (inbox / "loop").symlink_to("loop")
    (inbox / "gone").symlink_to("nothing")
    found = {seen.path: read_file(inbox, seen) for seen in scan(inbox)}
    assert found["a.txt"].stories
    assert found["loop"].error is not None
    assert found["gone"].error is not None
    assert found["gone"].error.title == "File gone"
    assert "gone is a link to nothing" in found["gone"].error.message


def test_a_link_to_a_folder_inside_lists_nothing_twice(inbox: Path, put: Put) -> None:
    put("day/a.txt")
    (inbox / "again").symlink_to("day")
    (inbox / "day" / "up").symlink_to("..")
    assert paths(inbox) == ["day/a.txt"]


def test_an_inbox_behind_a_link_is_read(inbox: Path, put: Put, tmp_path: Path) -> None:
    put("a.txt")
    (inbox / "b.txt").symlink_to("a.txt")
    (tmp_path / "link").symlink_to(inbox)
    found = [read_file(tmp_path / "link", seen) for seen in scan(tmp_path / "link")]
    assert [len(one.stories) for one in found] == [1, 1]
