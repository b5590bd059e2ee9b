import pytest

from triage.errors import ReadError
from triage.ingest.decoding import decode, decode_stated

TEXT = "The café’s owner said “no” on Friday – twice.\nIt cost £3 and €4."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_comes_back_from_every_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "x.txt") == TEXT


def test_big_endian_utf16_is_known_by_its_mark() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be"), "x.txt") == TEXT


@pytest.mark.parametrize("text", ["Путин: «Нет»\nМосква", "東京 – 首相は\n会談した", "قال الوزير\nيوم الجمعة"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_unmarked_utf16_is_known_in_other_scripts(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x.txt") == text


def test_latin1_is_read_where_cp1252_cannot_be() -> None:
    assert decode(b"caf\xe9 \x81", "x.txt") == "café \x81"


@pytest.mark.parametrize("source", [bytes(range(128, 256)) * 40, bytes(range(33, 256)) * 30])
def test_what_would_be_controls_in_latin1_is_not_taken_for_it(source: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        decode(source, "wire/x.txt")
    assert caught.value.title == "Not readable as text"
    assert "wire/x.txt" in caught.value.message


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "gb2312", "big5"])
def test_text_in_other_old_encodings_is_listed_as_it_can_be(encoding: str) -> None:
    text = {"gb2312": "新华社北京四月二十七日电\n", "big5": "中央社台北二十七日電\n"}.get(
        encoding, "Москва, 27 апреля\n"
    )
    assert decode(text.encode(encoding) * 40, "x.txt").strip()


def test_one_torn_character_does_not_turn_utf8_into_cp1252() -> None:
    torn = "Çavuşoğlu said “yes” in İstanbul".encode()[:-1] + b"\xc5"
    assert decode(torn, "x.txt").startswith("Çavuşoğlu said “yes”")


def test_lines_of_a_file_may_be_in_two_encodings() -> None:
    first, second = TEXT.split("\n")
    assert decode(f"{first}\n".encode() + second.encode("cp1252"), "x.txt") == TEXT


@pytest.mark.parametrize("said", ["iso-8859-1", "ISO_8859-1", "latin1", "us-ascii", "windows-1252"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_what_is_said_to_be_latin1_may_be_more(said: str, encoding: str) -> None:
    assert decode_stated(TEXT.encode(encoding), said) == TEXT


def test_what_is_said_of_other_encodings_is_believed() -> None:
    assert decode_stated("Москва".encode("koi8-r"), "koi8-r") == "Москва"
    with pytest.raises(UnicodeDecodeError):
        decode_stated(b"\xff\xff", "utf-8")


@pytest.mark.parametrize("nothing", [b"", b" \r\n\t \n"])
def test_nothing_is_an_error_that_says_so(nothing: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        decode(nothing, "wire/x.txt")
    assert caught.value.title == "Empty file"
    assert "wire/x.txt" in caught.value.message


@pytest.mark.parametrize(
    ("magic", "word"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"PK\x03\x04", "ZIP"),
        (b"\x1f\x8b\x08", "compressed"),
        (b"SQLite format 3\0", "database"),
        (b"\x7fELF\x02", "program"),
    ],
)
def test_files_that_hold_no_text_are_named_for_what_they_are(magic: bytes, word: str) -> None:
    with pytest.raises(ReadError) as caught:
        decode(magic + b"some more of it", "x.bin")
    assert word in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("binary", [b"ab\0cd\0\0ef\0gh", bytes(range(32)) * 8, b"\0" * 100])
def test_other_binary_files_are_refused(binary: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        decode(binary, "x.bin")
    assert caught.value.title == "Not a text file"


def test_the_control_characters_of_old_wires_make_no_binary_file() -> None:
    assert "Situation" in decode(b"\x01bsf025 3 ec 12\r\n\x02Situation in the city this evening\r\n\x03\x04", "x.txt")


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"])
def test_a_mark_that_lies_is_an_error(mark: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        decode(mark + b"\xd8\xd8\xdc\x80\xff\xfe" * 20, "x.txt")
    assert caught.value.title == "Not readable as text"
