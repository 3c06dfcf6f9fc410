"""Every statement says by which rule it was read, and what was weighed."""

from collections.abc import Callable
from typing import Protocol

import pytest

from lives.extract.english.frames import frames
from lives.model.statement import Statement


class Read(Protocol):
    def of(self, kind: str) -> list[Statement]: ...


Reader = Callable[[str], Read]


@pytest.mark.parametrize(
    ("text", "kind", "because"),
    [
        (
            "Ivan Petrov was arrested in Kazan on 3 May 1936.",
            "arrest",
            "verb “arrested” (frame arrest/arrest), passive; date after the verb",
        ),
        (
            "In 1938 Ivan Petrov died in Omsk.",
            "death",
            "verb “died” (frame death/die), active; date before the subject",
        ),
        (
            "Ivan Petrov was tried in 1937 and shot.",
            "execution",
            "verb “shot” (frame execution/shoot), passive, subject of “tried”",
        ),
        (
            "They deplored the arrest of Ivan Petrov in 1936.",
            "arrest",
            "noun “arrest” (frame arrest/arrest); date after the noun",
        ),
        (
            "Anna Belova wrote that Ivan Petrov was shot.",
            "execution",
            (
                "verb “shot” (frame execution/shoot), passive; "
                "reported: “wrote” by Anna Belova"
            ),
        ),
        (
            "Ivan Petrov was never arrested.",
            "arrest",
            "verb “arrested” (frame arrest/arrest), passive; negated: “never”",
        ),
        (
            "Nobody arrested Ivan Petrov.",
            "arrest",
            "verb “arrested” (frame arrest/arrest), active; negated: “nobody”",
        ),
        (
            "Ivan Petrov would be a printer in 1926.",
            "occupation",
            (
                "description after “be”; proposed: “would” with a date; "
                "date after the description"
            ),
        ),
        (
            "Ivan Petrov arrested in Omsk wept.",
            "arrest",
            "verb “arrested” (frame arrest/arrest), passive",
        ),
        (
            "Ivan Petrov (1886–1937) was a printer.",
            "birth",
            "lifespan in brackets; date in the brackets",
        ),
        ("Ivan Petrov, a printer, wept.", "occupation", "apposition"),
        (
            "Ivan Petrov was a printer in 1926.",
            "occupation",
            "description after “was”; date after the description",
        ),
        (
            "1936: Ivan Petrov is arrested.",
            "arrest",
            "verb “arrested” (frame arrest/arrest), passive; date of the entry",
        ),
    ],
)
def test_a_statement_says_why(read: Reader, text: str, kind: str, because: str) -> None:
    assert [s.because for s in read(text).of(kind)] == [because]


def test_a_quotation_is_among_the_reasons(read: Reader) -> None:
    text = "“My brother Ivan Petrov was shot there in 1938,” wrote Anna Belova."
    (said,) = read(text).of("execution")
    assert "; reported: in a quotation of Anna Belova;" in said.because


def test_what_kept_it_from_being_sure_is_among_the_reasons(read: Reader) -> None:
    text = "It amused them that Ivan Petrov had murdered Karl Weiss."
    (said,) = read(text).of("killing")
    because = "“that”, vouched for by no one"
    assert f"; hedged: {because}; proposed: {because}" in said.because


def test_no_two_frames_bear_one_name() -> None:
    found = {f for evoked in frames().by_form.values() for f in map(id, evoked)}
    found |= {f for evoked in frames().by_noun.values() for f in map(id, evoked)}
    names = {f.name for evoked in frames().by_form.values() for f in evoked}
    names |= {f.name for evoked in frames().by_noun.values() for f in evoked}
    assert len(names) == len(found)
