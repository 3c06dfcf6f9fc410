"""The chain shows every change but a cut at its end, and that too when asked."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from lives.model.decision import GENESIS, DecisionKind, chain_hash
from lives.store.chain import Alteration, Link, chain_faults, remarks

bodies = st.lists(st.integers(0, 9).map(lambda n: f'{{"n":{n}}}'), min_size=2)


def chained(contents: list[str]) -> list[Link]:
    links: list[Link] = []
    for seq, body in enumerate(contents, start=1):
        kind = DecisionKind.FOUNDING if seq == 1 else DecisionKind.JUDGEMENT
        at = f"2026-01-{min(seq, 28):02}T00:00:00+00:00"
        previous = links[-1].hash if links else str(GENESIS)
        key = chain_hash(seq, at, "anna", kind, body, previous)
        links.append(Link(seq, at, "anna", kind, body, previous, key))
    return links


@given(bodies)
def test_a_chain_as_it_was_written_has_no_fault(contents: list[str]) -> None:
    links = chained(contents)
    assert list(chain_faults(links)) == []
    assert list(chain_faults(links, expected=links[0].hash[:12])) == []


@given(bodies, st.data())
def test_a_changed_body_names_its_own_entry_and_no_other(
    contents: list[str], data: st.DataObject
) -> None:
    links = chained(contents)
    at = data.draw(st.integers(0, len(links) - 1))
    links[at] = replace(links[at], body='{"n":"other"}')
    (fault,) = chain_faults(links)
    assert fault.alteration is Alteration.CHANGED
    assert fault.where == f"decision {at + 1}"


@given(bodies, st.data())
def test_a_field_changed_with_its_hash_shows_at_the_next_entry(
    contents: list[str], data: st.DataObject
) -> None:
    links = chained(contents)
    at = data.draw(st.integers(0, len(links) - 2))
    forged = replace(links[at], by="somebody else")
    links[at] = replace(forged, hash=forged.computed)
    (fault,) = chain_faults(links)
    assert fault.where == f"decision {at + 2}"


@given(bodies, st.data())
def test_a_removed_entry_is_named_unless_it_is_the_last(
    contents: list[str], data: st.DataObject
) -> None:
    links = chained([*contents, "{}"])
    gone = links.pop(data.draw(st.integers(0, len(links) - 2)))
    faults = list(chain_faults(links))
    assert (Alteration.MISSING, f"decision {gone.seq}") in [
        (fault.alteration, fault.where) for fault in faults
    ]


@given(bodies)
def test_a_tail_cut_off_shows_only_to_whoever_wrote_its_hash_down(
    contents: list[str],
) -> None:
    links = chained(contents)
    head = links.pop().hash
    assert list(chain_faults(links)) == []
    (fault,) = chain_faults(links, expected=head)
    assert fault.alteration is Alteration.MISSING
    assert head in fault.where


@given(bodies)
def test_a_chain_written_anew_shows_only_to_whoever_wrote_its_hash_down(
    contents: list[str],
) -> None:
    head = chained(contents)[-1].hash
    anew = chained(['{"n":"other"}', *contents[1:]])
    assert list(chain_faults(anew)) == []
    assert [fault.where for fault in chain_faults(anew, expected=head)] == [
        f"decision {head}"
    ]


def test_an_entry_put_in_between_is_named() -> None:
    links = chained(["{}", "{}", "{}"])
    key = chain_hash(2, "2026", "eve", "judgement", "{}", links[0].hash)
    links.insert(2, Link(2, "2026", "eve", "judgement", "{}", links[0].hash, key))
    assert Alteration.INSERTED in {f.alteration for f in chain_faults(links)}


def test_an_empty_chain_is_a_fault_and_not_a_crash() -> None:
    (fault,) = chain_faults([])
    assert fault.where == "decision 1"


def test_a_clock_set_back_is_a_remark_and_no_fault() -> None:
    first, second = chained(["{}", "{}"])
    earlier = replace(second, at="2025-12-31T00:00:00+00:00")
    earlier = replace(earlier, hash=earlier.computed)
    assert list(chain_faults([first, earlier])) == []
    assert len(list(remarks([first, earlier]))) == 1


@given(st.lists(st.text(), min_size=2), st.data())
def test_fields_cannot_flow_into_one_another(
    parts: list[str], data: st.DataObject
) -> None:
    # Moving a border between two fields must give another hash.
    joined = "".join(parts)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(joined)), max_size=4)))
    spans = [joined[a:b] for a, b in pairwise([0, *cuts, len(joined)])]
    padded = (spans + [""] * 5)[:5]
    shifted = (["", *spans] + [""] * 5)[:5]
    if padded != shifted:
        assert chain_hash(1, *padded) != chain_hash(1, *shifted)
