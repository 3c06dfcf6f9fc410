"""Identifiers that were published once and are nobody's now: whom they lead to.

A person is called after the first mention. When two are found to be one, or one to be
two, a name that people have written down or linked to must still lead somewhere.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from lives.model.ids import PersonId

FILE = "redirects.jsonl"

Once = Mapping[PersonId, PersonId | None]


def earlier_pages(memorial: Path) -> Iterator[PersonId]:
    """Yield the persons who have a page in a memorial, if one is there."""
    return (PersonId(path.stem) for path in sorted(memorial.glob("p/pe-*.html")))


def redirects(
    once: Iterable[PersonId],
    now: Callable[[PersonId], PersonId | None],
    published: Collection[PersonId],
) -> Once:
    """Return whom each identifier leads to; None where it leads to no page.

    That somebody is withheld and that nobody is known look alike: either would tell
    too much.

    Args:
        once: Identifiers that were published.
        now: Whom an identifier means now.
        published: Who has a page now.
    """
    found: dict[PersonId, PersonId | None] = {}
    for key in sorted(set(once).difference(published)):
        person = now(key)
        found[key] = person if person in published else None
    return found


def write_redirects(folder: Path, found: Once) -> None:
    """Write one object a line: id, person (null where it leads to nobody)."""
    with (folder / FILE).open("w", encoding="utf-8", newline="\n") as file:
        for key, person in found.items():
            file.write(json.dumps({"id": key, "person": person}) + "\n")
