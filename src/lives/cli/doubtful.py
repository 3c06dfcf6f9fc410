"""Persons whose membership hangs on doubtful links: `lives people --doubtful`."""

from collections.abc import Iterator, Sequence

from lives.cli.asking import Asked, lines, linked, put
from lives.cli.origin import Origins
from lives.cli.plain import counted
from lives.store.archive import Archive


def doubtful(archive: Archive, below: float) -> list[Asked]:
    """Return the weakest link of each person that has one weaker than so.

    Args:
        archive: Where to look.
        below: A probability.

    Returns:
        One link a person, the weakest first.
    """
    origins = Origins(archive)
    seen: set[str] = set()
    found = []
    for question in linked(archive.tables, below):
        if question.one.person not in seen:
            seen.add(question.one.person)
            found.append(put(archive, origins, question))
    return found


def told(found: Sequence[Asked], below: float) -> Iterator[str]:
    """Tell them on a terminal."""
    for number, one in enumerate(found, start=1):
        yield from lines(number, one)
    if not found:
        yield f"No person hangs on a link less sure than {below:g}."
    else:
        yield f"{counted(len(found), 'person')}, the weakest link first."
