"""What only the tree of a sentence shows."""

from collections.abc import Callable
from typing import Protocol

import pytest

from lives.model.statement import Statement


class Read(Protocol):
    def of(self, kind: str) -> list[Statement]: ...
    def names(self, kind: str) -> list[str]: ...


Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        (
            (
                "Ivan Petrov, a teacher from Kazan whom everybody liked, was in the "
                "end arrested."
            ),
            "arrest",
            ["Ivan Petrov"],
        ),
        (
            "Anna Belova, who with her sister had come to Riga on foot, died there.",
            "death",
            ["Anna Belova"],
        ),
        (
            (
                "Ivan Petrov, once the friend of ministers, resigned, emigrated and "
                "died in Paris."
            ),
            "death",
            ["Ivan Petrov"],
        ),
        (
            (
                "Ivan Petrov, an economist at the university in Kazan and the "
                "founder of the Workers' Library, was arrested."
            ),
            "membership",
            ["Ivan Petrov"],
        ),
    ],
)
def test_a_subject_is_found_across_what_stands_between(
    read: Reader, text: str, kind: str, names: list[str]
) -> None:
    assert read(text).names(kind) == names


def test_a_date_belongs_to_the_verb_it_hangs_on(read: Reader) -> None:
    text = "Ivan Petrov, who had joined the Party in 1919, was shot on 3 May 1938."
    (shot,) = read(text).of("execution")
    assert shot.when is not None
    assert shot.when.edtf == "1938-05-03"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Karl Weiss had Ivan Petrov arrested.", "asserted"),
        ("Karl Weiss allegedly had Ivan Petrov arrested.", "hedged"),
        ("Karl Weiss never had Ivan Petrov arrested.", "negated"),
        ("Karl Weiss would have Ivan Petrov arrested.", ""),
        ("Karl Weiss ordered Ivan Petrov arrested.", ""),
    ],
)
def test_what_one_has_done_stands_as_the_having_does(
    read: Reader, text: str, modality: str
) -> None:
    found = [s.modality.value for s in read(text).of("arrest")]
    assert found == ([modality] if modality else [])


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Petrov wasn't shot.",
        "Ivan Petrov hasn’t been shot.",
        "Ivan Petrov won't be shot.",
        "Ivan Petrov can’t have been shot.",
    ],
)
def test_a_contraction_denies_as_not_does(read: Reader, text: str) -> None:
    assert not any(statement.counts for statement in read(text).of("execution"))


def test_the_next_of_a_list_is_not_the_one_before(read: Reader) -> None:
    found = read(
        "Among them were the sisters of Ivan Petrov, the wife of Karl Weiss, and a son."
    )
    assert "Ivan Petrov" not in found.names("kinship")


def test_nor_denies_what_it_opens(read: Reader) -> None:
    (shot,) = read("Nor was Ivan Petrov shot, as is sometimes said.").of("execution")
    assert shot.modality.value == "negated"
