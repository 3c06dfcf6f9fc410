"""`lives explain`: why a statement says what it says."""

import re
from pathlib import Path

import click

from lives.cli.desk import Desk, common
from lives.cli.explain_link import explain_link
from lives.cli.explaining import lines
from lives.extract.run import see
from lives.model.errors import UnknownIdentifier
from lives.model.ids import MentionId, PersonId, StatementId
from lives.model.person import Person
from lives.model.statement import Statement
from lives.publish.explanation import Explanation
from lives.publish.explanation import explain as explained
from lives.publish.picture import page, svg
from lives.store.archive import Archive
from lives.store.tables import Tables

_WHOLE = re.compile(r"\bst-[0-9a-f]{20}\b")
_BEGINNING = re.compile(r"\bst-[0-9a-f]+")
_FINDING = re.compile(r"\b(pe-[0-9a-f]{20})\.(\d+)")
_PATH = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.argument("statement", nargs=-1, required=True)
@click.option(
    "--html", metavar="FILE", type=_PATH, help="Write a page with a picture of it."
)
@click.option(
    "--picture", metavar="FILE", type=_PATH, help="Write the picture alone, as SVG."
)
@common
@click.pass_obj
def explain(
    desk: Desk,
    *,
    statement: tuple[str, ...],
    html: Path | None,
    picture: Path | None,
) -> None:
    """Show the sentence of STATEMENT with all that was seen in it, and why.

    STATEMENT is its identifier, or as much of it as only one has; a line that 'lives
    show' prints will do, or a finding (pe-....3), of which the first statement is
    explained. The reader looks at the document once more: whom it sees in the
    sentence and why, its pieces and clauses, the rule that was followed, the words of
    date, place and modality, and why the statement counts or waits for you. Of a list
    it shows the row, and what the recipe says.

    'lives explain link A B' shows instead why two persons or mentions are, or are not,
    taken for one human being: who judged, how surely, and every weight for and against.

    \b
    Example:
      lives explain st-5c1e0b7a90d24c0f9d3e
      lives explain st-5c1e --html why.html
      lives explain link me-1a2b... me-3c4d... --picture why.svg
    """
    if statement[0] == "link":
        explain_link(desk, statement[1:], picture)
        return
    with desk.open() as archive:
        key = _meant(archive.tables, " ".join(statement))
        said = archive.tables.statement(key)
        if said is None:
            raise _unknown(key, [])
        with desk.progress() as progress:
            progress("reading the document again", 0, 1)
            found = _explained(archive, said)
    written = []
    for path, text in ((html, page), (picture, svg)):
        if path is not None:
            path.write_text(text(found), encoding="utf-8")
            written.append(f"Wrote {path}.")
    desk.answer(found, [*lines(found), *([""] if written else []), *written])


def _explained(archive: Archive, said: Statement) -> Explanation:
    tables = archive.tables

    def named(mention: MentionId) -> Person | None:
        owner = tables.person_of_mention(mention)
        return tables.person(owner) if owner else None

    mentions = {mention.id: mention for mention in tables.mentions(said.capture)}
    text = tables.text(said.capture)
    return explained(said, text, see(archive, said), mentions, named)


def _meant(tables: Tables, asked: str) -> StatementId:
    """Return the statement that an identifier, a part of one, or a line means."""
    finding = _FINDING.search(asked)
    letters = _WHOLE.search(asked) or _BEGINNING.search(asked)
    if letters is not None:
        found = tables.statements_beginning(letters[0])
    else:
        found = _carrying(tables, *finding.groups()) if finding else []
    if len(found) != 1:
        raise _unknown(asked, found)
    return found[0]


def _carrying(tables: Tables, person: str, ordinal: str) -> list[StatementId]:
    """Return the first of the statements that carry a finding."""
    findings = (f for life in tables.lives(PersonId(person)) for f in life.findings)
    return [f.support[0] for f in findings if str(f.ordinal) == ordinal]


def _unknown(asked: str, found: list[StatementId]) -> UnknownIdentifier:
    if found:
        return UnknownIdentifier(
            "the identifiers of several statements begin so",
            where=asked,
            remedy=f"give more of one of them: {', '.join(found)}",
        )
    return UnknownIdentifier(
        "no statement in this archive bears this identifier",
        where=asked,
        remedy="identifiers of statements begin with st-; 'lives show' prints them "
        "beside the words",
    )
