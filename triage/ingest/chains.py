"""Whether two stories are versions of one: a pure question about two traces, answered with a reason or not at all.

Two different stories that are joined cost more than two versions that are not: where it is in doubt, they are not. The
thresholds are measured on the pairs in `tests/corpus/versions` (`python -m tests.corpus.versions`).
"""

from __future__ import annotations

from triage.ingest.chain_likeness import (
    HOUR,
    LATE,
    RUNNING,
    Likeness,
    background,
    because,
    elsewhere,
    exchanged,
    goes_on,
    other_figures,
    other_measures,
    others_act,
    same_measures,
    same_number,
    strangers,
    told,
)
from triage.ingest.chain_notices import by_notice, by_subject, killed
from triage.ingest.chain_traces import ALERTS, Trace
from triage.ingest.chain_words import content
from triage.model.version import VersionKind

NEXT_DAY = 30 * HOUR
"""How long after one version the next comes at most, where the text says so."""

ALERTED = 10 * HOUR
"""How long after an alert its story comes at most."""

FOLLOWED = 4 * HOUR
"""The same, where nothing but its words joins them."""

BARE = 20
"""Words below which a text is too short to be compared at all."""

SHORT = 60
"""Words below which a text is too short to be compared by its runs of words."""

REPEATED = 0.8
"""The likeness of texts from which they are one text, sent again."""

SAME_FORM = 0.5
"""The likeness of headlines from which the stories may be one form of words, filled in twice."""

SAME_TAKE = 0.3
"""The likeness of texts below which two first takes with one headline are those of two stories."""

ONE_TEXT = 0.9
"""The likeness of long texts from which they are one, whatever word stands in the place of another above them."""

SAME_NEWS = 0.5
"""The likeness of headlines and of ledes, together, below which two stories tell different news: what else is alike is background."""


_LATECOMERS = frozenset({VersionKind.CORRECTION, VersionKind.KILL, VersionKind.REPEAT})
_RETRACTING = frozenset({VersionKind.CORRECTION, VersionKind.KILL})


def joined(one: Trace, other: Trace) -> str | None:
    """Why the two are versions of one story, in a few words; None where they are not, or nobody can tell."""
    if one.source != other.source and one.source and other.source:
        return None
    earlier, later = sorted((one, other), key=lambda trace: (trace.when, trace.turn))
    alike = Likeness.of(one, other)
    named = _by_name(earlier, later, alike)
    if named:
        return named
    if _apart(earlier, later, alike):
        return None
    if VersionKind.KILL in (one.kind, other.kind):
        return killed(earlier, later, alike)
    if alike.hours * HOUR > (LATE if later.kind in _LATECOMERS else NEXT_DAY):
        return None
    for evidence in (_by_text, _by_short_text, _by_slug, _by_take, _by_headline, _by_alert, by_notice, by_subject):
        found = evidence(earlier, later, alike)
        if found:
            return found
    return None


def _apart(earlier: Trace, later: Trace, alike: Likeness) -> bool:
    """Whether the two are different stories, whatever else they share."""
    if earlier.numbered and later.numbered and not (earlier.marked or later.marked):
        return True
    if earlier.genre != later.genre and (later.genre or earlier.kind not in ALERTS or not _spelled_out(earlier, later)):
        return True
    if alike.headline < 0.9 and (elsewhere(earlier, later) or (same_number(earlier, later) and alike.text < REPEATED)):
        return True
    if later.genre and (later.kind in ALERTS or not later.marked) and alike.text < REPEATED:
        # Pieces of one kind have one form, and their headlines tell them apart.
        return content(earlier.headline) != content(later.headline)
    if earlier.said or later.said or later.kind is VersionKind.TAKE:  # its headline is not one like the other's
        return False
    if later.kind not in _LATECOMERS and other_measures(earlier, later):
        return True
    short = min(earlier.length, later.length) < SHORT
    if not short and background(earlier, later, alike.text):
        return True
    form = alike.headline >= SAME_FORM and (short or alike.text < ONE_TEXT)
    # Firms that do the same are told in the same form of words, however long it is; and a few sentences are of the same form by
    # whatever they tell.
    anew = form and (others_act(earlier, later) or (short and exchanged(earlier, later)))
    return (anew or strangers(earlier, later)) and not _mended(earlier, later)


