"""Whether the chain of decisions is what was written: pure, entry by entry.

A chain shows that an entry was changed, taken out or put in. It cannot show that its
last entries were cut off, nor that everything from some entry on was written anew by
somebody who also computed the hashes anew: for that the hash of its last entry has to
be known from elsewhere, and is asked for as `expected`.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from lives.model.decision import GENESIS, DecisionKind, chain_hash


class Alteration(StrEnum):
    """What has been done to something that must not change."""

    CHANGED = "changed"
    MISSING = "missing"
    INSERTED = "inserted"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is no longer what was received or decided.

    Attributes:
        alteration: What was done to it.
        where: The file, or the entry of the chain: "decision 12".
        words: A plain sentence.
    """

    alteration: Alteration
    where: str
    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of the chain as it stands in the file, believed in nothing.

    Attributes are those of `Decision`, with ``kind`` and ``body`` unread.
    """

    seq: int
    at: str
    by: str
    kind: str
    body: str
    previous: str
    hash: str

    @property
    def computed(self) -> str:
        """Return the hash its content gives."""
        return chain_hash(
            self.seq, self.at, self.by, self.kind, self.body, self.previous
        )


def chain_faults(links: Iterable[Link], *, expected: str = "") -> Iterator[Fault]:
    """Yield what was altered in a chain.

    Args:
        links: The entries in order of their number.
        expected: Hash of an entry that is known to have been there; "" if none is.
    """
    last_seq, last_hash, found = 0, str(GENESIS), False
    for link in links:
        yield from _broken(link, last_seq, last_hash)
        if link.hash == link.computed:
            yield from _unreadable(link)
        last_seq, last_hash = link.seq, link.hash
        found = found or (bool(expected) and link.hash.startswith(expected))
    if last_seq == 0:
        yield Fault(Alteration.MISSING, "decision 1", "the chain is empty")
    if expected and not found:
        yield Fault(
            Alteration.MISSING,
            f"decision {expected}",
            "the chain does not contain this hash: it was cut off before it, or "
            "written anew",
        )


def remarks(links: Iterable[Link]) -> Iterator[str]:
    """Yield what is odd in a chain although nothing need have been altered."""
    latest = ""
    for link in links:
        if link.at < latest:
            yield (
                f"decision {link.seq} is dated {link.at}, before the one it follows: "
                "a clock was set back"
            )
        latest = max(latest, link.at)


def _broken(link: Link, last_seq: int, last_hash: str) -> Iterator[Fault]:
    where = f"decision {link.seq}"
    if link.hash != link.computed:
        yield Fault(
            Alteration.CHANGED, where, "its content does not give the hash it bears"
        )
    if link.seq > last_seq + 1:
        gone = f"decision {last_seq + 1}"
        if link.seq > last_seq + 2:
            gone = f"decisions {last_seq + 1} to {link.seq - 1}"
        yield Fault(Alteration.MISSING, gone, f"removed before {where}")
    elif link.seq <= last_seq:
        yield Fault(Alteration.INSERTED, where, "its number was given before")
    elif link.previous != last_hash:
        yield Fault(
            Alteration.INSERTED,
            where,
            "it does not follow the entry before it: one of the two was put in, or "
            "the earlier one was written anew",
        )


def _unreadable(link: Link) -> Iterator[Fault]:
    where = f"decision {link.seq}"
    if link.kind not in set(DecisionKind):
        words = f"its kind is not one of ours: {link.kind!r}"
        yield Fault(Alteration.INSERTED, where, words)
    if (link.seq == 1) != (link.kind == DecisionKind.FOUNDING):
        words = "an archive is founded once, by its first decision"
        yield Fault(Alteration.INSERTED, where, words)
    try:
        json.loads(link.body)
    except ValueError:
        yield Fault(Alteration.INSERTED, where, "its body is not JSON")
