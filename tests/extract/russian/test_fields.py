"""What else a statement says, and what people are to one another."""

from collections.abc import Callable
from typing import Protocol

import pytest

from lives.model.mention import Gender, Mention, MentionKind
from lives.model.statement import Statement


class Read(Protocol):
    mentions: dict[str, Mention]

    def only(self, kind: str) -> Statement: ...
    def of(self, kind: str) -> list[Statement]: ...
    def who(self, mention: Mention) -> str: ...


@pytest.mark.parametrize(
    ("text", "kind", "field", "value"),
    [
        ("Громов родился в деревне Осиновка.", "birth", "where", "деревне Осиновка"),
        ("Громова сослали в Вологду на три года.", "exile", "where", "Вологду"),
        ("Громова сослали в Вологду на три года.", "exile", "what", "три года"),
        ("Громов был токарем на заводе.", "occupation", "what", "токарь"),
        ("Громов был токарем на заводе.", "occupation", "written", "токарем"),
        ("Громова избрали секретарём обкома.", "office", "what", "секретарь обкома"),
        ("Громов вступил в РСДРП.", "membership", "group", "РСДРП"),
        ("Громов обвинён в шпионаже в пользу Польши.", "charge", "what",
         "шпионаже в пользу Польши"),
        ("Громова обвинили в том, что он выдал Лебедева.", "charge", "what",
         "он выдал Лебедева"),
        ("Тройка приговорила Громова к десяти годам лагерей.", "sentence", "what",
         "десяти годам лагерей"),
        ("Тройка приговорила Громова к десяти годам лагерей.", "sentence", "group",
         "Тройка"),
        ("По словам Лебедева, Громов умер.", "death", "voice", "Лебедева"),
    ],
)  # fmt: skip
def test_a_field_is_filled(
    read: Callable[[str], Read], text: str, kind: str, field: str, value: str
) -> None:
    assert getattr(read(text).only(kind), field) == value


def test_who_did_it_is_a_role(read: Callable[[str], Read]) -> None:
    said = read("Громова допрашивал Иван Зотов.").only("interrogation")
    assert [(role.name, role.words) for role in said.roles] == [("by", "Иван Зотов")]


def test_the_unnamed_are_known_through_others(read: Callable[[str], Read]) -> None:
    found = read("Жена Громова была выслана.")
    wife = found.mentions[found.only("exile").subject]
    assert (wife.kind, wife.relation) == (MentionKind.NOMINAL, "wife")
    assert wife.of is not None
    assert found.who(found.mentions[wife.of]) == "Громов"


def test_kin_is_told_from_both_ends(read: Callable[[str], Read]) -> None:
    found = read("Николай Громов жил в Томске. Его брат Пётр был врачом.")
    told = {(found.who(found.mentions[s.subject]), s.what) for s in found.of("kinship")}
    assert told == {("Пётр", "brother"), ("Николай Громов", "brother")}


def test_a_latin_letter_in_a_name_is_read_as_meant(read: Callable[[str], Read]) -> None:
    found = read("Иван Лебeдев был арестован.")  # the third letter is Latin
    mention = found.mentions[found.only("arrest").subject]
    assert mention.text == "Иван Лебeдев"
    assert mention.name == "Иван Лебедев"


def test_two_of_one_surname_are_kept_apart(read: Callable[[str], Read]) -> None:
    text = "Пётр Громов жил с женой, Анной Громовой. Громову арестовали в 1937 году."
    found = read(text)
    arrested = found.mentions[found.only("arrest").subject]
    assert found.who(arrested) == "Анна Громова"
    assert arrested.gender is Gender.FEMALE


def test_a_surname_before_a_see_or_a_title_is_no_name(
    read: Callable[[str], Read],
) -> None:
    found = read("В 1921 году Мелетий стал епископом Бирским.")
    assert [m.text for m in found.mentions.values()] == ["Мелетий"]


def test_one_phrase_fills_one_field(read: Callable[[str], Read]) -> None:
    said = read("Громов окончил реальное училище.").only("education")
    assert (said.group, said.what) == ("реальное училище", "")
