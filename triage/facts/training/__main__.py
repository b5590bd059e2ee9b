"""`python -m triage.facts.training CORPORA [--out DIR] [--set training.max_steps=500]`: train the shipped pipeline again.

CORPORA is the folder with the public sets, `ner/` and `trees/` in it. It takes about an hour on one core.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy
from spacy.training.loop import train
from spacy.util import load_config, load_model_from_config, load_model_from_path

from triage.errors import TriageError
from triage.facts import pipeline
from triage.facts.flags import flagged
from triage.facts.training import corpus

VERSION = "1"
LICENCES = (
    "MIT (the program); trained on GMB, wikigold, WNUT17, MEANTIME, UD English EWT with UNER (CC BY-SA 4.0), CrossNER"
)


def main(arguments: list[str] | None = None) -> int:
    """Train, and write the best round's pipeline; 0 when done, 2 when the sets are not there."""
    parser = argparse.ArgumentParser(prog="python -m triage.facts.training", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, default=pipeline.SHIPPED)
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="change a value of config.cfg")
    given = parser.parse_args(arguments)
    try:
        _train(given.corpora, given.out, dict(_value(one) for one in given.set))
    except TriageError as error:
        print(error, file=sys.stderr)  # noqa: T201 - this is a command
        return 2
    return 0


def _value(text: str) -> tuple[str, Any]:
    name, _, value = text.partition("=")
    return name, json.loads(value)


def _train(corpora: Path, out: Path, overrides: dict[str, Any]) -> None:
    path = Path(str(files("triage.facts.training"))) / "config.cfg"
    config = load_config(path, overrides={"paths.corpora": str(corpora), **overrides}, interpolate=False)
    seed = config.interpolate()["system"]["seed"]
    random.seed(seed)
    numpy.random.seed(seed)
    nlp = flagged(pipeline.tokenized(load_model_from_config(config, auto_fill=True)))
    first = list(corpus.rounds(str(corpora), 0)(nlp))  # a whole round, or rare labels would be missing
    nlp.initialize(lambda: first)
    with TemporaryDirectory() as folder:
        _, best = train(nlp, Path(folder))
        _ship(best or Path(folder), out)


def _ship(trained: Path, out: Path) -> None:
    """Write the pipeline with what it needs to run, and with its origin; nothing of the machine that it was trained on."""
    nlp = load_model_from_path(trained)
    nlp.config["paths"] = {}
    for section in ("training", "corpora", "initialize"):
        nlp.config.pop(section, None)
    nlp.meta.update(name="triage_wire", version=VERSION, license=LICENCES)
    nlp.to_disk(out)


if __name__ == "__main__":
    raise SystemExit(main())
