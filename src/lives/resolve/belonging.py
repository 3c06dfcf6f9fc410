"""How surely each mention belongs to its person, by the links that hold it.

Two mentions of a person are as surely one human being as the weakest link on the best
way from one to the other. A mention belongs to its person as surely as it is one with
the others, on average. So one doubtful link between ten mentions and one weighs on the
one, and hardly on the ten, whichever of them the archive met first.
"""

from collections.abc import Iterable

from lives.model.ids import MentionId
from lives.model.judgement import Judgement

_DIGITS = 3


class Belonging:
    """Probabilities of mentions, made while links join them.

    Args:
        links: Judgements that each brought two groups together, the surest first: then
            each is the weakest on the best way between what it joins.
    """

    def __init__(self, links: Iterable[Judgement]) -> None:
        self._leader: dict[MentionId, MentionId] = {}
        self._size: dict[MentionId, int] = {}
        # A leader's sum counts for all it leads, so that joining touches two of them.
        self._sum: dict[MentionId, float] = {}
        for link in links:
            self._join(self._find(link.left), self._find(link.right), link.probability)

    def of(self, mention: MentionId) -> float:
        """Return the probability that a mention belongs; 1.0 for one that is alone."""
        if mention not in self._leader:
            return 1.0
        total, at = 0.0, mention
        while True:
            total += self._sum[at]
            if self._leader[at] == at:
                return round(total / (self._size[at] - 1), _DIGITS)
            at = self._leader[at]

    def _find(self, mention: MentionId) -> MentionId:
        if mention not in self._leader:
            self._leader[mention] = mention
            self._size[mention], self._sum[mention] = 1, 0.0
        # Never shortened: sums lie on the way, and by size it stays short.
        while self._leader[mention] != mention:
            mention = self._leader[mention]
        return mention

    def _join(self, one: MentionId, two: MentionId, sure: float) -> None:
        if one == two:
            return
        if self._size[one] < self._size[two]:
            one, two = two, one
        first, second = self._size[one], self._size.pop(two)
        self._sum[one] += sure * second
        self._sum[two] += sure * first - self._sum[one]
        self._leader[two] = one
        self._size[one] = first + second
