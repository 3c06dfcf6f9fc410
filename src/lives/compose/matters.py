"""Sort the statements of a person into matters: what is said of one and the same thing.

What happens once is one matter, and so is the end of a life however it is told. What
can happen again is as many matters as there are occurrences: a statement belongs to
an occurrence if date, place and words allow it and to no other equally well. Where
two occurrences would do, a vague statement stays by itself: to put it with either
would be a guess.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from lives.compose.agreement import comparable, content, same_words
from lives.compose.places import places_clash
from lives.compose.rules import rules
from lives.compose.surroundings import Surroundings
from lives.model.kinds import kinds
from lives.model.statement import Modality, Standing, Statement
from lives.model.when import When
from lives.reading.names import cyrillic

ENDING = "ending"  # the matter of all kinds that end a life

_NEAR_DAYS = 31
_ALIKE_DAYS = (1, 31, 366)
_OPEN_DAYS = 10**7  # an open date is vaguer than any closed one


@dataclass(slots=True)
class Matter:
    """One thing that statements are about.

    Attributes:
        kind: Key of the kind; `ENDING` for the end of a life.
        said: Statements that say that it happened, the most precise first.
        denied: Statements that deny it.
        distinct: Of those that say it, one of each that say exactly the same.
    """

    kind: str
    said: list[Statement] = field(default_factory=list)
    denied: list[Statement] = field(default_factory=list)
    distinct: list[Statement] = field(default_factory=list)


def alleged(statement: Statement) -> bool:
    """Tell whether this is only what an accuser, verdict or confession says.

    A charge is itself an act and really happened: that somebody was charged is no
    allegation, only what he was charged with.
    """
    kind = kinds()[statement.kind]
    act = kind.content or kind.what in {"charge", "sentence"}
    return statement.modality is Modality.CHARGED and not act


def vouched(statement: Statement) -> bool:
    """Tell whether the source's author stands behind it."""
    if statement.modality is Modality.CHARGED:
        return not alleged(statement)
    return statement.modality is Modality.ASSERTED


def matters(statements: Iterable[Statement], around: Surroundings) -> list[Matter]:
    """Sort statements into matters; those that only await review are left out.

    An allegation never shares a matter with a fact: `killing` as charged stands
    apart from `killing` as told, whatever their dates.

    Args:
        statements: Of one person, in the order of the archive.
        around: Tells who the others are.
    """
    heaps: dict[tuple[str, ...], list[Statement]] = {}
    for statement in statements:
        if statement.standing is Standing.SURE:
            heaps.setdefault(_heap(statement, around), []).append(statement)
    found: list[Matter] = []
    for (kind, *_), heap in heaps.items():
        found.extend(_sorted_out(kind, heap))
    return found


def precision(when: When | None) -> int:
    """Count the days a date leaves open; an open or missing date leaves all.

    Months are as precise as one another, and years are, however many days they have.
    """
    days = (when.days if when else None) or _OPEN_DAYS
    return next((most for most in _ALIKE_DAYS if days <= most), days)


def _heap(statement: Statement, around: Surroundings) -> tuple[str, ...]:
    kind = kinds()[statement.kind]
    group = ENDING if kind.ends else kind.key
    alone = str(alleged(statement))
    if kind.key not in {"kinship", "marriage"}:
        return group, alone
    other = next((role for role in statement.roles if role.name == "other"), None)
    if other is None:
        return group, alone, statement.what, statement.id
    person = around.person.get(other.mention) if other.mention else None
    who = person or other.words
    return group, alone, statement.what.casefold(), who.casefold()


def _sorted_out(kind: str, heap: Sequence[Statement]) -> Iterator[Matter]:
    if len(heap) == 1 and heap[0].modality is not Modality.NEGATED:
        yield Matter(kind, [*heap])  # as most rows of most lists
        return
    said = _by_precision(s for s in heap if s.modality is not Modality.NEGATED)
    denied = [s for s in heap if s.modality is Modality.NEGATED]
    if _is_one(kind):
        yield Matter(kind, said, denied)
        return
    shelf = _Shelf(kind)
    # What says exactly the same is placed once: a book can say it a thousand times.
    alike: dict[tuple[object, ...], list[Statement]] = {}
    for statement in said:
        alike.setdefault(_signature(statement), []).append(statement)
    for same in alike.values():
        shelf.put(same)
    for statement in denied:
        shelf.deny(statement)
    yield from shelf.matters


