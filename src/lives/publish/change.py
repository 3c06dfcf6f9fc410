"""One difference between two builds."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from lives.publish.jsonl import Line

SORTS = ("mention", "statement", "person", "claim", "citation", "event", "conflict")


class How(StrEnum):
    """What happened to a line of one build in the other."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"
    JOINED = "joined"  # two persons became one
    DIVIDED = "divided"  # one person became two
    REASON = "reason"  # the same is said, for another reason


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two builds.

    Attributes:
        sort: One of `SORTS`.
        how: What happened.
        document: File name; "" for persons, who stand in no one document.
        start: First code point of the words.
        words: The words, or the label of a person.
        fields: What was changed, by the names that the exported lines use.
        before: The line of the earlier build.
        after: The line of the later build.
    """

    sort: str
    how: How
    document: str
    start: int
    words: str
    fields: tuple[str, ...]
    before: Line | None
    after: Line | None

    @classmethod
    def of(
        cls,
        sort: str,
        how: How,
        before: Line | None,
        after: Line | None,
        fields: tuple[str, ...] = (),
    ) -> Self:
        """Make a change from the lines, one of which there has to be."""
        line = after or before or {}
        place = line["passages"][0] if sort == "conflict" else line
        words = line.get("label") or line.get("words") or line.get("quote")
        return cls(
            sort,
            how,
            place.get("document", ""),
            place.get("start", 0),
            words or line.get("text", ""),
            fields,
            before,
            after,
        )


@dataclass(frozen=True, slots=True)
class Differences:
    """All differences between two builds.

    Attributes:
        counts: How many there are, by sort and by what happened.
        changes: They, by document and place; persons last.
        labels: What the persons are called whom the changes name.
    """

    counts: dict[str, dict[How, int]]
    changes: tuple[Change, ...]
    labels: dict[str, str]


def counted_by_sort(changes: tuple[Change, ...]) -> dict[str, dict[How, int]]:
    """Count changes by sort and by what happened."""
    counts = Counter((change.sort, change.how) for change in changes)
    return {sort: {how: counts[sort, how] for how in How} for sort in SORTS}
