"""The leaves of a query as sets of story ids, and what can complete one."""

from __future__ import annotations

import datetime as dt
import re
from itertools import islice
from typing import TYPE_CHECKING

from triage.errors import QueryError
from triage.index.folding import fold
from triage.index.rows import ids, storable
from triage.index.searchable import QUOTES
from triage.index.terms import COUNTRY_KINDS, FIELD_KINDS, WHOLE, fact_term
from triage.model.fact import Fact, FactKind
from triage.model.query import FACT_FIELDS, INDEX_STATES, Field, Words, span
from triage.model.times import moment, period

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from sqlite3 import Connection

    from triage.model.identity import StoryId

_STATES = {
    "suggested": "SELECT id FROM stories WHERE suggestions IS NOT NULL",
    "unreadable": "SELECT id FROM stories WHERE error IS NOT NULL",
    "extracted": "SELECT id FROM stories INDEXED BY newest WHERE extractor IS NOT NULL",
    "duplicate": "SELECT id FROM stories WHERE copies > 1",
    "urgent": "SELECT id FROM stories WHERE urgency BETWEEN 1 AND 3",
    "killed": "SELECT id FROM stories WHERE kind = 'kill'",
    "corrected": "SELECT id FROM stories WHERE kind = 'correction'",
    "versioned": "SELECT id FROM stories WHERE versions > 1",
    "superseded": "SELECT id FROM stories WHERE versions > 1 AND superseded",
}

_TIMES = {
    "after": "SELECT id FROM stories WHERE stamp >= ?",
    "before": "SELECT id FROM stories WHERE stamp < ?",
    # What came into the folder. A feed is written again and again with old stories in it: of many, only those that also
    # say so themselves are new.
    "since": "SELECT id FROM stories JOIN places USING (row) JOIN files USING (file) WHERE files.modified >= ?1 * 1e9"
    " AND (stories.stamp >= ?1 OR NOT EXISTS (SELECT 1 FROM places AS other WHERE other.file = files.file AND other.n = 1))",
}

_TERM_FIELDS = FACT_FIELDS - {"quote"} | {"source", "agency", "slug", "section", "lang", "suggested"}

LONGEST = 50
"""Words of a phrase that are looked for."""

_WORD = re.compile(r"[^\W_]+")

_BEARERS = (
    "SELECT id FROM stories WHERE row IN"
    " (SELECT row FROM bearers WHERE term IN (SELECT term FROM terms WHERE kind = ? AND {}))"
)
"""Each story once, however many of its names fit."""

RECENT = 400
"""Newest stories among which the uses of a name are counted: what somebody is about to type is in the news."""

_IS = "(words = ? OR words BETWEEN ? AND ?)"
"""A term's own name; see `_named`."""


def matching(con: Connection, leaf: Words | Field, zone: dt.tzinfo | None) -> frozenset[StoryId]:
    """The stories that one leaf matches. Raises QueryError for a field or value that is not the index's."""
    if isinstance(leaf, Words):
        return with_all(con, (leaf,))
    if leaf.name in _TERM_FIELDS:
        return _with_term(con, leaf)
    answer = _ANSWERS.get(leaf.name)
    if answer is None:
        raise QueryError(f"the index knows no field “{leaf.name}:”", position=leaf.position)
    return answer(con, leaf, zone)


def with_all(con: Connection, words: Sequence[Words]) -> frozenset[StoryId]:
    """The stories with all of these words in headline or text."""
    return _with_phrases(con, [phrase for leaf in words if (phrase := fts_phrase(leaf.text, leaf.prefix))])


def sharing(con: Connection, fact: Fact) -> frozenset[StoryId]:
    """The stories with the same fact: its kind and its name or normal value; for a quote, its words within a quote."""
    if fact.kind is FactKind.QUOTE:
        return _with_quote(con, str(fact.value.get("content") or ""), prefix=False)
    term = fact_term(fact)
    name = term.words.partition("|")[0]
    return _ids(con, _BEARERS.format("country = ? AND " + _IS), (term.kind, term.country, *_named(name)))


