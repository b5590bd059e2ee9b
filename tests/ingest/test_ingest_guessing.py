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
