"""`lives conflicts`: where sources contradict each other, and open questions."""

from collections.abc import Iterator
from typing import Any

import click

from lives.cli.desk import Desk, common, wrapped
from lives.cli.origin import Origins
from lives.cli.plain import counted
from lives.model.life import Conflict
from lives.store.archive import Archive


@click.command()
@common
@click.pass_obj
def conflicts(desk: Desk) -> None:
    """Show, in plain words, what sources say against each other.

    Nothing is decided here: both sides stand, each with its passages. Questions about
    who is who come last; 'lives link' answers them.

    \b
    Example:
      lives conflicts
    """
    with desk.open() as archive:
        labels = {str(person.id): person.label for person in archive.tables.persons()}
        found = list(archive.tables.conflicts())
        origins = Origins(archive)
        shown = [_shown(archive, origins, one) for one in found]
        questions = [
            {"id": key, "person": person, "about": about, "words": words}
            for key, person, about, words in archive.tables.questions()
        ]
    for one in shown:
        one["label"] = labels.get(one["person"] or "", one["person"])
    lines = [line for one in shown for line in _lines(one)]
    lines += [line for one in questions for line in _question(one)]
    ending = (
        f"{counted(len(found), 'disagreement')}, {counted(len(questions), 'question')}."
    )
    desk.answer({"conflicts": shown, "questions": questions}, [*lines, ending])


def _shown(archive: Archive, origins: Origins, conflict: Conflict) -> dict[str, Any]:
    tables = archive.tables
    said = [("statement", tables.statement(key)) for key in conflict.statements]
    dated = [("event", tables.event(key)) for key in conflict.events]
    passages = [
        {sort: one.id, "source": origins.title(one.capture), "quote": one.quote}
        for sort, one in (*said, *dated)
        if one is not None
    ]
    return {
        "id": conflict.id,
        "person": conflict.person or None,
        "about": conflict.about,
        "severity": conflict.severity,
        "words": conflict.words,
        "passages": passages,
    }


def _lines(conflict: dict[str, Any]) -> Iterator[str]:
    whom = f"{conflict['label']} ({conflict['person']}): " if conflict["person"] else ""
    yield f"{whom}{conflict['about']}"
    yield from wrapped(conflict["words"], first="  ")
    for passage in conflict["passages"]:
        key = passage.get("statement") or passage["event"]
        words = f"{passage['source']}: “{' '.join(passage['quote'].split())}” {key}"
        yield from wrapped(words, first="    - ")
    yield ""


def _question(question: dict[str, Any]) -> Iterator[str]:
    yield f"Question: {question['about']} ({question['person']})"
    yield from wrapped(question["words"], first="  ")
    yield ""