def joined_at_one_path(old: Trace, new: Trace) -> str | None:
    """The same of two stories that the same file held, one after the other: that is evidence, and no proof."""
    alike = Likeness.of(old, new)
    same = alike.one_day and alike.text >= 0.3 and alike.names >= 0.6 and alike.numbers >= 0.5
    if same and old.genre == new.genre and not (old.source and new.source and old.source != new.source):
        return "the same file and text"
    return joined(old, new)


def _by_name(earlier: Trace, later: Trace, alike: Likeness) -> str | None:
    """The source calls both by one name, or says that one goes on from the other.

    Its word is enough where it counts the versions too, or takes back what it names. Else they must have something in common:
    feeds give all their entries one name, or that of a page on which another story stands tomorrow.
    """
    if earlier.identity and earlier.identity == later.identity:
        said = "the source's own identifier"
        sure = earlier.numbered and None not in (earlier.stated, later.stated) and earlier.stated != later.stated
    elif later.identity in earlier.follows or earlier.identity in later.follows:
        said = "what its source says it goes on from"
        sure = (later if earlier.identity in later.follows else earlier).kind in _RETRACTING
    else:
        return None
    akin = alike.text >= 0.25 or alike.headline >= 0.5 or (earlier.kind in ALERTS and told(earlier, later) >= 0.5)
    return because(earlier, later, said) if sure or akin else None


def _by_text(earlier: Trace, later: Trace, alike: Likeness) -> str | None:
    """Much the same text, and not a form filled in anew, as daily reports are."""
    if min(earlier.length, later.length) < SHORT or not alike.one_day or alike.numbers < 0.5 or alike.names < 0.6:
        return None
    if alike.news < SAME_NEWS:
        return None
    slugs_differ = bool(earlier.slug and later.slug and earlier.slug != later.slug)
    wanted = 0.6 if slugs_differ else 0.5
    if later.kind in _LATECOMERS:
        wanted = 0.6
    elif earlier.day != later.day or alike.hours * HOUR > RUNNING:
        wanted = 0.6 if earlier.marked or later.marked else 0.8
    elif later.marked:
        wanted -= 0.2
    return because(earlier, later, "the same text") if alike.text >= wanted else None


def _by_short_text(earlier: Trace, later: Trace, alike: Likeness) -> str | None:
    """Much the same text of a few sentences, from the same place, and a marker: by themselves they would be alike as forms are."""
    if _repeated(earlier, later, alike):
        return because(earlier, later, "the same headline and text")
    if not later.marked or later.kind in ALERTS or min(earlier.length, later.length) < BARE or not alike.one_day:
        return None
    if not earlier.place or earlier.place != later.place or alike.hours * HOUR > RUNNING or alike.names < 0.7:
        return None
    unlike = not same_measures(earlier, later) if later.kind in _LATECOMERS else other_figures(earlier, later)
    if alike.news < 2 * SAME_NEWS or unlike:
        return None
    wanted = 0.6 if later.kind in _LATECOMERS else 0.35
    return because(earlier, later, "the same text") if alike.text >= wanted else None


def _by_slug(earlier: Trace, later: Trace, alike: Likeness) -> str | None:
    """The same slug of the same source, and markers, names or words that say the same."""
    if not earlier.slug or earlier.slug != later.slug or alike.hours * HOUR > RUNNING:
        return None
    if earlier.label and earlier.label == later.label and alike.text < 0.35:
        return None  # a column that comes several times a day
    if alike.one_day and alike.text >= 0.25 and alike.names >= 0.6 and alike.numbers >= 0.5 and alike.news >= SAME_NEWS:
        return because(earlier, later, "the same slug and text")
    counted = earlier.keyed and later.keyed and (earlier.stated or 0) < (later.stated or 0)
    if counted and alike.names >= 0.5 and alike.news >= SAME_NEWS:
        return because(earlier, later, "the same slug, counted on")
    if not (earlier.marked or later.marked):
        return None
    if earlier.kind in ALERTS and alike.hours * HOUR <= ALERTED and told(earlier, later) >= 0.5:
        if alike.names >= 0.5 or len(earlier.names) < 3:
            return because(earlier, later, "the same slug and names")
    elif later.marked and alike.names >= 0.5:
        # A wrap-up is told anew; an update keeps its headline, or some sentences.
        headline, text, new = (0.3, 0.06, 0.0) if later.kind is VersionKind.WRAPUP else (0.5, 0.12, SAME_NEWS)
        long = min(earlier.length, later.length) >= SHORT  # a few sentences are alike by their form alone
        if alike.headline >= headline or (long and alike.text >= text and alike.news >= new):
            return because(earlier, later, "the same slug and names")
    return None


