"""Entries of biographical dictionaries: fragments are about their headword."""

from collections.abc import Callable
from typing import Protocol

from lives.model.statement import Statement


class Read(Protocol):
    def of(self, kind: str) -> list[Statement]: ...
    def only(self, kind: str) -> Statement: ...
    def names(self, kind: str) -> list[str]: ...


Reader = Callable[[str], Read]

ENTRY = (
    "Ivan Petrov, engineer, b. Kazan 1896, d. Omsk, 3 May 1950; from 1921 editor of "
    "Torch; arrested in 1937."
)


def test_birth_and_death_stand_by_their_letters(read: Reader) -> None:
    found = read(ENTRY)
    birth, death = found.only("birth"), found.only("death")
    assert birth.when is not None
    assert (birth.when.edtf, birth.where) == ("1896", "Kazan")
    assert death.when is not None
    assert (death.when.edtf, death.where) == ("1950-05-03", "Omsk")


def test_a_fragment_is_about_the_headword(read: Reader) -> None:
    found = read(ENTRY)
    assert found.names("arrest") == ["Ivan Petrov"]
    assert "editor of Torch" in [s.what for s in found.of("occupation")]


def test_an_entry_goes_on_to_the_end_of_its_paragraph(read: Reader) -> None:
    found = read(ENTRY + " Released in 1946.\n\nReleased in 1949.")
    assert found.names("release") == ["Ivan Petrov"]


def test_another_name_ends_an_entry(read: Reader) -> None:
    found = read(
        ENTRY + " Anna Belova, b. Tver 1901, came from Riga in 1928; shot in 1938."
    )
    assert found.names("birth") == ["Ivan Petrov", "Anna Belova"]
    assert found.names("execution") == ["Anna Belova"]


def test_a_description_of_somebody_else_is_not_the_headwords(read: Reader) -> None:
    found = read(
        "Ivan Petrov, b. Kazan 1896; his wife, Anna Belova, a nurse, was shot."
    )
    nurses = [s for s in found.of("occupation") if "nurse" in s.what]
    assert found.names("execution") == ["Anna Belova"]
    assert all("Belova" in s.quote for s in nurses)


def test_running_prose_has_no_headword(read: Reader) -> None:
    found = read("Ivan Petrov was an engineer. Arrested in 1937 were many others.")
    assert found.of("arrest") == []
