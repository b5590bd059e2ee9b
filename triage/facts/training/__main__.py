"""`python -m triage.facts.training CORPORA [--out DIR] [--onward DIR] [--set training.max_steps=500]`: train the shipped pipeline.

CORPORA is the folder with the public sets, `ner/` and `trees/` in it. From nothing it takes about half an hour on one core;
with `--onward` the pipeline in that folder learns on, a few minutes long, also from news sentences with a day or an aside put into them.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy
from spacy.training.loop import train
from spacy.util import load_config, load_model_from_config, load_model_from_path

from triage.errors import TriageError
from triage.facts import pipeline
from triage.facts.flags import flagged
from triage.facts.training import corpus

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.api import Config

VERSION = "3"
ONWARD: dict[str, Any] = {
    "corpora.train.ledes": 6000,
    "training.max_steps": 1500,
    "training.eval_frequency": 500,
    "training.batcher.size.start": 1000,
    "training.optimizer.learn_rate.initial_rate": 0.0004,
    "training.optimizer.learn_rate.total_steps": 1500,
}
"""What is other than in config.cfg for a pipeline that learns on: it shall keep what it knows."""

LICENCES = (
    "MIT (the program); trained on GMB, wikigold, WNUT17, MEANTIME, UD English EWT with UNER (CC BY-SA 4.0), CrossNER"
)


def main(arguments: list[str] | None = None) -> int:
    """Train, and write the best round's pipeline; 0 when done, 2 when the sets are not there."""
    parser = argparse.ArgumentParser(prog="python -m triage.facts.training", description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, default=pipeline.SHIPPED)
    parser.add_argument("--onward", type=Path, metavar="DIR", help="a pipeline that this made, to train on")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="change a value of config.cfg")
    given = parser.parse_args(arguments)
    try:
        changes = (ONWARD if given.onward else {}) | dict(_value(one) for one in given.set)
        _train(given.corpora, given.out, given.onward, changes)
    except TriageError as error:
        print(error, file=sys.stderr)  # noqa: T201 - this is a command
        return 2
    return 0


def _value(text: str) -> tuple[str, Any]:
    name, _, value = text.partition("=")
    return name, json.loads(value)


def _train(corpora: Path, out: Path, onward: Path | None, overrides: dict[str, Any]) -> None:
    path = Path(str(files("triage.facts.training"))) / "config.cfg"
    config = load_config(path, overrides={"paths.corpora": str(corpora), **overrides}, interpolate=False)
    seed = config.interpolate()["system"]["seed"]
    random.seed(seed)
    numpy.random.seed(seed)
    nlp = _begun(config) if onward is None else _again(onward, config)
    with TemporaryDirectory() as folder:
        _, best = train(nlp, Path(folder))
        _ship(best or Path(folder), out)


def _begun(config: Config) -> Language:
    """A pipeline that has learnt nothing."""
    nlp = flagged(pipeline.tokenized(load_model_from_config(config, auto_fill=True)))
    first = list(
        corpus.rounds(str(config["paths"]["corpora"]), 0)(nlp)
    )  # a whole round, or rare labels would be missing
    nlp.initialize(lambda: first)
    return nlp


def _again(onward: Path, config: Config) -> Language:
    """The pipeline in that folder, to be trained as the configuration says."""
    nlp = flagged(pipeline.tokenized(load_model_from_path(onward)))
    lemmas: Any = nlp.get_pipe("trainable_lemmatizer")
    lemmas.tree2label = {tree: at for at, tree in enumerate(lemmas.cfg["labels"])}  # spaCy forgets it on the disk
    filled = load_model_from_config(config, auto_fill=True).config
    nlp.config = nlp.config.merge({name: filled[name] for name in ("paths", "system", "corpora", "training")})
    return nlp


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
