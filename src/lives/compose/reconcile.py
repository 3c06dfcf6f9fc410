"""Turn a matter into findings: what stands, on whose word, and what stands against it.

The value is the most precise that the most witnesses allow. A statement that says
less supports it and is no dissent; one that cannot be true at the same time dissents
and is kept. Only what a source vouches for counts as a witness: hearsay that agrees
is shown and not counted, and hearsay alone makes no fact.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from lives.compose.matters import Matter, alleged, precision, vouched
from lives.compose.places import places_clash
from lives.compose.rules import rules
from lives.compose.surroundings import Surroundings
from lives.model.kinds import kinds
from lives.model.life import Status
from lives.model.statement import Modality, Statement
from lives.model.when import When


@dataclass(frozen=True, slots=True)
class Drafted:
    """A finding that has no place in the life yet.

    Attributes:
        kind: Key of the kind.
        status: How firmly it stands.
        witnesses: How many independent witnesses vouch for it.
        support: Statements that carry it; never empty.
        dissent: Statements that cannot be true at the same time.
        when: The most precise date the support agrees on.
        where: Place, by the statement that says most.
        what: Value as read.
        group: Organisation or body.
    """

    kind: str
    status: Status
    witnesses: int
    support: tuple[Statement, ...]
    dissent: tuple[Statement, ...]
    when: When | None
    where: str
    what: str
    group: str

    @property
    def fact(self) -> bool:
        """Tell whether a source vouches for it."""
        return self.status in {Status.AGREED, Status.SINGLE, Status.DISPUTED}


def reconcile(matter: Matter, around: Surroundings) -> list[Drafted]:
    """Make findings of a matter; every statement of the matter is in one of them.

    What is vouched for makes one finding, with the hearsay that agrees with it.
    Hearsay that says more than is vouched for - that a death was a killing - makes
    another, which is no fact.
    """
    if len(matter.said) == 1 and not matter.denied:
        return [_alone(matter.said[0], around)]
    facts, hearsay = _split_by(matter.said, vouched)
    if not facts:
        return [*_unvouched(hearsay, matter.denied, around)]
    value = _preferred(facts, around)
    support, dissent = _split(facts, value)
    telling_more, rest = _split_by(hearsay, lambda s: _says_more(s, support))
    agreeing, against = _split(rest, value)
    denials, others = _split_by(matter.denied, lambda s: _denies(s, value))
    dissent = [*dissent, *against, *denials]
    status = _status(support, dissent, around)
    found = [_drafted(status, support, agreeing, dissent, value, around)]
    return [*found, *_unvouched(telling_more, others, around)]


def _alone(statement: Statement, around: Surroundings) -> Drafted:
    hearsay = Status.CHARGED if alleged(statement) else Status.UNVOUCHED
    status = Status.SINGLE if vouched(statement) else hearsay
    return _drafted(status, [statement], [], [], statement, around)


def _unvouched(
    hearsay: Sequence[Statement], denied: Sequence[Statement], around: Surroundings
) -> Iterator[Drafted]:
    """Yield what nobody vouches for, and what is only denied."""
    others = list(denied)
    if hearsay:
        value = _preferred(hearsay, around)
        support, dissent = _split(hearsay, value)
        denials, others = _split_by(denied, lambda s: _denies(s, value))
        charged = all(alleged(s) for s in support)
        status = Status.CHARGED if charged else Status.UNVOUCHED
        dissent = [*dissent, *denials]
        yield _drafted(status, support, [], dissent, value, around)
    for kind in dict.fromkeys(s.kind for s in others):
        own = [s for s in others if s.kind == kind]
        yield _drafted(Status.DENIED, own, [], [], own[0], around)


def _denies(denial: Statement, value: Statement) -> bool:
    """Tell whether a denial is one of this value: not born there, not shot that year.

    Whoever denies a death denies every manner of it, and not the other way about.
    """
    manners = rules().manners.get(denial.kind, frozenset())
    if denial.kind != value.kind and value.kind not in manners:
        return False
    dates = _date_allows(denial, value)
    return dates and not places_clash(denial.where, value.where)


def _preferred(statements: Sequence[Statement], around: Surroundings) -> Statement:
    """Choose the statement whose value stands: most witnesses, then most precise.

    A date that a narrower one lies within is no value of its own.
    """
    if len(statements) == 1:
        return statements[0]
    # One of each that say the same: a book can say it a thousand times.
    alike = {(s.kind, s.when and s.when.edtf, s.where): s for s in reversed(statements)}
    distinct = list(reversed(alike.values()))
    candidates = [
        s for s in distinct if not any(_narrower(other, s) for other in distinct)
    ]

    def merit(statement: Statement) -> tuple[int, int, int]:
        allies, _ = _split(statements, statement)
        return (
            -len(around.witnesses(allies)),
            statement.kind == "death",  # the manner tells more than the day
            precision(statement.when),
        )

    # min() keeps the first of equals: the one the archive received first.
    return min(candidates or distinct, key=merit)


def _narrower(one: Statement, two: Statement) -> bool:
    if one is two:
        return False
    if one.kind != two.kind:
        return one.kind in rules().manners.get(two.kind, ()) and _date_allows(one, two)
    if one.when is None:
        return False
    if two.when is None:
        return True
    return one.when.within(two.when) and not two.when.within(one.when)


def _date_allows(one: Statement, two: Statement) -> bool:
    return not (one.when and two.when) or one.when.agrees_with(two.when)


def _agrees(statement: Statement, value: Statement) -> bool:
    if _ends(statement) and not rules().told_by(value.kind, statement.kind):
        return False
    if statement.when and value.when:
        return statement.when.agrees_with(value.when)
    # Without a date to hold it, a place alone can stand against a place.
    once = kinds()[statement.kind].once
    return not (once and places_clash(statement.where, value.where))


def _split(
    statements: Iterable[Statement], value: Statement
) -> tuple[list[Statement], list[Statement]]:
    return _split_by(statements, lambda s: _agrees(s, value))


def _split_by(
    statements: Iterable[Statement], test: Callable[[Statement], bool]
) -> tuple[list[Statement], list[Statement]]:
    yes: list[Statement] = []
    no: list[Statement] = []
    for statement in statements:
        (yes if test(statement) else no).append(statement)
    return yes, no


def _says_more(statement: Statement, support: Sequence[Statement]) -> bool:
    """Tell whether hearsay names a manner of death that nobody vouches for."""
    if not _ends(statement) or statement.kind == "death":
        return False
    return statement.kind not in {s.kind for s in support}


def _ends(statement: Statement) -> bool:
    return kinds()[statement.kind].ends


def _status(
    support: Sequence[Statement], dissent: Sequence[Statement], around: Surroundings
) -> Status:
    # What somebody thinks probable does not make a fact disputed; a voice that says
    # otherwise, or a source that denies it, does.
    if any(s.modality is not Modality.HEDGED for s in dissent):
        return Status.DISPUTED
    return Status.AGREED if len(around.witnesses(support)) > 1 else Status.SINGLE


def _drafted(
    status: Status,
    support: Sequence[Statement],
    agreeing: Sequence[Statement],
    dissent: Sequence[Statement],
    value: Statement,
    around: Surroundings,
) -> Drafted:
    telling = [value, *(s for s in support if s is not value)]
    return Drafted(
        kind=_manner(telling) if _ends(value) else value.kind,
        status=status,
        witnesses=len(around.witnesses(support)),
        support=(*telling, *agreeing),
        dissent=tuple(dissent),
        when=min((s.when for s in telling if s.when), key=precision, default=None),
        where=_fullest(s.where for s in telling),
        what=_fullest(s.what for s in telling),
        group=_fullest(s.group for s in telling),
    )


def _manner(telling: Sequence[Statement]) -> str:
    """Return the most particular manner of death among those that agree."""
    return max((s.kind for s in telling), key=lambda k: rules().course[k])


def _fullest(words: Iterator[str]) -> str:
    """Return the first words told: the statement the value stands on speaks first."""
    return next((word for word in words if word), "")
