"""From the words of the command line to a verb that is ready to run."""

from __future__ import annotations

import argparse
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn, Protocol

from triage import __version__
from triage.cli import VERBS
from triage.cli.options import Options
from triage.cli.verbs.open import refuse_mistyped_verb
from triage.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_COMMON = (
    ("--inbox", "DIR", "the folder with the stories (TRIAGE_INBOX)"),
    ("--store", "FILE", "the file with the decisions (TRIAGE_STORE)"),
    ("--config", "FILE", "the settings file (TRIAGE_CONFIG)"),
    ("--pipeline", "NAME_OR_PATH", "the spaCy pipeline that finds the facts"),
)


class Verb(Protocol):
    """A module of `verbs/`."""

    HELP: str
    """One line."""

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add what the verb takes beside the common options."""

    def run(self, options: Options, given: argparse.Namespace) -> int:
        """Do it; returns the exit status."""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are the program's own."""

    def error(self, message: str) -> NoReturn:
        raise SettingsError(message, title="Usage", hint=" ".join(self.format_usage().split()))


def verb_of(words: Sequence[str]) -> Callable[[], int]:
    """The verb that `words` name, with its arguments. Raises SettingsError; --help and --version print and end."""
    name, rest, first = _split(words)
    verb: Verb = import_module(f"triage.cli.verbs.{name}")
    parser = _Parser(prog="triage" if name == "open" else f"triage {name}", description=verb.HELP, allow_abbrev=False)
    if name == "open":
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.epilog = _overview()
        refuse_mistyped_verb(first)
    verb.arguments(parser)
    common = parser.add_argument_group("common options")
    for option, metavar, text in _COMMON:
        common.add_argument(option, metavar=metavar, help=text)
    common.add_argument("--version", action="version", version=f"triage {__version__}")
    given = parser.parse_args(rest)
    return partial(verb.run, Options(given.inbox, given.store, given.config, given.pipeline), given)


def _split(words: Sequence[str]) -> tuple[str, list[str], str | None]:
    """The verb, the words without it, and the first word that is no option; common options may stand before the verb."""
    valued = {option for option, *_ in _COMMON}
    skip = False
    for place, word in enumerate(words):
        if skip or word in valued:
            skip = not skip
        elif not word.startswith("-"):
            if word in VERBS:
                return word, [*words[:place], *words[place + 1 :]], word
            return "open", list(words), word
    return "open", list(words), None


def _overview() -> str:
    helps = [(name, import_module(f"triage.cli.verbs.{name}").HELP) for name in VERBS]
    return "\n".join(["verbs:", *(f"  {name:8} {text}" for name, text in helps), "", "triage VERB --help tells more."])
