"""The order of a lede, which treebanks of the web lack: news says when, or why, between who and what they did.

"The ministry on Tuesday imposed sanctions": a parser that has not seen it takes the verb for an adjective of its object.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from triage.facts.training.sample import Sample, Tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from random import Random

    from spacy.language import Language

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = {
    "January": "Jan.",
    "February": "Feb.",
    "March": "March",
    "April": "April",
    "May": "May",
    "June": "June",
    "July": "July",
    "August": "Aug.",
    "September": "Sept.",
    "October": "Oct.",
    "November": "Nov.",
    "December": "Dec.",
}
_PARTS = ("night", "morning", "evening", "afternoon")
_PRONOUNS = ("PRP", "WP", "WDT", "EX", "DT")
_SUBJECTS = ("nsubj", "nsubj:pass")

_MAIN = ("ROOT", "ccomp")
_LONGEST = 35
"""Words of a sentence that the pipeline may be trusted to parse."""

_ON = Tree("IN", "ADP", "", "on", 1, "case")
_NOUN = ("NN", "NOUN", "Number=Sing")
_DOING = {
    "citing": "cite", "ignoring": "ignore", "defying": "defy", "facing": "face", "seeking": "seek", "fearing": "fear", "quoting": "quote",
    "following": "follow", "joining": "join", "reversing": "reverse",
}  # fmt: skip
_SORTS = ("security", "court", "peace", "government", "police", "aid", "border", "opposition", "trade", "church")
_THINGS = ("reasons", "protests", "orders", "talks", "warnings", "threats", "concerns", "rulings", "demands", "reports")

Between = tuple[list[str], list[Tree]]
"""Words and their trees, heads counted from the first of them; a head of -1 is the verb behind them."""


def ledes(nlp: Language, samples: Iterable[Sample], wanted: int) -> Iterator[Sample]:
    """Up to `wanted` of the sentences whose main verb follows its subject, with the trees that the pipeline gives them.

    They are the pipeline's own opinion, and right for most sentences as they stand; with a day put in (`dated`) they teach
    it what it has not known.
    """
    docs = ((Doc(nlp.vocab, list(one.words), list(one.spaces)), one) for one in samples if len(one.words) < _LONGEST)
    for doc, one in nlp.pipe(docs, as_tuples=True):
        trees = tuple(Tree(t.tag_, t.pos_, str(t.morph), t.lemma_, t.head.i, t.dep_) for t in doc)
        whole = sum(tree.head == at for at, tree in enumerate(trees)) == 1
        if whole and any(trees[at].tag == "VBD" and trees[at].dep in _MAIN for at in _verbs(trees)):
            yield Sample(one.words, one.spaces, trees=trees)
            wanted -= 1
        if wanted <= 0:
            return


def dated(sample: Sample, random: Random) -> Sample:
    """The sample with a day put before one of its verbs, where one has a subject of its own before it that is no pronoun."""
    verbs = list(_verbs(sample.trees or ()))
    if not verbs:
        return sample
    verb = random.choice(verbs)
    words, trees = _between(random)
    return _with(sample, verb, words, trees)


def _verbs(trees: Sequence[Tree]) -> Iterator[int]:
    """Past verbs right behind their subject, or behind an auxiliary that stands there."""
    for at, tree in enumerate(trees):
        if tree.tag not in ("VBD", "VBN") or tree.pos != "VERB":
            continue
        subjects = [one for one in range(at) if trees[one].head == at and trees[one].dep in _SUBJECTS]
        if len(subjects) != 1 or trees[subjects[0]].tag in _PRONOUNS:
            continue
        last = max(one for one in range(at) if _hangs(trees, one, subjects[0]))
        if all(trees[one].head == at and trees[one].dep in ("aux", "aux:pass") for one in range(last + 1, at)):
            yield at


def _hangs(trees: Sequence[Tree], at: int, above: int) -> bool:
    while at != above:
        if trees[at].head == at:
            return False
        at = trees[at].head
    return True


def _between(random: Random) -> Between:
    """What stands between who and what they did: when, or an aside."""
    draw = random.random()
    day = random.choice(_DAYS)
    if draw < 0.4:
        return ["on", day], [_ON, _named(day)]
    if draw < 0.6:
        return [day], [_named(day)]
    if draw < 0.7:
        part = random.choice(_PARTS)
        whole = [replace(_ON, head=2), replace(_named(day), head=2, dep="compound"), Tree(*_NOUN, part, -1, "obl")]
        return ["on", day, part], whole
    if draw < 0.85:
        return _date(random)
    return _span(random) if draw < 0.92 else _aside(random)


def _named(day: str) -> Tree:
    return Tree("NNP", "PROPN", _NOUN[2], day, -1, "obl")


def _date(random: Random) -> Between:
    """A month and a number: "on Nov. 24"."""
    month, number = random.choice(list(_MONTHS)), str(random.randint(1, 31))
    short = replace(_named(month), head=2, dep="nmod")
    date = Tree("CD", "NUM", "NumForm=Digit|NumType=Card", number, -1, "obl")
    return ["on", _MONTHS[month], number], [replace(_ON, head=2), short, date]


def _span(random: Random) -> Between:
    """A week, a month: "this week"."""
    word, span = random.choice(("this", "last")), random.choice(("week", "month", "year"))
    before = Tree("DT", "DET", "Number=Sing|PronType=Dem", "this", 1, "det")
    if word == "last":
        before = Tree("JJ", "ADJ", "Degree=Pos", "last", 1, "amod")
    return [word, span], [before, Tree(*_NOUN, span, -1, "obl")]


def _aside(random: Random) -> Between:
    """A participle and its object, between commas: ", citing security reasons,"."""
    verb, thing, sort = random.choice(list(_DOING)), random.choice(_THINGS), random.choice(_SORTS)
    comma = Tree(",", "PUNCT", "", ",", 1, "punct")
    doing = Tree("VBG", "VERB", "VerbForm=Ger", _DOING[verb], -1, "advcl")
    of_sort = Tree("NN", "NOUN", "Number=Sing", sort, 3, "compound")
    things = Tree("NNS", "NOUN", "Number=Plur", thing.removesuffix("s"), 1, "obj")
    return [",", verb, sort, thing, ","], [comma, doing, of_sort, things, comma]


def _with(sample: Sample, verb: int, words: Sequence[str], trees: Sequence[Tree]) -> Sample:
    """The sample with the words before the verb; a head of -1 is the verb."""
    more = len(words)

    def moved(head: int) -> int:
        return head + more if head >= verb else head

    # A comma stands at the word before it.
    before = [*sample.spaces[: verb - 1], words[0] != ","]
    old = [replace(one, head=moved(one.head)) for one in sample.trees or ()]
    new = [replace(one, head=verb + (more if one.head < 0 else one.head)) for one in trees]
    return replace(
        sample,
        words=(*sample.words[:verb], *words, *sample.words[verb:]),
        spaces=(*before, *[word != "," for word in [*words[1:], ""]], *sample.spaces[verb:]),
        trees=(*old[:verb], *new, *old[verb:]),
    )
