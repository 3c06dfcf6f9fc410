"""How well English prose is read, measured on texts of our own.

The floors stand just under what was measured last, and only rise.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

import pytest


class Place(Protocol):
    person: str


class Gold(Protocol):
    title: str
    names: Sequence[Place]
    said: Sequence[object]


class Reading(Protocol):
    gold: Gold
    names: Sequence[Place]
    sure: Sequence[object]

    def exact(self) -> int: ...
    def pairs(self) -> list[tuple[Place, Place]]: ...
    def matches(self) -> list[tuple[object, object]]: ...
    def taken_as_fact(self) -> list[tuple[object, object]]: ...


# Floors: raise them when the table shows more, never lower them.
NAMES = 0.98
PERSONS = 0.98
RECALL = 0.69
MATCHING = 0.92


def harmonic(one: float, two: float) -> float:
    return 2 * one * two / (one + two) if one + two else 0.0


def names_f1(readings: Sequence[Reading]) -> float:
    exact = sum(r.exact() for r in readings)
    marked = sum(len(r.gold.names) for r in readings)
    read = sum(len(r.names) for r in readings)
    return harmonic(exact / read, exact / marked)


def persons_f1(readings: Sequence[Reading]) -> float:
    """Return B-cubed F1 over the names that were read at all."""
    precision = recall = 0.0
    count = 0
    for reading in readings:
        pairs = reading.pairs()
        of_gold, of_read = defaultdict(set), defaultdict(set)
        for i, (gold, read) in enumerate(pairs):
            of_gold[gold.person].add(i)
            of_read[read.person].add(i)
        for gold, read in pairs:
            both = len(of_gold[gold.person] & of_read[read.person])
            precision += both / len(of_read[read.person])
            recall += both / len(of_gold[gold.person])
        count += len(pairs)
    return harmonic(precision / count, recall / count)


def recall(readings: Sequence[Reading]) -> float:
    found = sum(len(r.matches()) for r in readings)
    return found / sum(len(r.gold.said) for r in readings)


def matching(readings: Sequence[Reading]) -> float:
    found = sum(len(r.matches()) for r in readings)
    return found / sum(len(r.sure) for r in readings)


def row(title: str, readings: Sequence[Reading]) -> str:
    measures = (names_f1, persons_f1, recall, matching)
    figures = "".join(f"{measure(readings):10.3f}" for measure in measures)
    return f"{title:14}{figures}{sum(len(r.taken_as_fact()) for r in readings):10}"


@pytest.fixture(scope="session", autouse=True)
def table(readings: Sequence[Reading]) -> None:
    """Print the figures of each text and of all."""
    heads = ("names", "persons", "recall", "matching", "as fact")
    print("\n" + " " * 14 + "".join(f"{head:>10}" for head in heads))  # noqa: T201
    for reading in readings:
        print(row(reading.gold.title, [reading]))  # noqa: T201
    print(row("all", readings))  # noqa: T201


def test_names_have_the_span_a_historian_gives_them(
    readings: Sequence[Reading],
) -> None:
    assert names_f1(readings) >= NAMES


def test_names_of_one_person_come_together(readings: Sequence[Reading]) -> None:
    assert persons_f1(readings) >= PERSONS


def test_what_a_historian_would_note_is_read(readings: Sequence[Reading]) -> None:
    assert recall(readings) >= RECALL


def test_what_is_read_a_historian_would_note(readings: Sequence[Reading]) -> None:
    assert matching(readings) >= MATCHING


def test_nothing_that_is_not_vouched_for_is_taken_as_a_fact(
    readings: Sequence[Reading],
) -> None:
    assert [pair for r in readings for pair in r.taken_as_fact()] == []
