"""Whom "he" cannot mean for what is said of him in its own sentence."""

from collections.abc import Callable
from typing import Protocol

import pytest


class Read(Protocol):
    def names(self, kind: str) -> list[str]: ...


Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Petrov fled. Questioned about Karl Weiss, he died in prison.",
        "Ivan Petrov fled. The judge, Karl Weiss, held that he had died in prison.",
    ],
)
def test_whoever_he_is_he_is_not_the_other(read: Reader, text: str) -> None:
    assert "Karl Weiss" not in read(text).names("death")


def test_who_is_set_beside_him_is_not_himself(read: Reader) -> None:
    beside = "Ivan Petrov wrote. Together with Karl Weiss, he was arrested."
    unlike = "Ivan Petrov wrote. Unlike Karl Weiss, he was arrested."
    assert sorted(read(beside).names("arrest")) == ["Ivan Petrov", "Karl Weiss"]
    assert read(unlike).names("arrest") == ["Ivan Petrov"]
