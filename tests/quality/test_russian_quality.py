"""How well Russian prose is read that was annotated by hand.

The texts were written and annotated without knowledge of the rules, but were looked at
while rules were made: the figures say what the rules reach, not what they are worth
elsewhere.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import pytest


class Reading(Protocol):
    gold: "Gold"
    names: Sequence[object]
    sure: Sequence[object]

    def exact(self) -> int: ...
    def matches(self) -> list[tuple[object, object]]: ...
    def taken_as_fact(self) -> list[tuple[object, object]]: ...


class Gold(Protocol):
    names: Sequence[object]
    said: Sequence[object]


def test_names_are_found_to_the_letter(russian_readings: list[Reading]) -> None:
    exact = sum(r.exact() for r in russian_readings)
    both = sum(len(r.gold.names) + len(r.names) for r in russian_readings)
    print(f"\nnames {2 * exact / both:.3f}")  # noqa: T201  # the figure to look at
    assert 2 * exact / both >= 0.96


def test_what_a_historian_would_note(russian_readings: list[Reading]) -> None:
    hits = sum(len(r.matches()) for r in russian_readings)
    said = sum(len(r.gold.said) for r in russian_readings)
    sure = sum(len(r.sure) for r in russian_readings)
    print(f"\nrecall {hits / said:.3f}, match {hits / sure:.3f}")  # noqa: T201
    assert hits / said >= 0.57
    assert hits / sure >= 0.90


def test_nothing_alleged_is_a_fact(russian_readings: list[Reading]) -> None:
    assert not [fact for r in russian_readings for fact in r.taken_as_fact()]


@pytest.mark.parametrize(
    ("folder", "recall", "match", "facts"),
    [("russian_plain", 0.71, 0.90, 1), ("russian_manners", 0.30, 0.82, 1)],
)
def test_texts_that_rules_were_not_made_on(
    reading: Callable[[Path, str], Reading],
    folder: str,
    recall: float,
    match: float,
    facts: int,
) -> None:
    """Plain lives as reference works tell them, and the manners of memoirs."""
    texts = sorted((Path(__file__).parent / folder).glob("*.txt"))
    read = [reading(path, "ru") for path in texts]
    hits = sum(len(r.matches()) for r in read)
    assert hits / sum(len(r.gold.said) for r in read) >= recall
    assert hits / sum(len(r.sure) for r in read) >= match
    assert sum(len(r.taken_as_fact()) for r in read) <= facts
