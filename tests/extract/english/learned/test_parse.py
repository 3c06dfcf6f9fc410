"""Heads that go in circles are made a tree; nothing else is touched."""

from hypothesis import given
from hypothesis import strategies as st

from lives.extract.english.learned.parse import ROOT, joined

SIZE = 8


def rooted(heads: list[int]) -> bool:
    """Tell whether every word reaches the root."""
    for start in range(len(heads)):
        at, steps = start, 0
        while at != ROOT:
            at, steps = heads[at], steps + 1
            if steps > len(heads):
                return False
    return True


def test_a_tree_stays_as_it_is() -> None:
    assert joined([1, ROOT, 1], [[0]] * 3) == [1, ROOT, 1]


def test_a_circle_is_opened_with_the_next_likeliest_head() -> None:
    assert joined([1, 0, 3, ROOT], [[1, 3], [0], [3], [ROOT]]) == [3, 0, 3, ROOT]


@given(st.lists(st.integers(ROOT, SIZE - 1), min_size=SIZE, max_size=SIZE))
def test_whatever_the_heads_are_the_result_is_a_tree(heads: list[int]) -> None:
    assert rooted(joined(heads, [[ROOT]] * SIZE))
