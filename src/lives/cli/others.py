"""Who somebody is not, who he or she may be, and on which links the person hangs."""

from collections.abc import Iterator
from dataclasses import dataclass

from lives.cli.desk import wrapped
from lives.cli.judging import in_short
from lives.model.judgement import Judgement, Verdict
from lives.model.person import Person
from lives.store.tables import Tables

# Less sure than this, a person looks at it before anything hangs on it.
DOUBTFUL = 0.9

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else, with the judgement that says what he or she is to a person."""

    person: str
    label: str
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Links:
    """What is judged of a person.

    Attributes:
        apart: Who is confirmed to be somebody else, by people.
        unsure: Of whom people said that it cannot be told.
        perhaps: Who may be the same, as machines leave it open; the likeliest first.
        weakest: The link on which the person hangs most doubtfully; None if none is.
    """

    apart: tuple[Other, ...] = ()
    unsure: tuple[Other, ...] = ()
    perhaps: tuple[Other, ...] = ()
    weakest: Judgement | None = None


def links(tables: Tables, person: Person) -> Links:
    """Gather what is judged of a person."""
    decided = tables.decided_about(person.id)
    settled = {(j.left, j.right) for j in decided}
    machine = sorted(
        (
            j
            for j in tables.judgements_about(person.id)
            if j.verdict is Verdict.UNSURE and (j.left, j.right) not in settled
        ),
        key=lambda j: (-j.probability, j.left, j.right),
    )
    apart = _others(tables, person, decided, Verdict.DIFFERENT)
    known = {other.person for other in apart}
    perhaps = _others(tables, person, machine, Verdict.UNSURE)
    weakest = tables.holding_of(person.id)[:1]
    return Links(
        apart,
        _others(tables, person, decided, Verdict.UNSURE),
        tuple(other for other in perhaps if other.person not in known),
        weakest[0] if weakest and weakest[0].probability < DOUBTFUL else None,
    )


def _others(
    tables: Tables, person: Person, judged: list[Judgement], verdict: Verdict
) -> tuple[Other, ...]:
    """Return whom judgements of one verdict are about, each once."""
    own = set(person.mentions)
    found: dict[str, Other] = {}
    for one in judged:
        if one.verdict is not verdict:
            continue
        mention = one.right if one.left in own else one.left
        key = tables.person_of_mention(mention)
        other = tables.person(key) if key else None
        if other is not None and other.id != person.id:
            found.setdefault(other.id, Other(other.id, other.label, one))
    return tuple(found.values())


def lines(found: Links) -> Iterator[str]:
    """Tell it on a terminal; nothing where there is nothing to tell."""
    if found.apart:
        yield from ("", "Confirmed to be somebody else (which is more than not linked)")
    for other in found.apart:
        yield from _line(other, in_short(other.judgement))
    if found.unsure:
        yield from ("", "It cannot be told, people say, whether this is")
    for other in found.unsure:
        yield from _line(other, in_short(other.judgement))
    if found.perhaps:
        yield from ("", "Not linked, and perhaps the same ('lives review' asks)")
    for other in found.perhaps[:_SHOWN]:
        judgement = other.judgement
        yield from _line(other, f"{judgement.probability:.3f}: {judgement.because}")
    weakest = found.weakest
    if weakest is not None:
        yield from ("", "Hangs on a doubtful link ('lives explain link' says more)")
        words = f"{weakest.probability:.3f}: {weakest.left} and {weakest.right}"
        yield from wrapped(f"{words}: {weakest.because}", first="  ? ")


def _line(other: Other, words: str) -> list[str]:
    return wrapped(f"{other.label} {other.person}: {words}", first="  - ")
