"""The dependency parse of a story as plain lists, with the same relations whichever labels the pipeline uses.

Relations are those of Universal Dependencies. Pipelines that follow the CLEAR style (`nsubjpass`, `dobj`, `prep` and `pobj`)
are rewritten to them: the noun behind a preposition hangs on what the preposition hung on, and has the preposition as its case.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from triage.facts.columns import columns
from triage.facts.events.mending import mend
from triage.facts.events.mending_clauses import mend_clauses
from triage.facts.events.mending_verbs import mend_verbs
from triage.facts.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

SUBJECTS = ("nsubj", "csubj", "nsubj:pass", "csubj:pass")

_CLEAR = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "dobj": "obj",
    "dative": "iobj",
    "auxpass": "aux:pass",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "prt": "compound:prt",
    "neg": "advmod",
    "npadvmod": "obl",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "intj": "discourse",
    "pcomp": "advcl",
}
_PREPOSITIONS = words("prep agent dative")


@dataclass(frozen=True, slots=True)
class Parse:
    """One entry a token: its text, lower case, lemma, tag, head, relation, and where it stands in the story's text.

    A root is its own head. `cases` are the prepositions of a noun ("according to"), `below` the tokens that hang on one.
    """

    texts: Sequence[str]
    low: Sequence[str]
    lemmas: Sequence[str]
    tags: Sequence[str]
    heads: Sequence[int]
    rels: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    below: Sequence[Sequence[int]]
    sentence: Sequence[int]
    """For each token the number of its sentence."""

    def children(self, at: int, *rels: str) -> Iterator[int]:
        """What hangs on the token by one of the relations, in order."""
        return (one for one in self.below[at] if self.rels[one] in rels)

    def child(self, at: int, *rels: str) -> int | None:
        """The first of them."""
        return next(self.children(at, *rels), None)

    def case(self, at: int) -> str:
        """The preposition of a noun, in lower case: "in", "according to"; "" if it has none."""
        return " ".join(
            self.low[one]
            for one in self.below[at]
            if self.rels[one] == "case" and self.tags[one] != "POS" and not self.counts(one)
        )

    def counts(self, at: int) -> bool:
        """Whether a preposition belongs to a number: "at least 19", "over 20"."""
        following = at + 1
        if following >= len(self.low):
            return False
        return self.low[following] in ("least", "most") or (self.tags[following] == "CD" and self.low[at] in _ABOUT)

    def conjuncts(self, at: int) -> list[int]:
        """The noun and those joined to it by "and", in order."""
        found = [at]
        for one in found:
            found += [
                more
                for more in self.below[one]
                if self.rels[more] == "conj"
                and self.low[more] not in _NO_PARTY
                and self.child(more, "cop") is None  # "who was minister" is a clause
                and len(found) < _LONGEST_LIST
            ]
        return sorted(found)

    def is_verb(self, at: int) -> bool:
        """Whether the tagger sees a form of a verb."""
        return self.tags[at].startswith("V")

    def verbal(self, at: int) -> bool:
        """Whether the token is the predicate of a clause: a verb, or what "is" joins to a subject."""
        return self.tags[at][:1] in "VJ" or self.child(at, "nsubj", "nsubj:pass", "cop") is not None

    def climb(self, at: int) -> Iterator[int]:
        """The token and what it hangs on, up to the root; no parse that is broken makes it run for ever."""
        for _ in range(_DEEPEST):
            yield at
            if self.heads[at] == at:
                return
            at = self.heads[at]


TIMES = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. aug. sept. oct. nov. dec. today yesterday tomorrow tonight night morning afternoon evening day week month year weekend time times days weeks months years hours minutes"
)
"""Nouns that say when, and are no party."""

_ABOUT = words("about over around under near some")
_NO_PARTY = words("each all both co co. sons bros bros. associates")
"""What "and" joins to a noun without making it two: "they all", "Hill and Co"."""

_LONGEST_LIST = 6
"""Nouns joined by "and" that are looked at."""

_DEEPEST = 60


_SAID = words("said says")
_NOUNS = words("demand support call calls vote request plan")


def read(doc: Doc) -> Parse | None:
    """The parse of the Doc; None where its pipeline has no parser."""
    told = columns(doc)
    if not told.texts or not told.parsed:
        return None
    texts, starts, sentence = told.texts, told.starts, told.sentences
    lemmas = [lemma.lower() for lemma in told.lemmas]
    tags = [_tag(tag, part) for tag, part in zip(told.tags, told.parts, strict=True)]
    low = list(told.lows)
    _retag(tags, texts, low, starts)
    rels, heads = list(told.deps), list(told.heads)
    if "pobj" in rels or "dobj" in rels or "nsubjpass" in rels:
        _from_clear(rels, heads, tags)
    mend(rels, heads, tags, low)
    mend_verbs(rels, heads, tags, low)
    mend_clauses(rels, heads, tags, low)
    below: list[list[int]] = [[] for _ in rels]
    for at, head in enumerate(heads):
        if head != at:
            below[head].append(at)
    for at in range(2, len(low)):
        if low[at - 1] == "-" and tags[at][0] == "V" and starts[at] == starts[at - 1] + 1:
            low[at] = f"{low[at - 2]}-{low[at]}"  # "test-fired" is three tokens to the tokenizer, and one verb
    ends = [start + len(text) for start, text in zip(starts, texts, strict=True)]
    return Parse(texts, low, lemmas, tags, heads, rels, starts, ends, below, sentence)


def _retag(tags: list[str], texts: Sequence[str], low: Sequence[str], starts: Sequence[int]) -> None:
    """Mends tags that the words around them give away, in place."""
    for at in range(1, len(low) - 1):
        if tags[at] in ("VB", "VBP", "VBD") and low[at - 1] in _SAID and low[at + 1] == "for" and low[at] in _NOUNS:
            tags[at] = "NN"  # "said demand for it was strong"
        elif low[at] == "defending" and low[at + 1].startswith("champion"):
            tags[at] = "JJ"
        elif low[at] == "-" and starts[at - 1] + len(texts[at - 1]) < starts[at] < starts[at + 1] - 1:
            tags[at] = ":"  # a dash, and no hyphen


def _tag(tag: str, part: str) -> str:
    """The tag; where tagger and morphologizer differ about a verb, it is one. "X" where there is none."""
    if part == "VERB" and tag[:1] != "V":
        return "VBD"
    return tag or "X"


def _from_clear(rels: list[str], heads: list[int], tags: Sequence[str]) -> None:
    """Rewrites relations and heads of a CLEAR parse, in place."""
    old = list(rels)
    for at, rel in enumerate(old):
        if rel != "pobj":
            rels[at] = _CLEAR.get(rel, rel)
            continue
        first = before = heads[at]
        while old[heads[first]] in _PREPOSITIONS and heads[first] != first:  # "out of Syria"
            first = heads[first]
        agent = old[first] == "agent"
        head = heads[first] if old[first] in _PREPOSITIONS else before
        verbal = tags[head][:1] == "V"
        rels[at] = "obl:agent" if agent else "obl" if verbal else "nmod"
        for one in {first, before}:
            rels[one], heads[one] = "case", at
        heads[at] = head
