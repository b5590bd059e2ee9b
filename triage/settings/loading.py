"""From a settings file to Settings."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from triage import locations
from triage.errors import SettingsError
from triage.settings.defaults import DEFAULT_TAGS, defaults
from triage.settings.shape import BELLS, LEAN, SYMBOLS, THEMES, Settings

if TYPE_CHECKING:
    from pathlib import Path

    from triage.settings.keys import Keymap
    from triage.settings.table import Table

_KEYS = {
    "inbox": "the path of a folder",
    "store": "the path of a file",
    "events": "the path of a folder with families of events",
    "pipeline": "the name or the path of a spaCy pipeline",
    "time_zone": "the name of a time zone such as 'Europe/Berlin'",
    "theme": " or ".join(repr(theme) for theme in THEMES),
    "symbols": " or ".join(repr(one) for one in SYMBOLS),
    "lean": " or ".join(repr(one) for one in LEAN),
    "keys": "'default', 'vim' or 'emacs'",
    "bell": " or ".join(repr(bell) for bell in BELLS),
}


def load(path: Path | None) -> Settings:
    """The settings in the file at `path`; None reads the user's own file if there is one, and else means the defaults.

    Raises SettingsError naming the file and every key in it that cannot be meant, with what was expected.
    """
    if path is None:
        path = locations.default_config()
        with suppress(OSError):  # of a folder that may not be looked into: reading the file says so
            if not path.is_file():
                return defaults()
    content = _parse(path)
    # Late, like tomllib: a start without a settings file pays for neither the checks nor what they import.
    from triage.settings.keys import check_clashes, read_keymap
    from triage.settings.table import Table
    from triage.settings.tags import read_tags

    complaints: list[str] = []
    top = Table("", content, complaints)
    tags = read_tags(top.table("tags"), DEFAULT_TAGS, complaints)
    keymap = read_keymap(top.table("keymap"))
    text = _texts(top)
    follow_links, mouse = top.flag("follow_links"), top.flag("mouse", absent=True)
    top.finish()
    keymap = _with_preset(top, text["keys"], keymap)
    check_clashes(tags, keymap, complaints)
    zone = text["time_zone"]
    if zone is not None and (trouble := _zone_trouble(zone)):
        top.complain("time_zone", trouble)
    chosen = {}
    for name, known in (("theme", THEMES), ("symbols", SYMBOLS), ("lean", LEAN), ("bell", BELLS)):
        chosen[name] = text[name] or known[0]
        if chosen[name] not in known:
            top.complain(name, f"expected {_KEYS[name]}, found {chosen[name]!r}")
    if complaints:
        raise SettingsError(
            "\n  ".join([f"{path}:", *complaints]),
            title="Settings not understood",
            hint="Correct the keys named above, or start with another file: --config FILE",
        )
    folder = path.absolute().parent
    return Settings(
        tags=tags,
        keymap=keymap,
        inbox=_path(folder, text["inbox"]),
        store=_path(folder, text["store"]),
        events=_path(folder, text["events"]),
        pipeline=_pipeline(folder, text["pipeline"]),
        time_zone=zone,
        follow_links=follow_links,
        mouse=mouse,
        **chosen,
        found_at=path,
    )


def _texts(top: Table) -> dict[str, str | None]:
    """What the file says under each of the keys; an empty text says nothing that could be meant."""
    said = {key: top.text(key, expected) for key, expected in _KEYS.items()}
    for key, value in said.items():
        if value is not None and not value.strip():
            top.complain(key, f"expected {_KEYS[key]}, found {value!r}")
    return {key: value if value and value.strip() else None for key, value in said.items()}


def _with_preset(top: Table, name: str | None, keymap: Keymap) -> dict[str, tuple[str, ...]]:
    """The keymap on top of the preset of that name."""
    from triage.settings.presets import PRESETS
    from triage.settings.table import closest

    if name is not None and name not in PRESETS:
        top.complain("keys", f"expected {_KEYS['keys']}, found {name!r}{closest(name, PRESETS)}")
    return {**PRESETS.get(name or "default", {}), **keymap}


def _parse(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        what, hint = error.strerror or str(error), "Name a settings file that can be read: --config FILE"
    except UnicodeDecodeError as error:
        what, hint = f"not UTF-8 (byte {error.start + 1})", "Save the file as UTF-8"
    except tomllib.TOMLDecodeError as error:
        what, hint = f"not TOML: {error}", "Correct the line named above"
    raise SettingsError(f"{path}: {what}", title="Settings not readable", hint=hint)


def _path(folder: Path, given: str | None) -> Path | None:
    """`given` as an absolute path; a relative one starts from the settings file's own folder."""
    if given is None:
        return None
    import os.path  # expanduser of pathlib raises for an unknown user; this one leaves the name as it stands

    return folder / os.path.expanduser(given)  # noqa: PTH111 - for the reason above


def _pipeline(folder: Path, given: str | None) -> str | None:
    """A package's name stays as it is; what looks like a path is one."""
    if given is None or not ("/" in given or given.startswith("~")):
        return given
    return str(_path(folder, given))


def _zone_trouble(name: str) -> str | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

    from triage.settings.table import closest

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # unknown; not a relative path; a folder such as "Europe"
        return f"expected {_KEYS['time_zone']}, found {name!r}" + closest(name, available_timezones())
    return None
