"""One life: matters, findings in three acts, and what cannot be."""

from collections.abc import Sequence

from lives.compose.acts import ordered
from lives.compose.belonging import belonging_conflicts
from lives.compose.chronology import order_conflicts
from lives.compose.conflicts import value_conflicts
from lives.compose.matters import matters
from lives.compose.reconcile import reconcile
from lives.compose.surroundings import Surroundings
from lives.model.ids import PersonId
from lives.model.life import Life
from lives.model.statement import Statement


def life(
    person: PersonId, statements: Sequence[Statement], around: Surroundings
) -> Life:
    """Compose the life of a person.

    Args:
        person: Whose.
        statements: All about the person, in the order of the archive.
        around: The archive around.

    Returns:
        The life; every statement that stands bears on at least one finding.
    """
    drafts = [d for m in matters(statements, around) for d in reconcile(m, around)]
    conflicts = (
        *value_conflicts(person, drafts, around),
        *order_conflicts(person, drafts, around),
        *belonging_conflicts(person, statements, around),
    )
    return Life(person, ordered(person, drafts), conflicts)
