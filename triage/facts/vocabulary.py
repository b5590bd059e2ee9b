"""The words by which names are told from other words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from triage.facts.lexicon import rows, words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Word lists for reading names. Keys of `titles` are in lower case, of the other tables as they are written.

    `titles` gives a title's sort and what it is short for; `modifiers` are what may stand before an office, and some of them
    are titles of their own ("General Lund", "general secretary"). `orgs` and `places` the sort and type of the words that show
    an organization or a place. `title_starts` are the first words of titles, to pass over all others at little cost.
    """

    ordinary: frozenset[str]
    given: frozenset[str]
    family: frozenset[str]
    titles: dict[str, tuple[str, str]]
    modifiers: frozenset[str]
    title_starts: frozenset[str]
    orgs: dict[str, tuple[str, str]]
    themes: frozenset[str]
    places: dict[str, tuple[str, str]]


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the lexicons; read once, as the files do not change while we run."""
    orgs = [row for row in rows("orgwords") if row[1] != "theme"]
    listed = [(row[0].lower(), row[1], row[2] if len(row) > 2 else row[0]) for row in rows("titles")]
    titles = {word: (sort, short_for) for word, sort, short_for in listed if sort != "modifier"}
    modifiers = frozenset(word for word, sort, _ in listed if sort in ("modifier", "either"))
    return Vocabulary(
        ordinary=frozenset(row[0] for row in rows("words")),
        given=frozenset(row[0] for row in rows("given_names")),
        family=frozenset(row[0] for row in rows("surnames")),
        titles=titles,
        modifiers=modifiers,
        title_starts=frozenset(title.split(" ")[0] for title in (*titles, *modifiers)),
        orgs={row[0]: (row[1], row[2]) for row in orgs},
        themes=frozenset(row[0] for row in rows("orgwords") if row[1] == "theme"),
        places={row[0]: (row[1], row[2]) for row in rows("placewords")},
    )


def of_story(words: Vocabulary, lower: frozenset[str]) -> Vocabulary:
    """The vocabulary with what the story itself writes in lower case among the ordinary words."""
    return replace(words, ordinary=words.ordinary | lower)


LETTERS = words("KC QC AC AO MP MEP OBE CBE MBE KBE DBE PhD MD")
"""Letters that stand behind a person's name and are no part of it."""

PARTICLES = words(
    "de da das del della delle dello der den di do dos du la le van von zu zur ter ten bin ibn bint abu ben al el ul ud af av arap y e"
)
"""Small words inside a person's name."""

ARTICLES = ("al-", "el-", "ul-", "ad-", "as-", "ash-", "at-", "az-", "an-", "ar-", "d'", "d’", "Al-", "El-")
"""What Arabic family names begin with; a hyphen joins it to the rest."""

CALENDAR = words(
    "January February March April May June July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. "
    "Sept. Oct. Nov. Dec. Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon. Tue. Wed. Thu. Fri. Sat. Sun. Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
)
"""Days and months: never names."""

FUNCTION = words(
    "The A An In On At But And He She It They We I You His Her Its Their My Our Your This That These Those There Here As For From With "
    "By Of To Or Nor So If When While After Before Since Until Although Though Because However Meanwhile Not No Yes Is Are Was Were Be "
    "Has Have Had Do Does Did Will Would Can Could Should May Might Must What Who Whom Whose Which How Why Where Some Many Most Both "
    "All Any Each Every Few Several Other Another More Less Than Then Now Also Even Only Just Still Such Once Under Over Between Among "
    "Against Within Without About Above Across Along Around During Through Despite Unlike Like Per Via Amid Instead Nearly Almost One "
    "Two Three Four Five Six Seven Eight Nine Ten I'm I've It's He's Mr Mrs Let Let's Oh Ah Hey Well Please Thanks Dear Dr."
)
"""Words that are never a name, whatever their capital says; "May" the month is one, and "Will" is given up with it."""

EVENTS = words(
    "Open Cup Olympics Games Prize Prizes Day Prix Series Declaration Treaty Accord Accords Agreement Pact Protocol War Wars Act Bill Law "
    "Marathon Championship Championships Festival Award Awards Masters Classic Trophy Tournament Summit Final Finals Convention Plan "
    "Resolution Revolution Uprising Spring Holocaust Code Constitution Amendment Eve Week Month Eurovision Medal Oscar Grammy Emmy Bowl Derby "
    "Contest Bible Gospel Charter Index Average Show Mission Operation Era Age Ages Initiative Project Corridor"
)
"""Words that end the name of an event, a treaty, a law or a prize."""

NOT_NAMES = words(
    "NGO NGOs Victorian Victorians Siberian Creole MFN AUD CAD GBP JPY CHF NZD HKD SGD CNY INR ZAR Muslim Muslims Moslem Moslems Islam Islamic Islamist Islamists Christian Christians Christianity Jew Jews Jewish Judaism Catholic "
    "Catholics Protestant Protestants Orthodox Buddhist Buddhists Buddhism Hindu Hindus Hinduism Sikh Sikhs Sunni Sunnis Shiite Shiites "
    "Shi'ite Shi'ites Shi’ite Shi’ites Shia Shias Shi'a Republican Republicans Democrat Democrats Communist Communists Marxist Marxists Nazi Nazis "
    "Socialist Socialists Conservative Conservatives Liberal Liberals Western Westerner Westerners Eastern Zionist Zionists "
    "Anglican Anglicans Evangelical Mormon Mormons Quaker Hispanic Hispanics Latino Latinos Black Blacks White Whites "
    "DNA RNA VAT GDP GNP CEO CFO TV AIDS HIV COVID COVID-19 SARS BSE Euro Euros EUR USD Internet Web Christmas Easter Ramadan Passover Hanukkah "
    "Thanksgiving Koran Quran Qur'an Bible God Allah Satan English Latin Arabic Hebrew Mandarin Cantonese Hindi Urdu Pashto Farsi "
    "Swahili Yiddish Esperanto OK Mr Mrs Ms Miss Sir PM AM GMT EST EDT PST BST CET UTC IPO CPI PPI PMI HQ ID IT PC PCs CD CDs DVD DVDs SUV SUVs "
    "UFO VIP POW IQ QC SC RM  MP MPs WWII Olympics Olympic Paralympics Oscar Oscars Nobel Stalinist Leninist Maoist Maoists Internet Newsroom EBIT EBITDA PDF URL SMS GPS HPAI EPS REIT ETF ICU PTSD LGBT LGBTQ Bolshevik Bolsheviks "
    "Kalashnikov Twitter-like Holocaust Brexit A-level iPhone iPad Q&A FAQ NATO-led EU-wide CALL COUPON NOTE NOTES PRICE TOTAL "
    "UPDATE FOCUS FEATURE ANALYSIS URGENT BULLETIN CORRECTED WRAPUP PREVIEW INTERVIEW TABLE LIST FACTBOX TIMELINE SCENARIOS INSIGHT EXCLUSIVE"
)
"""Beliefs, things and labels that carry a capital but name no person, organization or place."""

SAYING = words(
    "said says told tells added adds asked replied warned urged announced insisted argued noted explained declared stated acknowledged "
    "admitted denied predicted recalled claimed suggested complained conceded confirmed vowed testified tweeted wrote commented "
    "concluded continued remarked stressed accused called believes believed thinks hopes met won beat defeated scored arrived resigned "
    "died visited spoke flew"
)
"""Verbs whose subject is mostly a person."""