def values(con: Connection, field: str, beginning: str, limit: int) -> list[str]:
    """What can stand after `field:` and begins so: the most used of the newest stories first, then others."""
    if field == "is":
        return sorted(state for state in INDEX_STATES if state.startswith(beginning.lower()))[:limit]
    if field not in _TERM_FIELDS:
        return []
    fitting = (*_two_kinds(field), fold(beginning).rstrip() or " ")
    newest = con.execute(
        # Cross joins keep the order as written: from few stories to their few names, never from all names there are.
        "SELECT shown, count(*) AS uses FROM (SELECT row FROM stories ORDER BY stamp DESC LIMIT ?) AS recent"
        " CROSS JOIN bearers ON bearers.row = recent.row CROSS JOIN terms ON terms.term = bearers.term"
        " WHERE kind IN (?, ?) AND instr(words, ?) GROUP BY shown ORDER BY uses DESC, shown LIMIT ?",
        (RECENT, *fitting, limit),
    ).fetchall()
    found = [shown for shown, _ in newest]
    if len(found) < limit:
        others = con.execute(
            "SELECT shown FROM terms WHERE kind IN (?, ?) AND instr(words, ?) LIMIT ?", (*fitting, 3 * limit)
        )
        found = list(dict.fromkeys([*found, *(shown for (shown,) in others)]))[:limit]
    return found


def resolve(con: Connection, beginning: str) -> list[StoryId]:
    """The ids that begin so, ten at most."""
    return sorted(_ids(con, "SELECT id FROM stories WHERE id >= ? AND id < ? LIMIT 10", _range(beginning)))


def _named(name: str) -> tuple[str, str, str]:
    """What `_IS` compares: what follows a bar depends on the story's own wording, and "}" is the character after the bar."""
    return name, name + "|", name + "}"


def _two_kinds(field: str) -> tuple[str, str]:
    kinds = FIELD_KINDS.get(field, (field,))
    return kinds[0], kinds[-1]


def _range(beginning: str) -> tuple[str, str]:
    beginning = storable(beginning.lower())
    return beginning, beginning + "\U0010ffff"


def _ids(con: Connection, statement: str, values: tuple[object, ...] = ()) -> frozenset[StoryId]:
    return frozenset(ids(con, statement, values))


def _with_phrases(con: Connection, phrases: Sequence[str]) -> frozenset[StoryId]:
    """Stories with all of these strings of FTS5."""
    if not phrases:
        return _ids(con, "SELECT id FROM stories")  # punctuation asks nothing
    statement = "SELECT id FROM search JOIN stories ON stories.row = search.rowid WHERE search MATCH ?"
    return _ids(con, statement, (" AND ".join(phrases),))


def _with_quote(con: Connection, text: str, prefix: bool) -> frozenset[StoryId]:
    """Stories with a quotation that has these words one after the other."""
    phrase = fts_phrase(text, prefix)
    if not phrase:
        return frozenset()
    statement = "SELECT id FROM said JOIN stories ON stories.row = said.rowid / ? WHERE said MATCH ?"
    return _ids(con, statement, (QUOTES, phrase))


def fts_phrase(text: str, prefix: bool) -> str:
    """`text` as one string of FTS5, so that no syntax in it is read; "" when there is no word in it.

    Of a very long phrase only the beginning is looked for: the time it takes grows with the square of its words.
    """
    ends = [word.end() for word in islice(_WORD.finditer(text), LONGEST)]
    if not ends:
        return ""
    if len(ends) == LONGEST:
        text = text[: ends[-1]]
    return '"' + storable(text).replace('"', " ").replace("\0", " ") + ('"*' if prefix else '"')


def _with_term(con: Connection, field: Field) -> frozenset[StoryId]:
    """Stories that bear a name which begins, at one of its words, with the value; or with that country's code."""
    folded = fold(field.value)
    if not folded:
        return frozenset()
    found: frozenset[StoryId] = frozenset()
    if field.value.startswith(WHOLE):
        for kind in FIELD_KINDS.get(field.name, (field.name,)):
            found |= _ids(con, _BEARERS.format(_IS), (kind, *_named(storable(folded))))
        return found
    for kind in FIELD_KINDS.get(field.name, (field.name,)):
        code = field.value.isascii() and field.value.isalpha() and len(field.value) == 2 and kind in COUNTRY_KINDS
        if code:
            found |= _ids(con, _BEARERS.format("country = ?"), (kind, field.value.upper()))
        if not (code and field.value.isupper()):
            found |= _beginning(con, kind, folded)
    return found


