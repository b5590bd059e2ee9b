"""Which language a text is in: by its script, and for Latin script by its small words. None where it cannot tell."""

from __future__ import annotations

import re
from functools import cache

_SMALL_WORDS = {
    "en": "the of and to in a that for on with was is said by it as at from he be have his has an are not which were they will this had their but its",
    "de": "der die und den das von mit dem des auf für ist im nicht ein eine als auch es an werden aus er hat dass sie nach bei sich wird zu war einer",
    "fr": "le la les des du et en un une est que dans pour qui sur au par avec ce il pas plus aux sont ont se cette été mais ses ou elle deux",
    "es": "el la los las del y en que un una por con para se su es al como más lo no fue sus este entre ha pero sobre también años desde está",
    "it": "il di che la e un una per del della con non sono le si dei nel alla gli al da ha anche più lo delle è come dal ma nella degli",
    "pt": "o de que e do da em um uma para os não no com as dos na por mais se ao como das à foi são mas pelo pela também ele entre está até",
    "nl": "de het een van en in is dat op te voor met zijn die niet aan er om ook als bij door naar uit maar wordt heeft over hij tot nog werd",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi en kadar sonra ancak oldu ise olduğunu dedi her ne o yeni göre tarafından türkiye ilk var",
    "sv": "och att det som en på är av för med den till inte har de ett om vi han men var sig från så kan efter också under säger",
    "da": "og at det er en på til som af for med den har de et ikke der om vi han men fra var sig kan efter også siger blev",
    "pl": "w i na z do się że nie jest o to po przez od za jak dla ze oraz są ale był tym może już które roku przed tego",
    "cs": "a v na se je že s z do o to ve za po od k jsou který by jako podle pro ale byl také roku při už nebo své",
    "ro": "de în și a la cu din pe care nu este o că un pentru au mai fost ce prin sunt după iar al fi dar anul",
    "hu": "a az és hogy nem is egy volt meg szerint ez csak már de ki el mint még lehet után között által azt kell lesz",
    "id": "yang di dan dari untuk dengan pada ini dalam itu tidak akan ke oleh juga telah kata adalah sebagai para mengatakan",
    "no": "at og i det er på til som for av med den har de et ikke å en om han men fra var seg kan etter ble sier også mot hun ved nå opp",
    "hr": "i je u da se na su za od o ne s koji iz bi će kako što nije to kao ali biti bio po nakon te također rekao prema do ili godine",
    "sk": "a v na je že sa s do o to vo za po z aj ktorý by ako podľa pre ale bol tiež roku pri sú už nie uviedol povedal",
    "sl": "in je v na da se so za pa ki s z tudi o po ne kot bo od do bi iz pri še leta ali med ker",
    "af": "die en van in het is nie te wat op vir met dat hy sy om aan as was deur ook word sal by nog gesê",
    "sw": "na ya wa kwa katika ni za la kuwa hiyo huo yake wake baada hii amesema pia watu cha siku jana kama lakini bila",
    "tl": "ang ng sa na mga at ay si ni para kay hindi ito nito niya siya kanyang din rin noong isang may pang pero",
    "vi": "của và là trong cho được có không với các một người này đã những từ khi đến ở về theo ngày tại",
    "ca": "el la els les de que i en un una per amb del no es al dels ha és més va com seva aquest també però entre",
    "lt": "ir yra kad su iš į bei buvo apie už per tai jis bet ar po taip pat nuo metų kaip sakė",
    "lv": "un ir ka ar no par bija kas uz to arī kā pēc gada tika vai bet līdz teica",
    "et": "ja on et ei oli kui ning ka see mis ta selle aga oma pärast kes aasta ütles tema",
    "fi": "ja on ei että se oli myös mukaan hän ovat kun mutta joka vuoden kuin ole sen olla jo sekä",
}
_ENGLISH = frozenset(_SMALL_WORDS["en"].split())

# First and last character of a script's block, and the language it stands for where one stands out.
_SCRIPTS = (
    ("\u0370", "\u03ff", "el"), ("\u0400", "\u052f", "cyrillic"), ("\u0530", "\u058f", "hy"), ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u077f", "arabic"), ("\u0900", "\u097f", "hi"), ("\u0980", "\u09ff", "bn"), ("\u0b80", "\u0bff", "ta"),
    ("\u0e00", "\u0e7f", "th"), ("\u10a0", "\u10ff", "ka"), ("\u1200", "\u137f", "am"), ("\u3040", "\u30ff", "kana"),
    ("\u3400", "\u9fff", "han"), ("\uac00", "\ud7af", "ko"),
)  # fmt: skip
_CYRILLIC = (("uk", "іїєґ"), ("be", "ў"), ("sr", "ђћџљњј"), ("ru", "ыэё"), ("bg", "ъ"))
_ARABIC = (("ur", "ٹڈڑے"), ("fa", "پچژگ"))
_TOKEN = re.compile(r"[^\W\d_]+")
_FOREIGN = re.compile(r"[^\0-\u036f\u1e00-\u2bff]")  # neither Latin nor punctuation
_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
_SAMPLE = 1500
PROSE = 40
"""Words from which on a text in a language that we know has some of its small words."""

