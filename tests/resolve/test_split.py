"""Taking mentions out of a person: both sides whole, whatever linked them."""

from hypothesis import given
from hypothesis import strategies as st
from tests.resolve.test_cluster import IDS, MENTIONS, couples, judgement

from lives.model.ids import DecisionId
from lives.model.judgement import Judgement, Verdict
from lives.resolve.cluster import gather
from lives.resolve.split import split

tree = st.permutations(range(8)).flatmap(
    lambda order: st.tuples(
        *(
            st.tuples(st.just(order[i]), st.sampled_from(order[:i]), st.floats(0, 1))
            for i in range(1, 8)
        )
    )
)
more = st.lists(st.tuples(couples, st.floats(0, 1)), max_size=6)
some = st.sets(st.integers(0, 7), min_size=1, max_size=7)


@given(tree, more, some)
def test_a_split_parts_exactly_those_that_were_named(
    links: tuple[tuple[int, int, float], ...],
    further: list[tuple[tuple[int, int], float]],
    going: set[int],
) -> None:
    machine = [judgement(a, b, Verdict.SAME, probability=p) for a, b, p in links]
    machine += [judgement(*p, Verdict.SAME, probability=sure) for p, sure in further]
    leaving = {IDS[i] for i in going}
    pairs = split(MENTIONS, machine, (), leaving)
    assert [p[2] for p in pairs].count(Verdict.DIFFERENT) == 1
    human = [
        Judgement(left, right, verdict, "A", "w", decision=DecisionId(f"{n:064x}"))
        for n, (left, right, verdict) in enumerate(pairs, 1)
    ]
    groups = {
        frozenset(m.id for m in g) for g in gather(MENTIONS, machine, human).groups
    }
    assert groups == {frozenset(leaving), frozenset(set(IDS) - leaving)}


def test_a_split_says_no_more_than_it_needs() -> None:
    machine = [judgement(0, i, Verdict.SAME, probability=0.9) for i in range(1, 4)]
    pairs = split(MENTIONS[:4], machine, (), {IDS[3]})
    assert pairs == [(*sorted((IDS[0], IDS[3])), Verdict.DIFFERENT)]
