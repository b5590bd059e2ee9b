"""Teams: in the story of a match the name of a city is that of who plays for it, and a row of a table begins with one.

National teams stay places, as wire copy and those who annotate it have them: "England beat Wales" tells of two countries.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from triage.facts.lexicon import words
from triage.facts.vocabulary import CALENDAR, FUNCTION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from triage.facts.gazetteer import Gazetteer, Place
    from triage.facts.vocabulary import Vocabulary
    from triage.facts.wordstream import Word

_CUES = words(
    "soccer football rugby cricket baseball basketball hockey handball volleyball netball innings wicket wickets batsman batsmen "
    "bowler bowlers midfielder midfielders striker strikers defender defenders goalkeeper winger forward halftime halfback fullback flanker "
    "prop scrum fly-half quarterback touchdown touchdowns homered homer inning pitcher shortstop rebounds playoff playoffs "
    "semifinal semifinals semi-final quarter-final quarter-finals quarterfinal league standings fixtures penalty header equaliser equalizer "
    "relegation relegated promoted derby unbeaten stoppage-time substitute coach manager captain squad teammate teammates "
    "goalless scorer scorers hat-trick offside nba nfl nhl mlb uefa fifa bundesliga laliga ligue serie eredivisie premiership overs lbw "
    "match matches goal goals tries stumps puck goaltender run-rate away transfer season club clubs fans scored kickoff"
)
_ENOUGH, _SHARE = 3, 0.012
"""How many different cues make a story one of sport, and what part of all words they are at least."""

_OPENING = words("soccer football rugby cricket baseball basketball hockey nba nfl nhl mlb")
"""What heads the stories of a sport that teams play: "SOCCER - ...", "Soccer-..."."""

_STAFF = words(
    "captain coach manager striker midfielder defender goalkeeper winger forward skipper fullback flanker lock prop quarterback pitcher "
    "guard batsman opener bowler all-rounder seamer player players fans supporters teammate teammates playmaker boss left-back "
    "right-back centre-back right-hander left-hander defence midfield goalie keeper side team squad bench line-up lineup innings loanee"
)
_DOES = words(
    "beat beats drew draw won wins lost lose loses held hold holds trail trailed trails lead leads led play plays played face faces host "
    "hosts hosted sign signed sacked scored conceded thrashed routed edged crushed stunned downed blanked rallied climbed slipped "
    "qualified finished travel travelled meet reached collapsed declared chased remain remained need needed entertain entertained dominated "
    "equalised equalized bowled batted snatched"
)
_PLURAL = words("are were have")
_BEATEN = words(
    "beat beats beating defeated defeating thrashed thrashing stunned stunning crushed crushing edged edging downed downing blanked against v "
    "vs vs. versus overcame eliminated hosting facing routed trounced topping toppled entertaining outplayed"
)
_LINKS = words("over by to with of at for from between")
_DEEDS = words(
    "win wins victory victories defeat defeats loss losses lost draw drew triumph tie match game games clash derby final encounter "
    "homered scored goals runs points joined transferred loan signed played debut fixture replay leg play"
)
_JOINED = words("joined signed joins joining bought arrived transferred moved move")
_SORTS = words(
    "club clubs side sides champions leaders rivals neighbours neighbors strugglers holders visitors hosts basement league-leaders outfit"
)
_NO_VERBS = words("and or in on at with for from by to of the a an where which who as")
_PLACED = words("in near outside around across through throughout into downtown at reach reached city town")
_SCORE = re.compile(r"\d{1,3}")
_FIGURES = re.compile(r"\.?\d{1,3}(?:[.,/]\d{1,3})*")
_BOWLED = re.compile(r"\d-\d+-\d+-\d|\b(?:19|20)\d\d\b")
"""What a bowler did, and a year: no team's row has them."""

_BESIDE = ("-", "–", "+", "=", ",", ".", "*", "½")
"""What may stand in a row beside names and figures."""

_NATIONS = (
    "England",
    "Scotland",
    "Wales",
    "Northern Ireland",
    "West Indies",
    "Hong Kong",
    "Puerto Rico",
    "Faroe Islands",
    "Gibraltar",
)
"""Parts of countries, or groups of them, that play as nations do."""

_CLAUSE = (
    "",
    "as",
    "and",
    "while",
    "but",
    "when",
    "that",
    "after",
    "if",
    "before",
    "where",
    "because",
    "until",
    "although",
    "though",
)
"""Words between which and a verb a name is the subject."""

_NO_TEAMS = words(
    "Total Extras Overs Halftime Attendance Division Group Bowling Batting Results Result Standings Played Postponed Abandoned Leading Round "
    "Section Pool League Tables Table Aggregate Overall Note Page Race Stage Lap Heat Day Week Game Games Test Final Final Fall"
)
"""What begins rows that name no team."""


