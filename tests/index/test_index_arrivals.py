"""What comes after a mark is counted behind it, and does not change what there is before it."""

from __future__ import annotations

from index_wire import found, story

from triage.model.entry import Trouble

ONE, TWO, THREE = story("Ferry stops"), story("Bridge opens"), story("UPDATE 1-Ferry stops", "It runs again.")


def put(index, *files) -> None:
    index.put_files(files, "1")


def test_what_comes_later_is_behind_the_mark(index):
    assert (index.mark(), index.came(0)) == (0, [])
    put(index, found("one.txt", ONE))
    mark = index.mark()
    put(index, found("two.txt", TWO, minute=1))
    assert index.came(mark) == [TWO.id]
    assert (index.count_came(mark), index.count_came(index.mark())) == (1, 0)
    assert index.ids() == [TWO.id, ONE.id]
    assert index.ids(until=mark) == [ONE.id]
    assert index.within(0.0, 2e9, until=mark) == [ONE.id]


def test_a_story_whose_new_version_is_behind_the_mark_is_still_listed_before_it(index):
    put(index, found("one.txt", ONE))
    index.put_chains([(ONE.id, [])])
    mark = index.mark()
    put(index, found("three.txt", THREE, minute=1))
    index.put_chains([(THREE.id, [ONE.id])])
    assert index.ids() == [THREE.id]
    assert index.came(mark) == [THREE.id]
    assert index.ids(until=mark) == index.within(0.0, 2e9, until=mark) == [ONE.id]
    assert index.ids(until=mark, every_version=True) == [ONE.id]


def test_of_two_versions_behind_the_mark_one_has_come(index):
    mark = index.mark()
    put(index, found("one.txt", ONE), found("three.txt", THREE, minute=1))
    index.put_chains([(ONE.id, []), (THREE.id, [ONE.id])])
    assert (index.came(mark), index.count_came(mark)) == ([THREE.id], 1)


def test_what_comes_in_the_place_of_what_went_has_come(index):
    put(index, found("one.txt", ONE))
    mark = index.mark()
    index.forget(["one.txt"])
    put(index, found("two.txt", TWO))
    assert index.came(mark) == [TWO.id]


def test_a_story_that_only_moves_has_not_come(index):
    put(index, found("one.txt", ONE))
    mark = index.mark()
    put(index, found("moved.txt", ONE))
    index.forget(["one.txt"])
    assert index.count_came(mark) == 0


def test_files_that_could_not_be_read_are_no_stories(index):
    put(index, found("one.txt", ONE), found("bad.txt", error=Trouble("Empty", "it is empty", "")))
    assert (index.count(), index.readable()) == (2, 1)
