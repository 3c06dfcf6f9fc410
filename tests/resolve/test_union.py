"""Sets that grow, and pairs kept apart."""

from hypothesis import given
from hypothesis import strategies as st

from lives.resolve.union import Union

couples = st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda p: p[0] != p[1])


@given(st.lists(couples, max_size=8), st.lists(couples, max_size=12))
def test_joining_never_crosses_what_is_kept_apart(
    apart: list[tuple[int, int]], joins: list[tuple[int, int]]
) -> None:
    union = Union(range(7))
    for one, two in apart:
        union.apart(one, two)
    for one, two in joins:
        assert union.join(one, two) == (union.find(one) == union.find(two))
    assert all(union.find(one) != union.find(two) for one, two in apart)
    assert not any(union.join(one, two) for one, two in apart)


@given(st.lists(couples, max_size=12))
def test_groups_hold_every_member_once(joins: list[tuple[int, int]]) -> None:
    union = Union(range(7))
    for one, two in joins:
        union.join(one, two)
    groups = union.groups()
    assert sorted(m for group in groups.values() for m in group) == list(range(7))
    assert all(union.find(m) == leader for leader, g in groups.items() for m in g)
