import pytest

from triage.ingest.language import guess_language, spoken


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The ministers of the alliance met in Brussels on Friday and agreed to meet again.", "en"),
        ("TURKEY SAYS S-400 DEAL IS DONE", "en"),
        ("Shr 52 cts vs 22 cts. Net 1.2 mln vs 949,626. Revs 61.7 mln vs 52.7 mln", "en"),
        (
            "Der Minister hat am Freitag in Berlin gesagt, dass die Gespräche nicht vor dem Sommer beginnen und die Kosten noch nicht bekannt sind.",
            "de",
        ),
        (
            "Le ministre a déclaré vendredi à Paris que les négociations ne sont pas terminées et que la réunion aura lieu dans deux semaines.",
            "fr",
        ),
        (
            "El ministro dijo el viernes en Madrid que las conversaciones no han terminado y que la reunión es para los países de la región.",
            "es",
        ),
        (
            "Il ministro ha detto venerdì a Roma che le trattative non sono finite e che la riunione si terrà nella capitale con gli altri.",
            "it",
        ),
        (
            "Bakan cuma günü Ankara'da yaptığı açıklamada görüşmelerin devam ettiğini ve yeni bir toplantı için tarih verildiğini söyledi.",
            "tr",
        ),
        ("Министр в пятницу заявил в Москве, что переговоры ещё не завершены и что встреча будет позже.", "ru"),
        ("Міністр у п'ятницю заявив у Києві, що переговори ще не завершені.", "uk"),
        ("قال الوزير يوم الجمعة إن المحادثات لم تنته بعد", "ar"),
        ("וזיר החוץ אמר ביום שישי כי השיחות לא הסתיימו", "he"),
        ("Ο υπουργός δήλωσε την Παρασκευή στην Αθήνα", "el"),
        ("日本の首相は金曜日に会談した", "ja"),
        ("外交部长星期五在北京表示会谈尚未结束", "zh"),
        ("한국 대통령은 금요일에 만났다", "ko"),
        ("Statsministeren sa fredag at regjeringen ikke vil øke avgiftene, og at hun ser på det etter sommeren.", "no"),
        (
            "Statsministeren sagde fredag, at regeringen ikke vil hæve afgifterne, og at hun ser på det efter sommeren.",
            "da",
        ),
        ("Ministar je rekao u petak da pregovori nisu završeni i da će se sastati nakon ljeta u Zagrebu.", "hr"),
        ("Minister v piatok uviedol, že rokovania sa neskončili a že sa stretnú po lete podľa plánu pre rok.", "sk"),
        (
            "Waziri amesema jana kwamba mazungumzo ya amani kati ya pande mbili hayajakamilika na watu wa mji huo watasubiri.",
            "sw",
        ),
        (
            "Sinabi ng ministro noong Biyernes na hindi pa tapos ang usapan at babalik siya sa lungsod para sa mga tao.",
            "tl",
        ),
        (
            "Bộ trưởng cho biết hôm thứ Sáu rằng cuộc đàm phán đã không kết thúc và các bên sẽ gặp lại trong tháng này.",
            "vi",
        ),
        ("وزیر خارجه روز جمعه گفت که گفتگوها پایان نیافته و چند روز دیگر ادامه می‌یابد", "fa"),
        ("Kipa luma tero dansi volka nuri behta sol " * 8, None),
        ("12345 — 67", None),
        ("Žąų Šėį ęž", None),
    ],
)
def test_languages(text: str, code: str | None) -> None:
    assert guess_language(text) == code


def test_curly_quotes_make_english_no_other_language() -> None:
    assert guess_language("“We are in,” he said. “That’s a done deal – the end.”") == "en"


ENGLISH = "The minister said in Rome on Friday that the talks were not over and that he would meet the others in the summer again."
GERMAN = "Der Minister hat am Freitag in Rom gesagt, dass die Gespräche nicht vorbei sind und dass er die anderen im Sommer trifft."


@pytest.mark.parametrize(
    ("stated", "text", "code"),
    [
        (None, ENGLISH, "en"),
        (
            "it",
            "Russian energy giant Gazprom on Monday cut its gas supplies to Ostby by a third, the fuels giant said.",
            "en",
        ),
        (
            "da",
            "Statsministeren sagde fredag, at regeringen ikke vil hæve afgifterne for at få den i land efter sommeren.",
            "da",
        ),
        ("af", "Die minister het in Rome gesê dat hy nie was by die man wat in die huis is nie, en op pad was.", "af"),
        ("it", ENGLISH, "en"),  # an English service of a house that labels all it sends with its own language
        ("en", GERMAN, "de"),
        ("en", "外交部长星期五在北京表示会谈尚未结束", "zh"),
        ("en", "قال الوزير يوم الجمعة إن المحادثات لم تنته بعد", "ar"),
        ("de", "Eilmeldung: Minister tritt zurück", "de"),  # too short to tell
        ("en", "Angela Merkel, CDU, Die Welt, Der Spiegel", "en"),
        ("en", "OSTBY 2 LUNDE 1, AAS 0 HOLM 0. " * 10, "en"),
        ("en", f"{ENGLISH} “{GERMAN}” {ENGLISH}", "en"),  # a story that quotes
        ("nb", GERMAN.replace("Minister", "Statsråd"), "nb"),  # which of two others is not ours to settle
        ("sw", "Habari", "sw"),
    ],
)
def test_a_stated_language_against_the_texts_own(stated: str | None, text: str, code: str) -> None:
    assert spoken(stated, text) == code
