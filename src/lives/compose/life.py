"""One life: matters, findings in three acts, and what cannot be."""

from collections.abc import Sequence

from lives.compose.acts import ordered
from lives.compose.chronology import order_conflicts
from lives.compose.conflicts import value_conflicts
from lives.compose.matters import matters
from lives.compose.reconcile import reconcile
from lives.compose.scene import Scene
from lives.model.ids import PersonId
from lives.model.life import Life
from lives.model.statement import Statement


def life(person: PersonId, statements: Sequence[Statement], scene: Scene) -> Life:
    """Compose the life of a person.

    Args:
        person: Whose.
        statements: All about the person, in the order of the archive.
        scene: The archive around.

    Returns:
        The life; every statement that stands bears on at least one finding.
    """
    drafts = [d for m in matters(statements, scene) for d in reconcile(m, scene)]
    conflicts = (
        *value_conflicts(person, drafts, scene),
        *order_conflicts(person, drafts, scene),
    )
    return Life(person, ordered(person, drafts), conflicts)
