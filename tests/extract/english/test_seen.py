"""What a reader of entities sees, joined with what the rules take for names."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lives.extract.english.mentions import placed_names, read_names
from lives.extract.english.prose import read_prose
from lives.extract.named import EntitySpan, Sort, entities
from lives.model.errors import ReaderFailed
from lives.model.ids import CaptureId
from lives.model.passage import Block, TextAsRead

CAPTURE = CaptureId("0" * 64)


def names(text: str, *seen: tuple[str, str, float]) -> list[str]:
    """Names in a text, every stretch of which was seen as something."""
    prose = read_prose(TextAsRead(text, (Block(0, len(text)),), "t/1"))
    spans = [
        EntitySpan(at, at + len(words), Sort(sort), score)
        for words, sort, score in seen
        for at in range(len(text))
        if text.startswith(words, at)
    ]
    split = [
        [span for span in spans if sentence.start <= span.start < sentence.end]
        for sentence in prose.sentences
    ]
    return [placed.mention.text for placed in read_names(prose, CAPTURE, split)[0]]


@pytest.mark.parametrize(
    ("text", "seen", "alone", "expected"),
    [
        pytest.param(
            "They crossed the square with Ruslo.",
            ("Ruslo", "person", 0.8),
            [],
            ["Ruslo"],
            id="a bare word nobody knows",
        ),
        pytest.param(
            "It was Professor Ruslo's book.",
            ("Professor Ruslo's", "person", 0.9),
            ["Ruslo"],
            ["Ruslo"],
            id="without title and possessive",
        ),
        pytest.param(
            "They met Ivan [Vanya] Sidorov in Perm.",
            ("Sidorov", "person", 0.9),
            ["Ivan [Vanya] Sidorov"],
            ["Ivan [Vanya] Sidorov"],
            id="the whole run, if a part is seen",
        ),
        pytest.param(
            "He heard Oblast Committee Ruslo speak.",
            ("Ruslo", "person", 0.9),
            [],
            ["Ruslo"],
            id="of a run that is no name, what is seen",
        ),
        pytest.param(
            "It was sent to Anna Petrova and her son.",
            ("Anna Petrova", "place", 0.95),
            ["Anna Petrova"],
            [],
            id="surely a place",
        ),
        pytest.param(
            "It was sent to Anna Petrova and her son.",
            ("Anna Petrova", "organisation", 0.6),
            ["Anna Petrova"],
            ["Anna Petrova"],
            id="hardly an organisation",
        ),
        pytest.param(
            "They crossed the square with Ruslo.",
            ("Ruslo", "person", 0.3),
            [],
            [],
            id="hardly a person",
        ),
        pytest.param(
            "Anna Petrova lived there.",
            ("there", "place", 1.0),
            ["Anna Petrova"],
            ["Anna Petrova"],
            id="seen beside it",
        ),
    ],
)
def test_what_is_seen_decides_and_the_rules_give_the_extent(
    text: str, seen: tuple[str, str, float], alone: list[str], expected: list[str]
) -> None:
    assert names(text) == alone
    assert names(text, seen) == expected


def test_a_name_seen_once_speaks_for_it_elsewhere_in_the_document() -> None:
    text = "They crossed the square with Ruslo. Nobody answered Ruslo."
    prose = read_prose(TextAsRead(text, (Block(0, len(text)),), "t/1"))
    at = text.index("Ruslo")
    seen = [[EntitySpan(at, at + 5, Sort.PERSON)], []]
    found, _ = read_names(prose, CAPTURE, seen)
    assert not placed_names(prose, CAPTURE)
    assert [placed.sentence for placed in found] == [0, 1]


@given(st.text("aB. I'A“”(),", max_size=80), st.data())
def test_whatever_is_seen_mentions_are_stretches_that_do_not_overlap(
    text: str, data: st.DataObject
) -> None:
    prose = read_prose(TextAsRead(text, (Block(0, len(text)),), "t/1"))
    seen = []
    for sentence in prose.sentences:
        start = data.draw(st.integers(sentence.start, sentence.end - 1))
        end = data.draw(st.integers(start + 1, sentence.end))
        sort = data.draw(st.sampled_from(Sort))
        seen.append([EntitySpan(start, end, sort, data.draw(st.floats(0, 1)))])
    found = [p.mention for p in read_names(prose, CAPTURE, seen)[0]]
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


class Faulty:
    """A reader that gives the same whatever it is asked."""

    version = "faulty/1"

    def __init__(self, *found: list[EntitySpan]) -> None:
        self.found = found

    def read(self, text: str, sentences: object) -> tuple[list[EntitySpan], ...]:
        del text, sentences
        return self.found


@pytest.mark.parametrize(
    "reader",
    [
        pytest.param(Faulty(), id="a sentence too few"),
        pytest.param(Faulty([EntitySpan(2, 9, Sort.PERSON)]), id="beyond the end"),
        pytest.param(Faulty([EntitySpan(2, 2, Sort.PERSON)]), id="no words"),
        pytest.param(Faulty([EntitySpan(0, 2, Sort.PERSON, 7.0)]), id="too sure"),
    ],
)
def test_a_reader_that_does_not_keep_to_the_protocol_is_refused(
    reader: Faulty,
) -> None:
    with pytest.raises(ReaderFailed, match="faulty/1"):
        entities(reader, "Anna.", [(0, 5)])
