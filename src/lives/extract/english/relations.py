"""Whose kin or friend somebody is: "X's widow Y", "his brother"."""

from collections.abc import Iterator

from lives.extract.english.draft import Draft
from lives.extract.english.roles import roles
from lives.extract.english.scene import Scene
from lives.extract.english.stance import Stance
from lives.model.mention import Mention
from lives.model.statement import Modality, Role

TIES = frozenset(("kinship", "acquaintance"))


def relations(scene: Scene) -> Iterator[Draft]:
    """Yield the kinship that the reader of mentions has seen in a description."""
    for mention in scene.of:
        if not mention.relation or mention.of is None:
            continue
        other = scene.mentions.get(mention.of)
        kind = roles().kind_of.get(mention.relation.rpartition(" ")[2], "")
        if other is None or kind not in TIES:
            continue
        start = (
            min(mention.start, other.start) if _near(mention, other) else mention.start
        )
        end = max(mention.end, other.end) if _near(mention, other) else mention.end
        yield Draft(
            mention,
            kind,
            start,
            end,
            Stance(Modality.ASSERTED),
            "described through another",
            what=mention.relation,
            roles=(Role("other", other.id, other.text),),
        )


def _near(one: Mention, other: Mention) -> bool:
    return abs(one.start - other.start) < 120  # noqa: PLR2004  # within a clause
