"""The tags of a desk that has set nothing.

They are meant for a desk that follows arms, the alliance and sanctions, and to be changed. The words are chosen so that
one of them, said in passing, is not enough; what sport, courts and markets mean by the same words is listed against.
The colours are those of the terminal's sixteen that can be read on a black and on a white ground.
"""

from __future__ import annotations

from triage.settings.shape import Settings, TagDefinition

_SPORT = (
    "league", "coach", "season", "playoff", "quarterback", "linebacker", "striker", "midfielder", "goalkeeper",
    "defender", "semi-final", "semifinal", "quarterfinal", "tournament", "championship", "touchdown", "halftime",
    "scored", "goalless", "relegation", "draft pick", "title defense", "Champions League", "Premier League",
    "Bundesliga", "NFL", "NBA", "NHL", "FIFA", "UEFA", "Grand Slam", "World Cup",
)  # fmt: skip
_COURT = (
    "defense attorney", "defense lawyer", "defense team", "defense counsel", "self-defense", "jury", "juror",
    "defendant", "plaintiff", "defense rests", "defense rested", "verdict", "prosecutor", "testified", "courtroom",
)  # fmt: skip
_MARKETS = (
    "stocks", "shares", "futures", "barrel", "traders", "investors", "yields", "bond", "benchmark", "index",
    "basis points", "equities", "Dow", "Nasdaq", "FTSE", "Nikkei", "Brent", "WTI",
)  # fmt: skip

DEFENSE = TagDefinition(
    name="defense",
    key="d",
    colour="ansi_green",
    words=(
        "defense", "defense ministry", "defense minister", "defense secretary", "defense chief", "defense spending",
        "defense budget", "military budget", "military spending", "defense contractor", "defense industry",
        "air defense", "missile defense", "missile", "warhead", "fighter jet", "warplane", "bomber", "warship",
        "frigate", "destroyer", "aircraft carrier", "submarine", "armed forces", "arms deal", "arms sale",
        "arms export", "arms embargo", "arms control", "arms race", "weapons system", "weapons program", "munitions",
        "ammunition", "artillery", "howitzer", "battle tank", "armored vehicle", "military aid", "military exercise",
        "military drill", "war games", "military base", "troop deployment", "troop withdrawal", "conscription",
    ),
    entities=(
        "Pentagon", "Department of Defense", "Defense Department", "Ministry of Defense", "Lockheed Martin", "Raytheon",
        "Northrop Grumman", "General Dynamics", "BAE Systems", "Rheinmetall", "Leonardo SpA", "Rosoboronexport",
        "Almaz-Antey", "Dassault Aviation", "Saab AB", "Kongsberg", "Thales", "MBDA", "Elbit Systems",
    ),
    weapons=(
        "missile", "aircraft", "fighter", "bomber", "helicopter", "drone", "tank", "warship", "ship", "cruiser",
        "frigate", "destroyer", "carrier", "submarine", "vehicle", "artillery", "artillery shell", "howitzer",
        "launcher", "rocket", "system", "munition", "bomb", "torpedo", "landmine", "anti-aircraft gun",
        "anti-tank weapon",
    ),
    events=("fight", "mobilize"),
    against=(
        *_SPORT, *_COURT, "defense mechanism", "flood defense", "takeover defense", "hostile bid", "takeover bid",
    ),
)  # fmt: skip

NATO = TagDefinition(
    name="NATO",
    key="n",
    colour="ansi_cyan",
    words=("North Atlantic alliance", "Western military alliance", "Article 5", "collective defense"),
    entities=(
        "NATO", "North Atlantic Treaty Organization", "North Atlantic Council", "North Atlantic Treaty", "SACEUR",
        "Supreme Allied Commander Europe", "Jens Stoltenberg",
    ),
    against=("non-NATO", "ex-NATO", "former NATO"),
)  # fmt: skip

SANCTIONS = TagDefinition(
    name="sanctions",
    key="s",
    colour="ansi_magenta",
    words=(
        "sanctions", "sanctioned", "sanctions list", "sanctions relief", "sanctions waiver", "trade blacklist",
        "asset freeze", "assets freeze", "freeze the assets", "frozen assets", "visa ban", "embargo",
        "trade restrictions", "export controls", "oil price cap", "snapback", "Magnitsky", "oligarch", "dual-use goods",
    ),
    entities=(
        "OFAC", "Office of Foreign Assets Control", "CAATSA", "Specially Designated Nationals", "Magnitsky Act",
        "sanctions committee",
    ),
    countries=("RU", "IR", "KP", "SY", "VE", "BY", "CU", "MM"),
    events=("sanction",),
    against=(*_MARKETS, *_SPORT, "doping", "state-sanctioned", "sanctioned by the league", "church-sanctioned"),
)  # fmt: skip

DEFAULT_TAGS = (DEFENSE, NATO, SANCTIONS)


def defaults() -> Settings:
    """What holds when nothing is set."""
    return Settings(tags=DEFAULT_TAGS)
