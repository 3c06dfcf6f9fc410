import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.intake.encoding import decode, decode_declared
from lives.model.errors import DamagedFile, IntakeError, UnknownEncoding

RUSSIAN = (
    "Петрова Анна Ивановна, родилась в 1899 г. в Твери. Арестована 12 мая 1929 г.; "
    "по приговору — три года ссылки. Муж её, рабочий, остался с двумя детьми."
)
FRENCH = "Arrêtée le 12 mai 1929, elle fut exilée à Tver ; son mari n’en sut rien."


@pytest.mark.parametrize(
    "encoding",
    [
        "cp1251",
        "koi8-r",
        "cp866",
        "mac-cyrillic",
        "iso8859-5",
        "utf-16",
        "utf-8-sig",
        "utf-8",
    ],
)
def test_russian_is_read_the_same_in_every_encoding(encoding: str) -> None:
    # A long dash is missing from some of the tables.
    words = RUSSIAN.replace("—", "-")
    assert decode(words.encode(encoding), "a.txt").text == words


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_recognised_without_its_mark_and_said_to_be_guessed(
    encoding: str,
) -> None:
    found = decode(RUSSIAN.encode(encoding), "a.txt")
    assert found.text == RUSSIAN
    assert found.notes


@pytest.mark.parametrize("words", ["Иванов Пётр", "Анна, 1899", "г. Тверь"])
@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r"])
def test_a_few_russian_words_suffice(words: str, encoding: str) -> None:
    assert decode(words.encode(encoding), "a.txt").text == words


def test_western_letters_are_read_with_a_note() -> None:
    found = decode(FRENCH.encode("cp1252"), "a.txt")
    assert found.text == FRENCH
    assert "WINDOWS-1252" in found.notes[0]


def test_utf8_is_not_a_guess() -> None:
    assert decode(RUSSIAN.encode(), "a.txt").notes == ()


def test_almost_utf8_is_refused_rather_than_read_as_something_else() -> None:
    data = RUSSIAN.encode()
    with pytest.raises(UnknownEncoding, match="byte 40"):
        decode(data[:40] + b"\xff" + data[40:], "a.txt")


def test_a_text_cut_within_a_letter_is_refused() -> None:
    with pytest.raises(UnknownEncoding):
        decode("Арестована в Твери".encode()[:-1], "a.txt")


def test_a_nul_byte_is_refused_with_its_place() -> None:
    with pytest.raises(DamagedFile, match="byte 4"):
        decode(b"name\0;year\n", "a.csv")


def test_rubbish_is_no_text() -> None:
    with pytest.raises(UnknownEncoding):
        decode(bytes(range(1, 256)) * 3, "a.txt")


CYRILLIC = ["cp1251", "koi8-r", "cp866", "mac-cyrillic", "iso8859-5", "utf-8"]


@pytest.mark.parametrize("written", CYRILLIC)
@pytest.mark.parametrize(
    "declared", [*CYRILLIC, "latin1", "windows-1252", "x-mac-cyrillic", "nonsense", ""]
)
def test_bytes_win_over_what_a_text_says_of_its_encoding(
    written: str, declared: str
) -> None:
    words = RUSSIAN.replace("—", "-")
    found = decode_declared(words.encode(written), declared, "a.htm")
    assert found.text == words
    if declared not in {written, ""} and written != declared.removeprefix("x-"):
        assert "declares" in found.notes[0]


def test_a_true_declaration_is_no_guess() -> None:
    assert decode_declared(FRENCH.encode("cp1252"), "iso-8859-1", "a.htm").notes == ()
    assert decode_declared(RUSSIAN.encode("koi8-r", "ignore"), "KOI8-R", "").notes == ()


def test_the_frame_of_a_table_does_not_hide_its_letters() -> None:
    row = "│ 1 │ Петрова Анна Ивановна │ 1899 │ арестована в Твери │\n"
    table = "┌" + "─" * 52 + "┐\n" + row * 3 + "└" + "─" * 52 + "┘\n"
    assert decode(table.encode("cp866"), "a.txt").text == table


def test_words_in_capitals_alone_suffice() -> None:
    words = "ИВАНОВ ПЁТР;1899;РАССТРЕЛЯН\nПЕТРОВА АННА;1901;ССЫЛКА\n"
    assert decode(words.encode("cp866"), "a.csv").text == words


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_whatever_was_saved_as_utf8_comes_back_unchanged(text: str) -> None:
    assert decode(text.encode(), "a.txt").text == text


@given(st.binary())
def test_bytes_are_decoded_or_refused_and_nothing_else(data: bytes) -> None:
    try:
        found = decode(data, "a.txt")
    except IntakeError:
        return
    assert "\0" not in found.text