def _beginning(con: Connection, kind: str, folded: str) -> frozenset[StoryId]:
    if kind in ("suggested", "kind"):  # few and short: a whole name means only itself
        exact = _ids(con, _BEARERS.format("words = ?"), (kind, folded))
        if exact:
            return exact
    return _ids(con, _BEARERS.format("instr(words, ?)"), (kind, storable(folded.rstrip())))


def _is(con: Connection, field: Field, _zone: dt.tzinfo | None) -> frozenset[StoryId]:
    statement = _STATES.get(field.value.lower())
    if statement is None:
        raise QueryError(f"the index knows no “is:{field.value}”", position=field.position)
    return _ids(con, statement)


def _id(con: Connection, field: Field, _zone: dt.tzinfo | None) -> frozenset[StoryId]:
    return _ids(con, "SELECT id FROM stories WHERE id >= ? AND id < ?", _range(field.value))


def _chain(con: Connection, field: Field, _zone: dt.tzinfo | None) -> frozenset[StoryId]:
    """All versions of a story, by the id of any of them."""
    statement = "SELECT id FROM stories WHERE chain IN (SELECT chain FROM stories WHERE id >= ? AND id < ?)"
    return _ids(con, statement, _range(field.value)) | _id(con, field, None)


def _path(con: Connection, field: Field, _zone: dt.tzinfo | None) -> frozenset[StoryId]:
    return _ids(
        con,
        "SELECT id FROM stories JOIN places USING (row) WHERE instr(lower(CAST(places.path AS TEXT)), lower(?))",
        (storable(field.value),),
    )


def _quote(con: Connection, field: Field, _zone: dt.tzinfo | None) -> frozenset[StoryId]:
    return _with_quote(con, field.value, prefix=True)


def _headline(con: Connection, field: Field, _zone: dt.tzinfo | None) -> frozenset[StoryId]:
    phrase = fts_phrase(field.value, prefix=True)
    return _with_phrases(con, [f"headline:{phrase}"] if phrase else ())


def _time(con: Connection, field: Field, zone: dt.tzinfo | None) -> frozenset[StoryId]:
    try:
        start = moment(field.value, dt.datetime.now(dt.UTC), zone)
    except ValueError as error:
        raise _misread(field, "a day", f"for example {field.name}:2018-04-26 or {field.name}:yesterday") from error
    return _ids(con, _TIMES[field.name], (start,))


def _day(con: Connection, field: Field, zone: dt.tzinfo | None) -> frozenset[StoryId]:
    try:
        bounds = period(field.value, dt.datetime.now(dt.UTC), zone)
    except ValueError as error:
        raise _misread(field, "a day", "for example day:2018-04-26 or day:yesterday") from error
    return _ids(con, "SELECT id FROM stories WHERE stamp >= ? AND stamp < ?", bounds)


def _words(con: Connection, field: Field, _zone: dt.tzinfo | None) -> frozenset[StoryId]:
    try:
        bounds = span(field.value)
    except ValueError as error:
        raise _misread(field, "a number of words", "for example words:>400 or words:200..400") from error
    return _ids(con, "SELECT id FROM stories WHERE length BETWEEN ? AND ? AND error IS NULL", bounds)


def _misread(field: Field, expected: str, hint: str) -> QueryError:
    message = f"“{field.name}:” expects {expected}, not “{field.value}”"
    return QueryError(message, position=field.position, hint=hint)


_ANSWERS: dict[str, Callable[[Connection, Field, dt.tzinfo | None], frozenset[StoryId]]] = {
    "is": _is,
    "id": _id,
    "chain": _chain,
    "path": _path,
    "headline": _headline,
    "quote": _quote,
    "after": _time,
    "before": _time,
    "since": _time,
    "day": _day,
    "words": _words,
}
