"""What the labels of each set are called here: the one table of the mapping, with a reason where one is needed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from triage.errors import ReadError
from triage.model.fact import FactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Form(Enum):
    """What a set puts into the span of a name."""

    NAME = "the name alone"
    TITLED = "titles in front are taken off"
    CORE = "ours is right if it takes the marked words in; ours without a figure, a weekday or a month is spared"
    SPARED = "ours there is neither right nor wrong"
    PHRASE = "articles and titles in front are taken off; a phrase that is no name is spared"


@dataclass(frozen=True, slots=True)
class Label:
    """One label of a set; `kind` is None for what is not scored."""

    label: str
    kind: FactKind | None
    reason: str = ""
    form: Form = Form.NAME


@dataclass(frozen=True, slots=True)
class Scheme:
    """The labels of a set, or of several sets that share them."""

    name: str
    labels: tuple[Label, ...]

    def covers(self, labels: Iterable[str]) -> bool:
        """Whether the scheme knows all of `labels`."""
        return set(labels) <= {one.label for one in self.labels}

    def label(self, name: str) -> Label | None:
        """The label of that name, if it is scored."""
        return next((one for one in self.labels if one.label == name and one.kind), None)

    def kinds(self) -> frozenset[FactKind]:
        """The kinds that the set marks."""
        return frozenset(one.kind for one in self.labels if one.kind)

    def inner(self) -> frozenset[FactKind]:
        """The kinds of which the set marks the core alone."""
        return frozenset(one.kind for one in self.labels if one.kind and one.form is Form.CORE)


_PERSON, _BODY, _PLACE, _PEOPLE = FactKind.PERSON, FactKind.ORGANIZATION, FactKind.PLACE, FactKind.NATIONALITY
_NOTHING = "no kind of ours"
_NUMBERS = "our quantities begin at the modifier and end after the unit, so no spans are shared"

SCHEMES = (
    Scheme(
        "CoNLL-2003",
        (
            Label("PER", _PERSON),
            Label("LOC", _PLACE, "nations included; peoples are MISC, so nationalities are not scored"),
            Label("ORG", _BODY),
            Label("MISC", None, "peoples, events and works in one: ignored, but a name of ours there is a false one"),
        ),
    ),
    Scheme(
        "MEANTIME",
        (
            Label("PER", _PERSON, form=Form.PHRASE),
            Label("LOC", _PLACE, "adjectives of nations are in it", Form.PHRASE),
            Label("ORG", _BODY, "the whole phrase is marked, with what describes the name", Form.PHRASE),
            Label("DATE", FactKind.DATE, 'by span; vague words ("currently") are in it'),
            Label("VALUE_MONEY", FactKind.MONEY),
            *(Label(name, None, _NUMBERS) for name in ("VALUE_QUANTITY", "VALUE_PERCENT")),
            *(Label(name, None, _NOTHING) for name in ("PRO", "FIN", "TIME", "DURATION", "SET")),
        ),
    ),
    Scheme(
        "IEER",
        (
            Label("PERSON", _PERSON),
            Label("LOCATION", _PLACE),
            Label("ORGANIZATION", _BODY),
            Label("DATE", FactKind.DATE, 'no values; "last year" is not marked, of "Friday night" the day', Form.CORE),
            Label("MONEY", FactKind.MONEY, "by span: the set gives no values"),
            Label(
                "MEASURE", FactKind.MONEY, 'a sum for a time or a thing ("a week") among other measures', Form.SPARED
            ),
            *(Label(name, None, _NUMBERS) for name in ("PERCENT", "CARDINAL")),
            *(Label(name, None, _NOTHING) for name in ("TIME", "DURATION")),
        ),
    ),
    Scheme(
        "GMB",
        (
            Label("per", _PERSON, "titles are often inside", Form.TITLED),
            Label("geo", _PLACE),
            Label("gpe", _PEOPLE, "nearly always a people or its adjective"),
            Label("org", _BODY),
            Label("tim", None, "days, times of day and durations in one"),
            *(Label(name, None, _NOTHING) for name in ("art", "eve", "nat")),
        ),
    ),
    Scheme(
        "re3d",
        (
            Label("Person", _PERSON, "phrases without a name and pronouns are marked too", Form.PHRASE),
            Label("Organisation", _BODY, "governments and groups of people are in it", Form.PHRASE),
            Label("Location", _PLACE, "a span that is an Organisation as well is right as either", Form.PHRASE),
            Label("Nationality", _PEOPLE, "believers and languages are in it", Form.PHRASE),
            Label("Weapon", FactKind.WEAPON, "few have a name", Form.PHRASE),
            Label("MilitaryPlatform", FactKind.WEAPON, "few have a name", Form.PHRASE),
            Label("Money", FactKind.MONEY, "amounts in figures only", Form.PHRASE),
            Label("Temporal", None, "days, durations and anniversaries in one"),
            *(Label(name, None, _NUMBERS) for name in ("Quantity", "Frequency")),
            *(
                Label(name, None, _NOTHING)
                for name in ("DocumentReference", "Coordinate", "CommsIdentifier", "Vehicle")
            ),
        ),
    ),
    Scheme(
        "GUM",
        (
            Label("person", _PERSON, "the whole phrase is marked, with what describes the name", Form.PHRASE),
            Label("organization", _BODY, form=Form.PHRASE),
            Label("place", _PLACE, form=Form.PHRASE),
            Label("time", None, "days, times of day and durations in one"),
            *(Label(name, None, _NOTHING) for name in ("object", "event", "abstract", "substance", "animal", "plant")),
        ),
    ),
    Scheme(
        "CoNLL-2004",
        (
            Label("Peop", _PERSON, "titles are sometimes inside", Form.TITLED),
            Label("Loc", _PLACE),
            Label("Org", _BODY),
            Label("Other", None, "peoples, dates, products and more in one"),
        ),
    ),
    Scheme(
        "CrossNER politics",
        (
            Label("person", _PERSON),
            Label("politician", _PERSON),
            Label("organisation", _BODY),
            Label("politicalparty", _BODY),
            Label("location", _PLACE),
            Label("country", _PLACE),
            Label("misc", None, "peoples and more in one"),
            *(Label(name, None, _NOTHING) for name in ("election", "event")),
        ),
    ),
    Scheme(
        "WNUT-2017",
        (
            Label("person", _PERSON),
            Label("location", _PLACE),
            Label("corporation", _BODY),
            Label("group", _BODY, "bands and teams"),
            *(Label(name, None, _NOTHING) for name in ("product", "creative-work")),
        ),
    ),
    Scheme(
        "OntoNotes",
        (
            Label("PERSON", _PERSON),
            Label("ORG", _BODY, "an article in front is in the span", Form.PHRASE),
            Label("GPE", _PLACE, "an article in front is in the span", Form.PHRASE),
            Label("LOC", _PLACE, "an article in front is in the span", Form.PHRASE),
            Label("FAC", _PLACE, "an article in front is in the span", Form.PHRASE),
            Label("NORP", _PEOPLE, "believers and parties are in it"),
            Label("PRODUCT", None, "weapons among other products"),
            Label("DATE", None, "days, durations and ages in one"),
            Label("MONEY", FactKind.MONEY),
            *(Label(name, None, _NUMBERS) for name in ("QUANTITY", "PERCENT", "CARDINAL", "ORDINAL")),
            *(Label(name, None, _NOTHING) for name in ("EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "TIME")),
        ),
    ),
)


def known(labels: Iterable[str], name: str) -> Scheme:
    """The first scheme that has all the labels of the file `name`. Raises ReadError when there is none."""
    used = frozenset(labels)
    scheme = next((scheme for scheme in SCHEMES if used and scheme.covers(used)), None)
    if scheme is None:
        raise ReadError(
            f"{name} has labels that no known set has together: {', '.join(sorted(used)) or 'none at all'}.",
            title="Labels",
            hint="triage evaluate --mapping lists those that are known",
        )
    return scheme


_ELSEWHERE = (
    ("TIMEX3", "DATE", "date", "by value: the days that it names; since and until leave one end open here and none there"),
    ("TIMEX3", "DATE without days", "-", "spared: PRESENT_REF, seasons, periods, and values with an X but decades"),
    ("TIMEX3", "TIME, DURATION, SET", "-", "spared: a date within them is neither right nor wrong"),
    ("TIMEX3", "dateline", "-", "spared where the set marks no date in it"),
    ("PolNeAR", "content in quotation marks", "quote", "two quoted words at least: one alone is no quotation here"),
    ("PolNeAR", "content without marks", "quote", "indirect: by all its words; attitudes and acts that report no speech are marked there too"),
    ("PolNeAR", "content partly in marks", "quote", "mixed, besides: by all its words, four of them outside the marks at least"),
    ("PLOVER", "source, target", "event", "by pair: who did something to whom; the target may be our target, object or place"),
    ("PLOVER", "event", "-", "whether our type is the set's stands among the parts of what is right"),
    ("subject-verb-object", "triples", "event", "named subjects and objects of verbs that a family of ours has"),
    ("gold set", "facts", "every kind", "found: the same name or words; whole: the same value"),
    ("gold set", "open", "-", "spared: careful readers differ"),
)  # fmt: skip
"""What the formats without labelled spans mark."""


def mapping() -> Iterator[tuple[str, str, str, str]]:
    """The rows of the whole table: scheme, label, our kind, and the reason."""
    for scheme in SCHEMES:
        for one in scheme.labels:
            form = "" if one.form is Form.NAME else one.form.value
            yield scheme.name, one.label, one.kind or "-", "; ".join(filter(None, (one.reason, form)))
    yield from _ELSEWHERE
