"""Settings files as people write them, right and wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from triage.errors import SettingsError
from triage.model.action import ACTIONS, Action
from triage.settings import Settings, TagDefinition, defaults, load
from triage.settings.keys import canonical, check_clashes
from triage.settings.presets import PRESETS

Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_to(text: str) -> Path:
        path = tmp_path / "triage.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write_to


def complaints(path: Path) -> str:
    with pytest.raises(SettingsError) as caught:
        load(path)
    assert caught.value.status == 2
    assert str(path) in caught.value.message
    assert caught.value.hint
    return caught.value.message


def tag(settings: Settings, name: str) -> TagDefinition:
    found = settings.tag(name)
    assert found is not None
    return found


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    settings = load(None)
    assert settings == defaults()
    assert [(one.name, one.key) for one in settings.tags] == [("defense", "d"), ("NATO", "n"), ("sanctions", "s")]


def test_the_default_keys_do_not_clash() -> None:
    found: list[str] = []
    check_clashes(defaults().tags, {}, found)
    assert found == []


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_default_key_has_its_one_name(action: Action) -> None:
    for key in action.keys:
        assert canonical(key) == key


def test_a_known_tag_is_changed_field_by_field(write: Write) -> None:
    settings = load(write('[tags.nato]\ncolour = "bright blue"\nwords = ["the alliance"]\n'))
    changed, before = tag(settings, "NATO"), tag(defaults(), "NATO")
    assert (changed.name, changed.key, changed.entities) == ("NATO", "n", before.entities)
    assert (changed.colour, changed.words) == ("ansi_bright_blue", ("the alliance",))


def test_tags_are_added_renamed_rekeyed_and_removed(write: Write) -> None:
    settings = load(
        write(
            '[tags.energy]\nkey = "e"\ncolour = "#ffaa00"\ncountries = ["SA", "QA"]\nweapons = ["S-400"]\n'
            '[tags.defense]\nname = "arms"\nkey = "w"\n[tags.sanctions]\nremove = true\n[tags.NATO]\nkey = ""\n'
        )
    )
    assert [(one.name, one.key) for one in settings.tags] == [("arms", "w"), ("NATO", None), ("energy", "e")]
    assert tag(settings, "energy").countries == ("SA", "QA")


def test_a_tag_takes_the_letter_that_another_gave_up(write: Write) -> None:
    settings = load(write('[tags.sanctions]\nkey = "z"\n[tags.spies]\nkey = "s"\n'))
    assert [(one.name, one.key) for one in settings.tags][2:] == [("sanctions", "z"), ("spies", "s")]


def test_paths_start_from_the_file_and_know_the_home_folder(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/reader")
    path = write('inbox = "wire"\nstore = "~/desk/triage.json"\npipeline = "models/en"\ntime_zone = "Europe/Berlin"\n')
    settings = load(path)
    assert settings.inbox == path.parent / "wire"
    assert settings.store == Path("/home/reader/desk/triage.json")
    assert settings.pipeline == str(path.parent / "models/en")
    assert settings.time_zone == "Europe/Berlin"
    assert settings.found_at == path
    assert load(write('pipeline = "en_core_web_sm"\n')).pipeline == "en_core_web_sm"


def test_the_keymap_holds_the_screens_names_for_keys(write: Write) -> None:
    settings = load(write('[keymap]\naccept = ["A", "shift+y", "ctrl+n"]\nhelp = ["?", "F1"]\nrefuse = []\n'))
    assert settings.keymap == {"accept": ("A", "Y", "ctrl+n"), "help": ("question_mark", "f1"), "refuse": ()}


def test_a_key_that_two_actions_share_out_of_the_box_may_be_said_again(write: Write) -> None:
    assert load(write('[keymap]\ndone = ["space"]\n')).keymap == {"done": ("space",)}


def test_two_actions_may_swap_their_keys(write: Write) -> None:
    settings = load(write('[keymap]\naccept = ["x"]\nspike = ["a"]\n'))
    assert settings.keymap == {"accept": ("x",), "spike": ("a",)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 1", "colour: unknown key"),
        ('pipelin = "x"', "pipelin: unknown key; did you mean pipeline?"),
        ("inbox = 3", "inbox: expected the path of a folder, found 3"),
        ("tags = 3", "tags: expected a table, written [tags], found 3"),
        ('tags.NATO = "x"', "tags.NATO: expected a table, written [tags.NATO], found 'x'"),
        ('time_zone = "Europe/Berln"', "did you mean Europe/Berlin"),
        ('time_zone = "../etc/passwd"', "time_zone: expected the name of a time zone"),
        ('store = "a\\u0000b"', "store: expected the path of a file"),
        ('theme = ""', "theme: expected 'dark' or 'light' or 'terminal', found ''"),
        ('inbox = " "', "inbox: expected the path of a folder, found ' '"),
        ('pipeline = ""', "pipeline: expected the name or the path of a spaCy pipeline"),
        ('time_zone = "Europe"', "time_zone: expected the name of a time zone"),
        ('tags.NATO.wrds = ["a"]', "tags.NATO.wrds: unknown key; did you mean words?"),
        ('tags.NATO.words = "a"', "tags.NATO.words: expected a list of words or phrases, found 'a'"),
        ('tags.NATO.words = ["a", ""]', "tags.NATO.words: expected a list"),
        ("tags.NATO.key = 3", "tags.NATO.key: expected one lower-case letter, found 3"),
        ('tags.NATO.key = "N"', "tags.NATO.key: expected one lower-case letter"),
        ('tags.NATO.key = "ü"', "tags.NATO.key: expected one lower-case letter"),
        ('tags.NATO.colour = "megenta"', "did you mean magenta?"),
        ('tags.NATO.colour = "#12345"', "tags.NATO.colour: expected"),
        ('tags.NATO.countries = ["uk"]', "tags.NATO.countries: expected two capital letters (ISO 3166)"),
        ('tags.NATO.remove = "yes"', "tags.NATO.remove: expected true or false, found 'yes'"),
        ("tags.NATOO.remove = true", "tags.NATOO.remove: there is no such tag; did you mean NATO?"),
        ('tags.NATO.name = " "', "tags.NATO.name: expected a name"),
        ('tags.NATO.name = "a\\u001bb"', "tags.NATO.name: expected a name"),
        ('tags.NATO.name = "a  b"', "tags.NATO.name: expected a name"),
        (f"tags.{'x' * 41}.key = 'w'", "expected a name of at most 40 characters"),
        ('tags.NATO.name = "Sanctions"', "two tags would have this name"),
        ('tags.NATO.key = "s"', "tags.sanctions.key: 's' is also the key of NATO; free letters are"),
        ('tags.NATO.key = "f"', "tags.NATO.key: 'f' or its capital already does something else (facts)"),
        ('tags.NATO.key = "k"', "something else (fact_up, previous_story, scroll_up, sheet_up, up)"),
        ('keymap.accept = ["n"]', "keymap.accept: 'n' and its capital belong to the tag NATO"),
        ('keymap.accept = ["N"]', "keymap.accept: 'n' and its capital belong to the tag NATO"),
        ('keymap.accept = ["shift+d"]', "keymap.accept: 'd' and its capital belong to the tag defense"),
        ('keymap.accept = ["x"]', "keymap.accept: 'x' is also a key of the action spike"),
        ('keymap.find = ["ctrl+i"]', "keymap.find: 'tab' is also a key of the action pane"),
        ('keymap.accept = "a"', "keymap.accept: expected a list of keys"),
        ('keymap.accept = ["pgup"]', "keymap.accept: 'pgup' is no key; did you mean pageup"),
        ('keymap.acept = ["a"]', "keymap.acept: no such action; did you mean accept"),
        ("[tags", "not TOML"),
    ],
)
def test_what_cannot_be_meant_is_named(write: Write, text: str, said: str) -> None:
    assert said in complaints(write(text))


def test_all_that_is_wrong_is_said_at_once(write: Write) -> None:
    message = complaints(write('inbox = 1\n[tags.NATO]\nkey = 2\n[keymap]\nnothing = ["a"]\n'))
    for key in ("inbox:", "tags.NATO.key:", "keymap.nothing:"):
        assert key in message


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    assert "No such file" in complaints(tmp_path / "none.toml")
    assert "directory" in complaints(tmp_path)
    latin = tmp_path / "latin.toml"
    latin.write_bytes('inbox = "Öl"'.encode("latin-1"))
    assert "not UTF-8 (byte 10)" in complaints(latin)


@pytest.mark.parametrize("name", PRESETS)
def test_the_keys_of_a_preset_are_keys_and_do_not_clash(name: str) -> None:
    found: list[str] = []
    check_clashes(defaults().tags, PRESETS[name], found)
    assert found == []
    assert PRESETS[name].keys() <= {action.id for action in ACTIONS}
    assert all(canonical(key) == key for keys in PRESETS[name].values() for key in keys)


def test_own_keys_go_before_those_of_the_preset(tmp_path: Path) -> None:
    config = tmp_path / "triage.toml"
    config.write_text('keys = "emacs"\n[keymap]\ncopy = ["f5"]\n')
    keymap = load(config).keymap
    assert (keymap["copy"], keymap["palette"]) == (("f5",), ("alt+x",))


def test_an_unknown_preset_is_an_error_that_names_them(tmp_path: Path) -> None:
    config = tmp_path / "triage.toml"
    config.write_text('keys = "emacsen"\n')
    with pytest.raises(SettingsError, match=r"keys: expected .*did you mean emacs\?"):
        load(config)


def test_events_names_a_folder_and_what_a_tag_wants(tmp_path: Path) -> None:
    path = tmp_path / "triage.toml"
    path.write_text('events = "families"\n[tags.sport]\nevents = ["beat"]\n', "utf-8")
    settings = load(path)
    sport = settings.tag("sport")
    assert settings.events == tmp_path / "families"
    assert sport is not None and sport.events == ("beat",)
    path.write_text("events = 3\n", "utf-8")
    with pytest.raises(SettingsError, match="events: expected the path of a folder"):
        load(path)


def test_symbols_lean_and_the_terminals_own_theme_can_be_set(tmp_path):
    path = tmp_path / "triage.toml"
    path.write_text('theme = "terminal"\nsymbols = "ascii"\nlean = "off"\n')
    settings = load(path)
    assert (settings.theme, settings.symbols, settings.lean) == ("terminal", "ascii", "off")
    path.write_text('symbols = "emoji"\n')
    with pytest.raises(SettingsError, match="symbols: expected 'auto' or 'ascii' or 'unicode'"):
        load(path)