def team_sport(text: str) -> bool:
    """Whether the story tells of a sport that teams play."""
    found = re.findall(r"[\w-]+", text.lower())
    first = found[0].split("-")[0] if found else ""
    cues = [word for word in found if word in _CUES]
    return first in _OPENING or (len(set(cues)) >= _ENOUGH and len(cues) >= _SHARE * len(found))


def national(place: Place) -> bool:
    """Whether what plays under that place's name is a nation."""
    return place.type == "country" or place.name in _NATIONS


def located(line: Sequence[Word], start: int, end: int) -> bool:
    """Whether words `start` to `end` stand where a place stands, whatever plays there: "in Leeds", "Perth, Australia"."""
    before = line[start - 1].low if start else ""
    if before in _PLACED or (start == 0 and end < len(line) and line[end].text == ":"):
        return True
    return start == 0 and end + 1 < len(line) and line[end].text == "," and line[end + 1].capital


def appears(line: Sequence[Word], start: int, end: int) -> bool:
    """Whether the words around a name that may be a city's or a club's say that it is a team's."""
    low = [word.low for word in line[end : end + 3]] + [""] * 3
    one, two = (line[at].low if at >= 0 else "" for at in (start - 1, start - 2))
    if staffed(line, start, end) or one in _BEATEN or low[0] in _DOES:
        return True
    if low[0] in _PLURAL and one not in ("and", "or", ","):
        return True
    if one in _LINKS and (
        two in _DEEDS or (one == "from" and any(word.low in _JOINED for word in line[max(0, start - 6) : start]))
    ):
        return True
    subject = one in _CLAUSE and low[0].isalpha() and low[0] not in _NO_VERBS and not line[end].capital
    return subject or one in _JOINED or _scores(line, start, end)


def staffed(line: Sequence[Word], start: int, end: int) -> bool:
    """Whether a team's people or sort stand beside the name: "Torino striker", "Leeds' captain", "title rivals Essex"."""
    low = [word.low for word in line[end : end + 2]] + [""] * 2
    owner = low[0] in ("'s", "’s", "'", "’") and low[1] in _STAFF
    return owner or low[0] in _STAFF or (start > 0 and line[start - 1].low in _SORTS)


def nicknamed(line: Sequence[Word], start: int, end: int, known: Gazetteer, vocabulary: Vocabulary) -> bool:
    """Whether the name is a team's by its form: "the White Sox", "Chicago Bulls", "Rotor Volgograd"."""
    last = line[end - 1].text
    if start and line[start - 1].low == "the" and last.endswith(("s", "Sox")) and last not in vocabulary.family:
        return True
    inner = any(word.text in vocabulary.given for word in line[start:end])
    ends = (line[start].text, last) if end - start > 1 and not inner else ()
    return any(name in known.cities and name not in vocabulary.family for name in ends)


def _scores(line: Sequence[Word], start: int, end: int) -> bool:
    """Whether the name stands before what it scored."""
    if end >= len(line) or not _SCORE.fullmatch(line[end].text):
        return False
    before = line[start - 1].text if start else ","
    return not before.isalpha()


def row(line: Sequence[Word], known: Gazetteer, vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """The names in a row of results or of a table, as half-open ranges of its words; none in a line that is no such row.

    Each name has a figure behind it, or "v" between it and the next.
    """
    if _BOWLED.search("".join(word.text if word.glued else f" {word.text}" for word in line)):
        return []
    found: list[tuple[int, int]] = []
    open_, paired = False, False
    for start, end in _parts(line):
        first = line[start]
        if first.low in ("v", "vs", "at") and open_:
            paired = True
        elif first.capital:
            if (open_ and not paired) or not _may_play(line[start:end], known, vocabulary):
                return []
            found.append((start, end))
            open_ = not paired
            paired = False
        elif _FIGURES.fullmatch(first.text):
            open_ = False
        elif first.text not in _BESIDE:
            return []
    return [] if open_ or paired else found


def _parts(line: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Runs of capitals, and every other word alone."""
    at = 0
    while at < len(line):
        end = at + 1
        while (
            line[at].capital
            and line[at].low != "at"
            and end < len(line)
            and line[end].capital
            and line[end].low != "at"
        ):
            end += 1
        yield at, end
        at = end


def _may_play(run: Sequence[Word], known: Gazetteer, vocabulary: Vocabulary) -> bool:
    first = run[0].text.title() if run[0].loud else run[0].text
    if len(run) > 4 or first in CALENDAR or first in FUNCTION or first in _NO_TEAMS:
        return False
    if len(run) > 1 and first in vocabulary.given and known.place(" ".join(word.text.title() for word in run)) is None:
        return False
    return len(run[0].text.rstrip(".")) > 1
