"""What to call a person: the fullest name that is in use, or whose wife she was."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from lives.model.ids import MentionId
from lives.model.mention import Mention
from lives.reading.names import cyrillic
from lives.resolve.known import parsed
from lives.resolve.relations import described

# How far "brother of wife of X" goes before it stops helping.
_DEEPEST = 3


class Labels:
    """Labels of all persons at once: the unnamed are called after the named.

    Args:
        groups: The mentions of each person, in the order of the archive.
    """

    def __init__(self, groups: Iterable[Sequence[Mention]]) -> None:
        self._groups: Mapping[MentionId, Sequence[Mention]] = {
            mention.id: group for group in groups for mention in group
        }
        self._told: dict[tuple[MentionId, int], str] = {}

    def names(self, group: Sequence[Mention]) -> tuple[str, ...]:
        """Return every spelling met, the most frequent first."""
        counted = Counter(mention.name for mention in group if mention.name)
        return tuple(sorted(counted, key=lambda name: (-counted[name], name)))

    def of(self, mention: MentionId, depth: int = 0) -> str:
        """Return the label of the person whom a mention means."""
        group = self._groups[mention]
        key = (group[0].id, depth)
        if key not in self._told:
            self._told[key] = self._label(group, depth)
        return self._told[key]

    def _label(self, group: Sequence[Mention], depth: int) -> str:
        counted = Counter(m.name for m in group if m.name)
        if counted:
            # max() keeps the first of equals: the one the archive met first.
            return max(counted, key=lambda name: (_merit(name), counted[name]))
        for m in group:
            known = m.of is not None and m.of in self._groups
            if m.relation and m.of is not None and known and depth < _DEEPEST:
                return f"{described(m)} of {self.of(m.of, depth + 1)}"
        return f"unnamed person ({group[0].text})"


def _merit(name: str) -> tuple[bool, bool, bool]:
    """Rank names: in full, with more than a surname, in Latin letters.

    Among full names the most frequent wins, with or without a patronymic: it is what
    the sources call the person.
    """
    known = parsed(name)
    full = bool(known.surname) and bool(known.given)
    partial = bool(known.surname) and bool(known.given or known.initials)
    return full, partial, not cyrillic(name)
