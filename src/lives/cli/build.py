"""`lives build`: from what was received to lives."""

from collections.abc import Iterator, Sequence

import click

from lives.cli.desk import Desk, common, deciding, quick, wrapped
from lives.cli.plain import counted
from lives.cli.refused import refused, remarked
from lives.compose.run import run as compose
from lives.extract.run import run as extract
from lives.model.errors import ExtractError, Several
from lives.resolve.run import run as resolve
from lives.store.tables import Counts


@click.command()
@quick
@common
@deciding
@click.pass_obj
def build(desk: Desk, *, fast: bool) -> None:
    """Read what was added, find who is who, and compose the lives.

    Sources that have not changed since they were last read, and whose recipe and
    reader have not either, are not read again. Building twice changes nothing. If it
    is interrupted, run it again: what was finished is kept. If a text cannot be read,
    the lives are composed from all the rest, and what is to be mended is told. Cells of
    a list that its recipe cannot read keep nothing from being read: they are counted,
    and 'lives recipe refused' lists them. What the build has changed, 'lives diff'
    lists.

    \b
    Example:
      lives build
      lives build --fast     now; a plain 'lives build' then reads all properly
    """
    with desk.open() as archive:
        with archive.building(), desk.progress() as progress:
            stopped, notices = None, []
            try:
                notices = extract(
                    archive,
                    by=desk.decider,
                    now=desk.now,
                    progress=progress,
                    fast=fast,
                )
            except (ExtractError, Several) as fault:
                stopped = fault  # the rest was read, and nobody has to wait for it
            progress("finding who is who", 0, 2)
            with archive.transaction():  # nobody sees persons without their lives
                notices += resolve(archive)
                progress("composing lives", 1, 2)
                compose(archive)
        counts, unread = archive.tables.counts(), refused(archive)
    lines = told(counts, [*notices, *remarked(unread)])
    if stopped:
        for line in lines:
            desk.say(line)
        desk.say("This is not in it as it stands now:")
        raise stopped
    desk.answer({"counts": counts, "notices": notices, "refused": unread}, lines)


def told(counts: Counts, notices: Sequence[str]) -> Iterator[str]:
    """Say what an archive holds after building."""
    for notice in notices:
        yield from wrapped(notice, first="note: ")
    if not counts.captures:
        yield "Nothing is here to be read yet: 'lives add FILE...' takes in sources."
        return
    yield (
        f"{counted(counts.statements, 'statement')} about "
        f"{counted(counts.persons, 'person')} from {counted(counts.captures, 'file')}; "
        f"{counted(counts.findings, 'finding')}, "
        f"{counted(counts.conflicts, 'disagreement')}."
    )
    if counts.proposed:
        proposed = counted(counts.proposed, "reading")
        yield f"Only proposed, and counting nowhere yet: {proposed}."
    if counts.questions:
        questions = counted(counts.questions, "question")
        yield f"{questions} about who is who: see 'lives conflicts'."
