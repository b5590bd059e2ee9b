"""A story in, its facts out: the pipeline and every extractor, in the order of what they require."""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from triage.errors import FactsError
from triage.facts import kinds
from triage.facts.annotation import annotated
from triage.facts.events.families import families
from triage.facts.gazetteer import gazetteer
from triage.facts.pipeline import FAMILIES, identity, load
from triage.facts.sentences import LEDE
from triage.model.entry import Trouble
from triage.model.fact import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from spacy.tokens import Doc

    from triage.facts.extractor import Extractor
    from triage.model.story import Story

LONGEST = 200_000
"""Characters of a story that are analysed: a long book's chapter. What lies beyond is said in a trouble."""

_TOO_LONG = Trouble(
    "Long story", f"Only the first {LONGEST:,} characters were searched for facts", "Read the rest by eye"
)


@dataclass(frozen=True, slots=True)
class Extracted:
    """What was found in one story, in the order of kinds and mentions, and what went wrong."""

    facts: tuple[Fact, ...] = ()
    troubles: tuple[Trouble, ...] = ()


class Extraction:
    """A loaded pipeline with its extractors; `events` is a folder with families of events beside our own.

    Loading takes seconds; raises FactsError when the pipeline cannot be had, or a family cannot be meant.
    """

    def __init__(self, pipeline: str | None = None, events: Path | None = None) -> None:
        known = families(events)
        self._events = events
        self._nlp = load(pipeline)
        self._extractors = tuple(in_order(discover()))
        gazetteer()  # now rather than at the first story: somebody waits for that one
        found = ",".join(f"{one.KIND}:{one.VERSION}" for one in self._extractors)
        self.signature = f"{identity(self._nlp)} {found} {known.digest}"

    def facts(self, story: Story) -> Extracted:
        """Every fact in the story. Never raises for a story: what failed is in `troubles`."""
        return self.facts_of([story])[0]

    def facts_of(self, stories: Sequence[Story]) -> list[Extracted]:
        """The same of several stories, which takes less time for each; none is ready before all are."""
        refused = [unsupported(story) for story in stories]
        asked = [story for story, refusal in zip(stories, refused, strict=True) if refusal is None]
        found = iter(self._found(asked))
        return [next(found) if refusal is None else Extracted(troubles=(refusal,)) for refusal in refused]

    def annotated(self, story: Story) -> Doc:
        """The story as the extractors read it, for those who measure what facts are made of."""
        ((doc, _),) = self._annotated([story])
        return doc

    def _found(self, stories: Sequence[Story]) -> Iterator[Extracted]:
        within = [cut(story, LONGEST) if len(story.text) > LONGEST else story for story in stories]
        for whole, story, (doc, failures) in zip(stories, within, self._annotated(within), strict=True):
            troubles = [*([_TOO_LONG] if story is not whole else []), *failures]
            found: dict[FactKind, tuple[Fact, ...]] = {}
            for extractor in self._extractors:
                try:
                    found[extractor.KIND] = _settled(extractor, doc, story, found)
                except Exception as error:  # noqa: BLE001 - hostile text must cost one kind of fact on one story, not the worker
                    found[extractor.KIND] = ()
                    troubles.append(_failure(extractor.KIND, story, error))
            facts = tuple(fact for kind in FactKind for fact in found.get(kind, ()))
            yield Extracted(facts, tuple(troubles))

    def _annotated(self, stories: Sequence[Story]) -> list[tuple[Doc, list[Trouble]]]:
        """Each story's text with what each component says of it, and which failed."""
        docs = [self._worded(story) for story in stories]
        try:
            for _, component in self._nlp.pipeline:
                docs = annotated(component, docs)
        except Exception:  # noqa: BLE001 - whatever it was, the stories one by one will show whose it is
            return [self._annotated_alone(story) for story in stories]
        return [(doc, []) for doc in docs]

    def _worded(self, story: Story) -> Doc:
        """The story's words, with what components and extractors are to know besides."""
        doc = self._nlp.make_doc(story.text)
        if self._events is not None:
            doc.user_data[FAMILIES] = self._events
        if story.dateline is not None:
            doc.user_data[LEDE] = story.dateline.end
        return doc

    def _annotated_alone(self, story: Story) -> tuple[Doc, list[Trouble]]:
        """A story's text with what each component says of it; one that fails says nothing."""
        doc = self._worded(story)
        troubles: list[Trouble] = []
        for name, component in self._nlp.pipeline:
            try:
                (doc,) = annotated(component, [doc])
            except Exception as error:  # noqa: BLE001 - as for the extractors: one component's error costs that component
                troubles.append(_failure(name, story, error))
        return doc, troubles


def discover() -> Iterator[Extractor]:
    """The extractors: every module in `kinds/` that says its KIND."""
    for module in iter_modules(kinds.__path__):
        extractor = import_module(f"{kinds.__name__}.{module.name}")
        if hasattr(extractor, "KIND"):
            yield extractor


def in_order(extractors: Iterator[Extractor]) -> Iterator[Extractor]:
    """The extractors, each after those whose kinds it requires. Raises FactsError when they require each other."""
    waiting = sorted(extractors, key=lambda one: list(FactKind).index(one.KIND))
    kinds_known = frozenset(one.KIND for one in waiting)
    done: set[FactKind] = set()
    while waiting:
        ready = next((one for one in waiting if (one.REQUIRES & kinds_known) <= done), None)
        if ready is None:
            names = ", ".join(one.KIND for one in waiting)
            raise FactsError(
                f"These kinds of fact require each other: {names}", title="Extractors", hint="Break the circle"
            )
        waiting.remove(ready)
        done.add(ready.KIND)
        yield ready


TELLING = 200
"""Letters from which on a text whose language cannot be told is taken for none that is supported."""


def unsupported(story: Story) -> Trouble | None:
    """Why the pipeline cannot read the story, if it cannot: another language, or another script."""
    letters = [char for char in story.text[:2_000] if char.isalpha()]
    latin = sum(char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in letters)
    short = len(letters) < TELLING
    language = story.language or ("en" if short else "")
    if 2 * latin < len(letters):
        reason = "it is mostly in another script than Latin"
    elif language.lower().split("-")[0] == "en":
        return None
    else:
        reason = f"it is in “{language}”" if language else "its language is none that is known here"
    return Trouble(
        "Language not supported", f"No facts were sought in this story: {reason}", "The pipeline reads English"
    )


def cut(story: Story, length: int) -> Story:
    """The story as far as `length`: text and paragraphs end there."""
    parts = tuple(replace(part, end=min(part.end, length)) for part in story.paragraphs if part.start < length)
    line = story.dateline if story.dateline and story.dateline.end <= length else None
    return replace(story, text=story.text[:length], paragraphs=parts, dateline=line)


def _settled(extractor: Extractor, doc: Doc, story: Story, found: dict[FactKind, tuple[Fact, ...]]) -> tuple[Fact, ...]:
    facts = extractor.extract(doc, story, {kind: found.get(kind, ()) for kind in extractor.REQUIRES})
    return tuple(sorted(facts, key=lambda fact: fact.mentions[0]))


def _failure(what: str, story: Story, error: Exception) -> Trouble:
    where = story.path or story.id
    return Trouble(
        f"No {what} facts",
        f"Looking for {what} in {where} failed: {type(error).__name__}: {error}",
        "What others found is there; report the story if you can share it",
    )