class _Shelf:
    """The occurrences of one kind as they are found, by what they name.

    Comparing each statement with every occurrence would take hours for someone who
    made ten thousand speeches. Two say the same only if the words of one are among
    the words of the other, so each is found by its longest word.
    """

    def __init__(self, kind: str) -> None:
        self.matters: list[Matter] = []
        self._kind = kind
        self._containing: dict[str, list[int]] = {}
        self._named: dict[str, list[int]] = {}

    def put(self, same: Sequence[Statement]) -> None:
        """Add statements that say the same to the occurrence they belong to."""
        statement = same[0]
        place = self._place(statement)
        if place is None:
            place = len(self.matters)
            self.matters.append(Matter(self._kind))
        words = content(statement.what)
        for word in words:
            self._containing.setdefault(word, []).append(place)
        for name in (
            _longest(words),
            _foreign_day(statement, in_cyrillic=cyrillic(statement.what)),
        ):
            self._named.setdefault(name, []).append(place)
        self.matters[place].distinct.append(statement)
        self.matters[place].said.extend(same)

    def deny(self, denial: Statement) -> None:
        """Add a denial to every occurrence it could deny, or let it stand alone."""
        near = [self.matters[place] for place in self._near(denial)]
        fitting = [m for m in near if m.said and _fits(denial, m)]
        for matter in fitting:
            matter.denied.append(denial)
        if not fitting:
            self.matters.append(Matter(self._kind, denied=[denial]))

    def _place(self, statement: Statement) -> int | None:
        near = self._near(statement)
        fitting = [i for i in near if _fits(statement, self.matters[i])]
        if not fitting:
            fitting = [i for i in near if _misdated(statement, self.matters[i])]
        exact = statement.when is not None and statement.when.days == 1
        return fitting[0] if len(fitting) == 1 or (fitting and exact) else None

    def _near(self, statement: Statement) -> Sequence[int]:
        if not statement.what or self._kind in rules().dated:
            return range(len(self.matters))
        words = content(statement.what)
        abroad = _foreign_day(statement, in_cyrillic=not cyrillic(statement.what))
        names = (*words, abroad, "")
        near = {i for name in names for i in self._named.get(name, ())}
        near.update(self._containing.get(_longest(words), ()))
        return sorted(near)


def _longest(words: Iterable[str]) -> str:
    """Return the longest word, which is seldom the commonest; "" without words."""
    return max(words, key=lambda word: (len(word), word), default="")


def _foreign_day(statement: Statement, *, in_cyrillic: bool) -> str:
    """Name a date told in one script, for what cannot be compared by words."""
    date = statement.when.edtf if statement.when else "undated"
    return f"{date} {'cyrillic' if in_cyrillic else 'latin'}"


def _signature(statement: Statement) -> tuple[object, ...]:
    return (
        statement.when and statement.when.edtf,
        statement.where,
        statement.what,
        statement.group,
        vouched(statement),
    )


def _is_one(kind: str) -> bool:
    return kind in {ENDING, "kinship", "marriage"} or kinds()[kind].once


def _by_precision(statements: Iterable[Statement]) -> list[Statement]:
    # What is vouched for comes before hearsay, so that hearsay joins the facts it
    # repeats and not the other way about.
    return sorted(
        statements,
        key=lambda s: (not vouched(s), precision(s.when), -_detail(s)),
    )


def _detail(statement: Statement) -> int:
    return bool(statement.what) + bool(statement.where) + bool(statement.group)


def _fits(statement: Statement, matter: Matter) -> bool:
    dated = statement.kind in rules().dated
    same = _same_event if dated else _same_state
    return all(same(statement, held) for held in matter.distinct)


def _misdated(statement: Statement, matter: Matter) -> bool:
    """Tell whether two sources probably date one event differently.

    Nobody is arrested twice within the month: two days so near, each told by a source
    of its own, are one arrest and a disagreement.
    """
    if statement.kind not in rules().dated or not matter.distinct:
        return False
    days = [_day(statement), *map(_day, matter.distinct)]
    captures = {held.capture for held in matter.distinct}
    if None in days or statement.capture in captures:
        return False
    known = [day for day in days if day is not None]
    return (max(known) - min(known)).days <= _NEAR_DAYS


def _day(statement: Statement) -> date | None:
    when = statement.when
    return when.earliest if when is not None and when.days == 1 else None


def _same_event(one: Statement, two: Statement) -> bool:
    if one.when and two.when:
        if not one.when.agrees_with(two.when):
            return False
        if one.when.days == two.when.days == 1:
            return True  # whatever the places: one is not arrested twice in a day
    return not (places_clash(one.where, two.where) or _differ(one.group, two.group))


def _same_state(one: Statement, two: Statement) -> bool:
    if one.when and two.when and not one.when.agrees_with(two.when):
        return False
    if places_clash(one.where, two.where):
        return False
    if one.what and two.what and one.what != two.what:
        same_day = one.when and two.when and one.when.edtf == two.when.edtf
        if not (same_words(one.what, two.what) or (same_day and _foreign(one, two))):
            return False
    return not _differ(one.group, two.group)


def _differ(one: str, two: str) -> bool:
    return comparable(one, two) and not same_words(one, two)


def _foreign(one: Statement, two: Statement) -> bool:
    return not comparable(one.what, two.what)
