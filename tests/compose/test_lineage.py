"""Witnesses: who depends on whom, declared, decided or found."""

from hypothesis import given
from hypothesis import strategies as st

from lives.compose.copies import Copy, copies
from lives.compose.lineage import Descent, descents, witnesses
from lives.model.ids import SourceId
from lives.model.source import Source

WORDS = [f"word{i}" for i in range(400)]
TEXT = " ".join(WORDS)


def source(key: str, *derives_from: str) -> Source:
    titles = {"title": f"The {key}"}
    return Source(
        SourceId(key), titles, derives_from=tuple(map(SourceId, derives_from))
    )


def ids(*keys: str) -> list[SourceId]:
    return [SourceId(key) for key in keys]


def test_a_declared_copy_is_one_witness_with_its_original() -> None:
    held = {s.id: s for s in (source("copy", "original"), source("original"))}
    found = witnesses(ids("copy", "original"), descents(held, [], []))
    assert found == {
        "original": ("original", ""),
        "copy": ("original", "it says itself that it derives from “The original”"),
    }


def test_a_person_can_decide_that_one_source_derives_from_another() -> None:
    held = {s.id: s for s in (source("a"), source("b"))}
    body = {"source": "b", "derives_from": "a", "why": "the same slips"}
    found = witnesses(ids("a", "b"), descents(held, [("Ada", body)], []))
    assert found[SourceId("b")] == (
        "a",
        "it derives from “The a”, as Ada decided: the same slips",
    )


def test_what_an_unknown_source_was_copied_from_binds_nobody() -> None:
    held = {s.id: s for s in (source("a", "lost"), source("b"))}
    found = witnesses(ids("a", "b"), descents(held, [], []))
    assert [head for head, _ in found.values()] == ["a", "b"]


def test_copies_of_one_lost_original_are_bound_by_whoever_joins_them() -> None:
    held = {s.id: s for s in (source("a"), source("b"), source("c", "a", "b"))}
    found = witnesses(ids("a", "b", "c"), descents(held, [], []))
    assert {head for head, _ in found.values()} == {"a"}
    assert "derives from it too" in found[SourceId("b")][1]


links = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")))


@given(links, st.permutations("abcdef"))
def test_whoever_depends_on_another_shares_its_witness(
    pairs: list[tuple[str, str]], received: list[str]
) -> None:
    told = [Descent(SourceId(a), SourceId(b), "told") for a, b in pairs if a != b]
    found = witnesses(ids(*received), told)
    assert sorted(found) == sorted("abcdef")
    assert all(found[d.source][0] == found[d.on][0] for d in told)
    assert all(found[head][0] == head for head, _ in found.values())


def test_a_text_that_repeats_another_is_found() -> None:
    own = " ".join(f"own{i}" for i in range(300))
    borrowed = own + " " + " ".join(WORDS[100:300])
    texts = [(SourceId("a"), TEXT, False), (SourceId("b"), borrowed, False)]
    (copy,) = copies(texts)
    assert (copy.one, copy.two) == ("a", "b")
    assert "stands word for word in" in copy.because


def test_case_marks_and_line_breaks_do_not_hide_a_copy() -> None:
    loud = ",\n".join(word.upper() for word in WORDS)
    texts = [(SourceId("a"), TEXT, False), (SourceId("b"), loud, False)]
    assert len(copies(texts)) == 1


def test_a_quotation_makes_no_copy() -> None:
    own = " ".join(f"own{i}" for i in range(600))
    quoting = own + " " + " ".join(WORDS[100:140])
    texts = [(SourceId("a"), TEXT, False), (SourceId("b"), quoting, False)]
    assert copies(texts) == []


def test_lists_with_the_same_rows_are_found_whatever_their_columns() -> None:
    rows = [("Zarubin", f"Pyotr{i}", str(1880 + i)) for i in range(12)]
    one = "name\tgiven\tborn\n" + "\n".join("\t".join(row) for row in rows)
    two = "born\tgiven\tname\n" + "\n".join("\t".join(row[::-1]) for row in rows[:8])
    found = copies([(SourceId("a"), one, True), (SourceId("b"), two, True)])
    assert found == [Copy(SourceId("a"), SourceId("b"), "8 rows stand in “{}” as well")]


def test_a_few_shared_rows_make_no_copy() -> None:
    one = "h\n" + "\n".join(f"Zarubin Pyotr {i}" for i in range(20))
    two = "h\n" + "\n".join(f"Zarubin Pyotr {i}" for i in range(16, 36))
    assert copies([(SourceId("a"), one, True), (SourceId("b"), two, True)]) == []


def test_captures_of_one_source_copy_nobody() -> None:
    assert copies([(SourceId("a"), TEXT, False), (SourceId("a"), TEXT, False)]) == []
