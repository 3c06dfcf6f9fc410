"""The kinds of statement: data in `kinds.toml`, read once.

A kind says what may be stated of a person: its labels in several languages, the act
of a life it belongs to, whether it can happen only once, what `Statement.what` and
`Statement.group` hold, and its terms in other vocabularies.
"""

from dataclasses import dataclass
from functools import cache

from lives import packaged


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of statement.

    Attributes:
        key: ``arrest``, ``birth`` ...
        labels: Label by BCP 47 language; always has ``en`` and ``ru``.
        act: ``before``, ``during``, ``after`` or ``any``.
        once: It happens once in a life: two values are a conflict.
        ends: It ends a life: nothing but burial and rehabilitation can follow it.
        what: What `Statement.what` holds ("office", "relation"); "" for nothing.
        group: It may name an organisation in `Statement.group`.
        roles: Names of the roles it may take.
        content: What it alleges goes into `what` and is not a fact: charges,
            confessions, denunciations, sentences.
        terms: Its terms by vocabulary: ``crm``, ``ipif``, ``gedcom``, ``schema``.
    """

    key: str
    labels: dict[str, str]
    act: str
    once: bool
    ends: bool
    what: str
    group: bool
    roles: tuple[str, ...]
    content: bool
    terms: dict[str, str]


@cache
def kinds() -> dict[str, Kind]:
    """Return every kind by key, in the order of `kinds.toml`.

    >>> kinds()["birth"].once
    True
    """
    return {
        key: Kind(
            key=key,
            labels=entry["labels"],
            act=entry["act"],
            once=entry.get("once", False),
            ends=entry.get("ends", False),
            what=entry.get("what", ""),
            group=entry.get("group", False),
            roles=tuple(entry.get("roles", ())),
            content=entry.get("content", False),
            terms=entry.get("terms", {}),
        )
        for key, entry in packaged.table("lives.model", "kinds.toml").items()
    }
