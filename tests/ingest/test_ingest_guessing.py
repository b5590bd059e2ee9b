"""Plain wires in other scripts, in the encodings that their countries write without saying so."""

import datetime as dt

import pytest

from triage.ingest.reader import Origin
from triage.ingest.readers import read_each

ORIGIN = Origin("in/x.txt", dt.datetime(2018, 4, 28, tzinfo=dt.UTC))
WIRES = {
    "ru": "Президент подписал закон\n\nМОСКВА, 27 апр - Президент России во вторник подписал закон о бюджете на следующий год.\n",
    "uk": "Рада ухвалила закон\n\nКИЇВ. Верховна Рада у вівторок ухвалила закон про державний бюджет на наступний рік.\n",
    "ar": "المغرب يزيد ميزانية الدفاع\n\nالرباط - قالت الحكومة المغربية يوم الثلاثاء إنها ستزيد ميزانية الدفاع.\n",
    "el": "Νέα μέτρα\n\nΑΘΗΝΑ - Η κυβέρνηση ανακοίνωσε την Τρίτη νέα μέτρα για την οικονομία, όπως είπε ο υπουργός.\n",
    "he": "התקציב אושר\n\nירושלים - הממשלה אישרה ביום שלישי את תקציב המדינה לשנה הבאה, אמר שר האוצר.\n",
    "zh": "总理会见外宾\n\n北京4月27日电 国务院总理二十七日在北京会见了来访的外宾。双方就经贸合作交换了意见。\n",
    "zh-TW": "院長會見外賓\n\n台北27日電 行政院長今天在台北會見了來訪的外賓。雙方就經貿合作交換意見，並簽署了三項協議。\n",
    "ja": "首相、訪米へ\n\n【東京】首相は27日、来週ワシントンを訪問すると発表した。大統領との会談が予定されている。\n",
    "ko": "대통령 기자회견\n\n(서울) 대통령은 27일 기자회견을 하고 새로운 경제 정책을 발표했다고 대변인이 밝혔다.\n",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ru", "cp1251"), ("ru", "koi8-r"), ("ru", "iso8859-5"), ("ru", "cp866"), ("uk", "cp1251"), ("uk", "koi8-u"), ("ar", "cp1256"),
        ("ar", "iso8859-6"), ("el", "iso8859-7"), ("he", "iso8859-8"), ("zh", "gb18030"), ("zh", "gb2312"), ("zh-TW", "big5"), ("ja", "shift_jis"),
        ("ja", "euc-jp"), ("ko", "euc-kr"),
    ],
)  # fmt: skip
def test_another_script_is_read_in_the_encoding_it_is_in(language: str, encoding: str) -> None:
    text = WIRES[language]
    (story,), errors = read_each(text.encode(encoding), ORIGIN)
    assert not errors
    assert story.text == text.strip()
    assert story.headline == text.split("\n")[0]


def test_a_message_of_the_teleprinter_is_too() -> None:
    source = ("\x01tas012 2 пол 100\r\n\r\nРОССИЯ-БЮДЖЕТ\r\n\x02" + WIRES["ru"] + "\x03271200 Apr 18\x04").encode(
        "cp866"
    )
    (story,), _ = read_each(source, ORIGIN)
    assert "Президент России" in story.text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Düsseldorf: Öl für Köln. Überfällige Gebühren stören größere Städte. Ämter öffnen später.\n", "cp1252"),
        ("ÉLECTIONS À ÉTAMPES\n\nÉtampes – L’élection a été annulée à l’été, « déjà », a-t-on précisé.\n", "cp1252"),
    ],
)
def test_latin_letters_stay_what_they_were(text: str, encoding: str) -> None:
    (story,), _ = read_each(text.encode(encoding), ORIGIN)
    assert story.text == text.strip()


@pytest.mark.parametrize("declaration", ["", '<?xml version="1.0" encoding="windows-1251"?>'])
def test_a_feed_is_read_in_one_encoding_whether_it_says_so_or_not(declaration: str) -> None:
    text = WIRES["ru"].split("\n\n")[1].strip()
    feed = f"{declaration}<rss version='2.0'><channel><title>Лента новостей</title><item><title>Закон подписан</title><description>{text}</description></item></channel></rss>"
    (story,), _ = read_each(feed.encode("cp1251"), ORIGIN)
    assert (story.headline, story.source) == ("Закон подписан", "Лента новостей")


@pytest.mark.parametrize(
    "source",
    [
        '<?xml version="1.0" encoding="x-sjis"?><nitf><body><body.head><hedline><hl1>{}</hl1></hedline></body.head></body></nitf>',
        '<html><head><meta charset="x-sjis"><title>{}</title></head><body><h1>{}</h1><p>ABC</p></body></html>',
    ],
)
def test_the_old_names_of_encodings_are_known(source: str) -> None:
    (story,), _ = read_each(source.replace("{}", "首相、訪米へ").encode("shift_jis"), ORIGIN)
    assert story.headline == "首相、訪米へ"


@pytest.mark.parametrize("language", WIRES)
def test_a_torn_character_does_not_make_utf8_another_encoding(language: str) -> None:
    text = WIRES[language].split("\n\n")[1].strip()
    feed = f"<rss version='2.0'><channel><title>{text}</title><item><title>Ferry</title><description>{text}</description></item></channel></rss>"
    (story,), _ = read_each(feed.encode().replace(b"</description>", text[0].encode()[:1] + b"</description>"), ORIGIN)
    assert (story.source or "").startswith(text[:20])
    assert text in story.text
