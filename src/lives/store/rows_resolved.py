"""What resolve makes, as rows of the tables, and back."""

import json
from collections.abc import Iterator, Sequence

from lives.model.ids import CaptureId, DecisionId, MentionId, PersonId
from lives.model.judgement import Judgement, Verdict, Weight
from lives.model.passage import Passage
from lives.model.person import Person
from lives.store.rows import compact
from lives.store.sqlite import Row


def judgement_row(judgement: Judgement) -> Row:
    """Turn a machine's judgement into a row of `judgement`."""
    return (
        judgement.left,
        judgement.right,
        judgement.verdict,
        judgement.by,
        judgement.because,
        judgement.probability,
        compact([[w.matter, w.bits, w.because] for w in judgement.weights]),
    )


def judgement_from(row: Row) -> Judgement:
    """Turn a row of `judgement` into a machine's judgement."""
    left, right, verdict, by, because, probability, weights = row
    return Judgement(
        MentionId(left),
        MentionId(right),
        Verdict(verdict),
        by,
        because,
        probability,
        weights=tuple(Weight(*told) for told in json.loads(weights)),
    )


def decided_row(judgement: Judgement) -> Row:
    """Turn a person's judgement into a row of `decided`."""
    return (
        judgement.left,
        judgement.right,
        judgement.verdict,
        judgement.by,
        judgement.at,
        judgement.because,
        judgement.decision,
        compact([[p.capture, p.start, p.end, p.quote] for p in judgement.citing]),
    )


def decided_from(row: Row) -> Judgement:
    """Turn a row of `decided` into a person's judgement."""
    left, right, verdict, by, at, because, decision, citing = row
    return Judgement(
        MentionId(left),
        MentionId(right),
        Verdict(verdict),
        by,
        because,
        decision=DecisionId(decision),
        at=at,
        citing=tuple(Passage(CaptureId(c), *rest) for c, *rest in json.loads(citing)),
    )


def person_row(person: Person) -> Row:
    """Turn a person into a row of `person`."""
    return (person.id, person.label, int(person.named), compact(person.names))


def member_rows(person: Person) -> Iterator[Row]:
    """Turn the mentions of a person into rows of `member`."""
    sure = person.probabilities or (1.0,) * len(person.mentions)
    for position, mention in enumerate(person.mentions):
        yield (mention, person.id, position, sure[position])


def redirect_rows(person: Person) -> Iterator[Row]:
    """Turn the mentions that are not the first into rows of `redirect`."""
    return ((Person.key(mention), person.id) for mention in person.mentions[1:])


def person_from(found: Sequence[Row]) -> Person:
    """Turn the rows of one person, one for each mention, into the person."""
    key, label, named, names = found[0][:4]
    return Person(
        PersonId(key),
        label,
        bool(named),
        tuple(json.loads(names)),
        tuple(MentionId(row[4]) for row in found),
        tuple(row[5] for row in found),
    )
