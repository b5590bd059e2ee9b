"""The training of the shipped pipeline: what becomes of the sets, and that a short training makes a pipeline that works."""

from __future__ import annotations

import gzip
from random import Random
from typing import TYPE_CHECKING

import pytest
import spacy

from triage.errors import FactsError
from triage.facts import pipeline
from triage.facts.training import corpus, sources
from triage.facts.training.__main__ import main
from triage.facts.training.labels import mended
from triage.facts.training.ledes import dated, ledes
from triage.facts.training.sample import Sample, Tree, example
from triage.facts.training.spacing import spaces
from triage.facts.training.variety import varied

if TYPE_CHECKING:
    from pathlib import Path

TREE = """\
# newdoc id = one
# text = Ministers met in Oslo.
1\tMinisters\tminister\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_
2\tmet\tmeet\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
3\tin\tin\tADP\tIN\t_\t4\tcase\t_\t_
4\tOslo\tOslo\tPROPN\tNNP\tNumber=Sing\t2\tobl\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""
NAMED = "-DOCSTART-\tO\n\nMr.\tB-per\nHansen\tI-per\nflew\tO\nto\tO\nOslo\tB-geo\n.\tO\n\nTurkish\tB-gpe\ntroops\tO\nleft\tO\n\n"


def test_titles_and_articles_leave_names_and_peoples_are_told_from_countries() -> None:
    words = ["President", "Jane", "Doe", "of", "the", "European", "Union", "met", "Turkish", "and", "Iraq", "envoys"]
    tags = ["B-per", "I-per", "I-per", "O", "B-org", "I-org", "I-org", "O", "B-gpe", "O", "B-gpe", "O"]
    assert mended(words, tags) == (
        "O", "B-PERSON", "I-PERSON", "O", "O", "B-ORG", "I-ORG", "O", "B-NATIONALITY", "O", "B-PLACE", "O",
    )  # fmt: skip


def test_what_a_set_does_not_mark_is_unknown_rather_than_no_name() -> None:
    assert mended(["French", "trains", "stop"], ["O", "O", "O"]) == (None, "O", "O")


def test_dates_and_sums_are_left_to_rules() -> None:
    assert mended(["On", "Friday"], ["O", "B-tim"]) == ("O", "O")


def test_words_become_the_text_that_they_were() -> None:
    words = [
        "He",
        "paid",
        "$",
        "3",
        "(",
        "or",
        "less",
        ")",
        ",",
        '"',
        "all",
        "of",
        "it",
        '"',
        ",",
        "Bo",
        "'s",
        "aunt",
        "said",
        ".",
    ]
    text = "".join(word + " " * space for word, space in zip(words, spaces(words), strict=True)).strip()
    assert text == 'He paid $3 (or less), "all of it", Bo\'s aunt said.'


def test_every_sentence_of_our_own_can_be_learnt_from() -> None:
    nlp = pipeline.tokenized(spacy.blank("en"))
    found = sources.own(nlp)
    assert len(found) > 1000
    labels = {tag[2:] for (one,) in found for tag in one.entities or () if tag and tag != "O"}
    assert labels == {"PERSON", "ORG", "PLACE", "NATIONALITY", "WEAPON", "OTHER", "TEAM", "COUNTRY"}
    for (one,) in found:
        made = example(nlp, [one])
        gold = sum(tag is not None and tag.startswith("B-") for tag in one.entities or ())
        assert len(made.get_aligned_spans_y2x(made.reference.ents)) == gold, made.text


def test_names_that_are_exchanged_keep_their_places() -> None:
    sample = Sample(
        ("Ann", "Lee", "saw", "Rome", "."),
        (True, True, True, False, False),
        ("B-PERSON", "I-PERSON", "O", "B-PLACE", "O"),
    )
    random = Random(3)
    texts = set()
    for _ in range(60):
        one = varied(sample, random)
        assert one.entities is not None
        assert len(one.words) == len(one.entities) == len(one.spaces)
        assert sum(tag == "B-PERSON" for tag in one.entities) == 1
        assert one.words[-1] == "."
        texts.add(" ".join(one.words))
    assert len(texts) > 5


def test_a_round_differs_from_the_next_and_a_seed_decides(tmp_path: Path) -> None:
    folder = sets(tmp_path)
    nlp = pipeline.tokenized(spacy.blank("en"))
    first, again = corpus.rounds(str(folder), 1), corpus.rounds(str(folder), 1)
    texts = [one.text for one in first(nlp)]
    assert texts == [one.text for one in again(nlp)]
    assert texts != [one.text for one in first(nlp)]


def test_a_short_training_makes_a_pipeline_that_parses_and_names(tmp_path: Path) -> None:
    short = ["--set", "training.max_steps=4", "--set", "training.eval_frequency=2"]
    assert main([str(sets(tmp_path)), "--out", str(tmp_path / "made"), *short]) == 0
    nlp = pipeline.load(str(tmp_path / "made"))
    doc = nlp("Turkish troops left Oslo.")
    assert {"parser", "ner", "tagger"} <= set(nlp.pipe_names)
    assert doc.has_annotation("DEP")
    assert doc.has_annotation("ENT_IOB")
    assert str(tmp_path) not in (tmp_path / "made" / "config.cfg").read_text()


def test_sets_that_are_not_there_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert "ewt" in capsys.readouterr().err


def test_a_mark_that_is_none_is_refused() -> None:
    with pytest.raises(FactsError, match="not one of"):
        sources.marked("[PERSON Ann] saw [CITY Rome].", spacy.blank("en"), "made.txt")


def sets(folder: Path) -> Path:
    """Every file that a training reads, each with a few words of ours."""
    for one in (*corpus.TRAIN, *corpus.CHECK):
        for name in one.files:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            with gzip.open(path, "wt", encoding="utf-8") as file:
                file.write((TREE if name.startswith("trees") else NAMED) * 20)
    return folder


def parsed(words: str, *trees: tuple[str, str, int, str]) -> Sample:
    """A sentence with the tag, part of speech, head and relation of each word."""
    made = tuple(Tree(tag, pos, "", "", head, dep) for tag, pos, head, dep in trees)
    return Sample(tuple(words.split()), (True,) * len(made), trees=made)


def test_a_day_is_put_between_who_and_what_they_did() -> None:
    sample = parsed(
        "Ministers met them .",
        ("NNS", "NOUN", 1, "nsubj"),
        ("VBD", "VERB", 1, "ROOT"),
        ("PRP", "PRON", 1, "obj"),
        (".", "PUNCT", 1, "punct"),
    )
    random = Random(5)
    seen = set()
    for _ in range(100):
        one = dated(sample, random)
        assert one.trees is not None
        assert len(one.words) == len(one.spaces) == len(one.trees) > len(sample.words)
        verb = one.words.index("met")
        assert one.words[0] == "Ministers"
        assert [one.trees[at].head for at in (0, verb, verb + 1, verb + 2)] == [verb] * 4
        (between,) = (at for at in range(1, verb) if one.trees[at].head == verb)
        assert one.trees[between].dep == ("advcl" if one.words[1] == "," else "obl")
        assert all(1 <= tree.head <= verb for tree in one.trees[1:verb])
        seen.add(one.words[1])
        text = example(spacy.blank("en"), [one]).text
        assert text.startswith(("Ministers, ", f"Ministers {one.words[1]} ")) and text.count(" ,") == 0
    assert {"on", ",", "this"} <= seen and len(seen) > 6


def test_a_pronoun_is_followed_by_its_verb() -> None:
    sample = parsed("They met .", ("PRP", "PRON", 1, "nsubj"), ("VBD", "VERB", 1, "ROOT"), (".", "PUNCT", 1, "punct"))
    assert dated(sample, Random(5)) == sample


def test_news_sentences_are_learnt_from_as_the_pipeline_parses_them() -> None:
    told = (
        "The ministers signed a treaty in Oslo .",
        "They signed it .",
        "No word of it .",
        "Rebels attacked a base .",
        "Rebels left .",
    )
    samples = [Sample(tuple(one.split()), (True,) * len(one.split())) for one in told]
    found = list(ledes(pipeline.load(None), samples, 2))
    assert [" ".join(one.words) for one in found] == [told[0], told[3]]
    assert found[1].trees is not None
    assert [tree.dep for tree in found[1].trees] == ["nsubj", "ROOT", "det", "obj", "punct"]