ENOUGH = 15
"""Words from which on a text counts for more than what its source says of it."""

_OTHER_SCRIPTS = frozenset(
    [
        "el",
        "hy",
        "he",
        "ar",
        "fa",
        "ur",
        "hi",
        "bn",
        "ta",
        "th",
        "ka",
        "am",
        "ja",
        "zh",
        "ko",
        "ru",
        "uk",
        "be",
        "sr",
        "bg",
    ]
)


@cache
def _small_words() -> dict[str, list[str]]:
    """The languages that each small word belongs to."""
    languages: dict[str, list[str]] = {}
    for code, words in _SMALL_WORDS.items():
        for word in words.split():
            languages.setdefault(word, []).append(code)
    return languages


def guess_language(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of `text` is in, from its first part; None if it cannot tell."""
    sample = text[:_SAMPLE]
    if not sample.isascii():
        foreign = _FOREIGN.findall(sample)
        if foreign and len(foreign) * 2 > sum(1 for char in sample if char.isalpha()):
            return _by_script(foreign)
    return _by_small_words(sample)


def spoken(stated: str | None, text: str) -> str | None:
    """The language of `text` where its source has stated one: that, unless enough of the text says otherwise of English.

    Services are labelled as a whole, and translations with the language that they were made from.
    """
    guessed = guess_language(text)
    if stated is None:
        return guessed
    words = _TOKEN.findall(text[:_SAMPLE].lower())
    english = sum(map(_ENGLISH.__contains__, words))
    if stated != "en" and guessed == "en":
        return "en" if len(words) >= ENOUGH and english * 6 > len(words) else stated
    if stated == "en" and guessed not in (None, "en"):
        foreign = not text[:_SAMPLE].isascii() and guessed in _OTHER_SCRIPTS
        return guessed if foreign or (len(words) >= ENOUGH and english * 20 < len(words)) else stated
    return stated


def _by_script(letters: list[str]) -> str | None:
    counts: dict[str, int] = {}
    for char in letters:
        for first, last, name in _SCRIPTS:
            if first <= char <= last:
                counts[name] = counts.get(name, 0) + 1
                break
    if not counts:
        return None
    if counts.get("kana", 0) * 20 > counts.get("han", 0):
        counts["ja"] = counts.pop("kana") + counts.pop("han", 0)
    script = max(counts, key=lambda name: counts[name])
    if script == "cyrillic":
        return _by_letters(letters, _CYRILLIC)
    if script == "arabic":
        return _by_letters(letters, _ARABIC) or "ar"
    return "zh" if script == "han" else script


def _by_letters(letters: list[str], tells: tuple[tuple[str, str], ...]) -> str | None:
    """The language whose own letters are there, the most telling first; a single stray one does not count in a long text."""
    enough = 1 if len(letters) < 200 else 2
    present = "".join(letters).lower()
    for code, own in tells:
        if sum(present.count(char) for char in own) >= enough:
            return code
    return None


def _by_small_words(sample: str) -> str | None:
    tokens = _TOKEN.findall(sample.lower())
    if sum(map(_ENGLISH.__contains__, tokens)) * 3 > len(tokens) > 20:
        return "en"  # no other language has so many of its words
    words = _small_words()
    score: dict[str, int] = {}
    for token in tokens:
        for code in words.get(token, ()):
            score[code] = score.get(code, 0) + 1
    best = max(score, key=lambda code: score[code], default="en")
    english = score.get("en", 0)
    if best != "en" and score[best] > 2 and score[best] * 12 > len(tokens) and score[best] > 1.2 * english:
        return best
    prose = len(tokens) > PROSE and len(_NUMBER.findall(sample)) * 5 < len(tokens)
    if prose and english * 20 < len(tokens):
        return (
            None  # a language that nobody has listed; what has more figures than that is a table, whose words are few
        )
    return "en" if tokens and (sample.isascii() or (score and best == "en")) else None
