"""Who is said to belong to a party, and elsewhere to none."""

from collections.abc import Iterator, Sequence

from lives.compose.conflicts import conflict, of_no_party
from lives.compose.matters import vouched
from lives.compose.rules import rules
from lives.compose.surroundings import Surroundings
from lives.model.ids import PersonId
from lives.model.life import Conflict, Severity
from lives.model.statement import Standing, Statement

_KIND = "membership"


def belonging_conflicts(
    person: PersonId, statements: Sequence[Statement], around: Surroundings
) -> Iterator[Conflict]:
    """Yield the disagreement between "of no party" and a party.

    Both can be true at different times, and one work may tell both. Where two works
    tell them of one person without a time at which a membership ended, they describe
    him differently, and a person has to see it.
    """
    told = [s for s in statements if s.kind == _KIND and s.standing is Standing.SURE]
    denied = [s for s in told if of_no_party(s)]
    said = [s for s in told if vouched(s) and not _over(s)]
    works = {around.work(s) for s in denied}
    against = [s for s in said if works - {around.work(s)}]
    if not against:
        return
    named = " and ".join(dict.fromkeys(s.group or s.what for s in against))
    words = (
        f"{around.sources(against)}: a member ({named}); "
        f"{around.sources(denied)}: of no party."
    )
    about = f"{_KIND}, denied"
    yield conflict(person, about, Severity.VALUES, words, [*against, *denied])


def _over(said: Statement) -> bool:
    """Tell whether a membership is told as one that had ended."""
    ended = said.when is not None and said.when.latest is not None
    words = said.what.casefold()
    return ended or any(words.startswith(word) for word in rules().former)
