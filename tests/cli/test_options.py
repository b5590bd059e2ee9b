"""What is said where: the command line before the environment, that before the settings file."""

from __future__ import annotations

from pathlib import Path

import pytest

from triage.cli import VERBS, main
from triage.cli.options import Options, user
from triage.errors import SettingsError
from triage.settings import defaults


@pytest.fixture(autouse=True)
def _clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TRIAGE_INBOX", "TRIAGE_STORE", "TRIAGE_CONFIG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TRIAGE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)


def folder(path: Path) -> Path:
    path.mkdir(parents=True)
    return path


def test_the_inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said, env, here, configured = (folder(tmp_path / name) for name in ("said", "env", "inbox", "configured"))
    config = tmp_path / "desk.toml"
    config.write_text('inbox = "configured"\n')
    monkeypatch.setenv("TRIAGE_CONFIG", str(config))
    monkeypatch.setenv("TRIAGE_INBOX", str(env))

    def inbox(options: Options) -> Path:
        return options.locations(options.settings()).inbox

    assert inbox(Options(inbox=str(said))) == said
    assert inbox(Options()) == env
    monkeypatch.delenv("TRIAGE_INBOX")
    assert inbox(Options()) == here
    here.rmdir()
    assert inbox(Options()) == configured


def test_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox = folder(tmp_path / "inbox")
    config = tmp_path / "desk.toml"
    config.write_text('store = "configured.json"\n')
    monkeypatch.setenv("TRIAGE_STORE", str(tmp_path / "env.json"))

    def store(options: Options) -> Path:
        return options.locations(options.settings()).store

    assert store(Options(store="said.json", config=str(config))) == tmp_path / "said.json"
    assert store(Options(config=str(config))) == tmp_path / "env.json"
    monkeypatch.delenv("TRIAGE_STORE")
    assert store(Options(config=str(config))) == tmp_path / "configured.json"
    assert store(Options()) == inbox.parent / "triage.json"


def test_the_pipeline(tmp_path: Path) -> None:
    config = tmp_path / "desk.toml"
    config.write_text('pipeline = "configured"\n')
    assert Options(config=str(config), pipeline="said").settings().pipeline == "said"
    assert Options(config=str(config)).settings().pipeline == "configured"


def test_without_an_inbox_the_error_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for options in (Options(), Options(inbox="nowhere"), Options(inbox="file")):
        with pytest.raises(SettingsError) as caught:
            options.locations(options.settings())
        assert "--inbox" in caught.value.hint


def test_the_user_is_called_as_the_system_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "kim")
    assert user() == "kim"
    monkeypatch.delenv("LOGNAME")
    monkeypatch.delenv("USER", raising=False)
    assert user()


def test_every_verb_has_its_module() -> None:
    import triage.cli.verbs

    modules = {path.stem for path in Path(triage.cli.verbs.__path__[0]).glob("[a-z]*.py")}
    assert modules == {*VERBS, "open"}


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, "--help"]) == 0
    assert f"usage: triage {verb}" in capsys.readouterr().out


def test_help_lists_the_verbs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert all(f"\n  {verb} " in shown for verb in VERBS)
    assert all(len(line) <= 80 for line in shown.splitlines())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["lst"], "did you mean triage list?"),
        (["lst", "NATO"], "did you mean triage list?"),
        (["--store", "x.json", "exprt"], "did you mean triage export?"),
        (["nowhere"], "does not exist"),
        (["--stoer", "x"], "Usage"),
        (["list", "--nonsense"], "unrecognized arguments: --nonsense"),
        (["export"], "-f/--format"),
        (["export", "-f", "pdf"], "'csv', 'jsonl'"),
        (["tag", "NATO"], "no tag is named"),
        (["tag", "", "NATO"], "--all"),
        (["list", "--config", "none.toml"], "none.toml"),
        (["list", "--inbox", "no\x1b]0;where\x07"], "does not exist"),
    ],
)
def test_wrong_usage_is_told_in_words(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2
    shown = capsys.readouterr()
    assert said in shown.err
    assert "\x1b" not in shown.err
    assert shown.out == ""


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("list", "--inbox", "n" * 300), 2, "cannot be looked at: File name too long"),
        (("n" * 300,), 2, "cannot be looked at: File name too long"),
        (("facts", "n" * 300), 1, "cannot be read: File name too long"),
        (("evaluate", "n" * 300), 1, "Cannot be read: " + "n" * 300 + ": File name too long"),
    ],
)
def test_a_path_that_the_system_refuses(
    words: tuple[str, ...], status: int, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("triage.facts.run.Extraction", lambda *_: None)  # seconds, and never asked
    assert main([*words]) == status
    assert said in capsys.readouterr().err


def test_a_folder_that_may_not_be_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", refuse)  # whoever runs the tests may be allowed everything
    with pytest.raises(SettingsError, match="cannot be looked at: Permission denied"):
        Options().locations(defaults())


def test_a_folder_that_is_gone_under_ones_feet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = folder(tmp_path / "gone")
    monkeypatch.chdir(gone)
    gone.rmdir()
    for words in ([], ["list"], ["facts", "a.txt"]):
        assert main(words) == 2
        assert "change to one that is there" in capsys.readouterr().err


def test_a_settings_folder_that_may_not_be_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/" + "n" * 300)
    with pytest.raises(SettingsError, match="File name too long"):
        Options().settings()