def _by_headline(earlier: Trace, later: Trace, alike: Likeness) -> str | None:
    """The same headline but for the markers, and the same names."""
    if len(content(earlier.headline)) < 3 or len(content(later.headline)) < 3 or alike.hours * HOUR > RUNNING:
        return None
    if not (earlier.marked or later.marked) or (earlier.slug and later.slug and earlier.slug != later.slug):
        return None
    if earlier.kind is later.kind is VersionKind.TAKE and alike.headline >= 0.9:
        another = earlier.number != later.number or alike.text >= SAME_TAKE
        return because(earlier, later, "the same headline") if another else None
    alerts = earlier.kind in ALERTS
    if alike.headline < 0.9 and (later.kind is earlier.kind if alerts else not later.marked):
        return None  # what has no marker goes on from no update; and two alerts tell two things
    if alerts and not later.marked and not goes_on(earlier, later):
        return None
    if (later.kind in _LATECOMERS or not (alerts or later.marked)) and not same_measures(earlier, later):
        return None
    short = min(earlier.length, later.length) < SHORT
    if short and alike.headline < 0.9 and other_figures(earlier, later):
        return None
    named = alike.names >= 0.5 or min(len(earlier.names), len(later.names)) < 3
    if alike.headline >= 0.75 and named and (alike.text >= 0.1 or short):
        return because(earlier, later, "the same headline")
    return None


def _by_alert(earlier: Trace, later: Trace, alike: Likeness) -> str | None:
    """What an alert told, told again at the head of the story that follows it."""
    if earlier.kind not in ALERTS or later.kind in (earlier.kind, *_LATECOMERS) or alike.hours * HOUR > FOLLOWED:
        return None
    told_again = content(earlier.headline) & later.news
    if len(told_again) < 3 or len(told_again) < 0.75 * len(content(earlier.headline)) or alike.headline < 0.6:
        return None
    if earlier.place and later.place and earlier.place != later.place:
        return None
    return because(earlier, later, "what the alert told") if goes_on(earlier, later) else None


def _by_take(earlier: Trace, later: Trace, alike: Likeness) -> str | None:
    """Pieces of one story, numbered by the source: they go on from each other, so that the texts need not be alike."""
    if later.kind is not VersionKind.TAKE or not earlier.slug or earlier.slug != later.slug or not alike.one_day:
        return None
    before = earlier.number if earlier.kind is VersionKind.TAKE else 0 if earlier.marked else 1
    if earlier.more and before and later.number == before + 1 and alike.hours * HOUR <= FOLLOWED:
        return because(earlier, later, "what goes on from it")
    if earlier.kind is not VersionKind.TAKE or not before or before == later.number or alike.hours * HOUR > RUNNING:
        return None
    if alike.headline >= 0.5 and min(len(content(earlier.headline)), len(content(later.headline))) > 1:
        return because(earlier, later, "another take of the same slug")
    return None


def _repeated(earlier: Trace, later: Trace, alike: Likeness) -> bool:
    """Whether a short story was sent again, with nothing but a sentence or so changed."""
    if earlier.headline != later.headline or len(content(later.headline)) < 3 or alike.hours * HOUR > RUNNING:
        return False
    figures = earlier.numbers <= later.numbers and alike.one_day and earlier.place == later.place
    return figures and min(earlier.length, later.length) >= BARE and alike.names >= 0.9 and alike.text >= REPEATED


def _spelled_out(brief: Trace, later: Trace) -> bool:
    """Whether a kill takes a brief back, or a story has all figures of its headline: else it is about something else of the kind."""
    figures = {word for word in brief.headline if word[0].isdigit()}
    return later.kind is VersionKind.KILL or figures <= later.numbers | set(later.headline)


def _mended(earlier: Trace, later: Trace) -> bool:
    """Whether a correction puts another name in the place of one, and leaves everything else."""
    changed = max(len(earlier.words - later.words), len(later.words - earlier.words))
    return later.kind in _LATECOMERS and changed <= 1
