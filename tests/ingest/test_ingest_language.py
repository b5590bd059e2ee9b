import pytest

from triage.ingest.language import guess_language


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
        ("12345 — 67", None),
        ("Žąų Šėį ęž", None),
    ],
)
def test_languages(text: str, code: str | None) -> None:
    assert guess_language(text) == code


def test_curly_quotes_make_english_no_other_language() -> None:
    assert guess_language("“We are in,” he said. “That’s a done deal – the end.”") == "en"
