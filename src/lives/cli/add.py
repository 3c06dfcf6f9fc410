"""`lives add`: files in, bytes kept for ever."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from lives.cli.desk import Desk, common, deciding, wrapped
from lives.cli.plain import counted
from lives.intake.enter import Receipt, Received
from lives.intake.offers import Offer
from lives.intake.run import add as receive
from lives.intake.sidecar import describe
from lives.model.source import Rights, SourceKind

_WORDS = {
    Receipt.NEW: "received",
    Receipt.REDESCRIBED: "held already, described anew",
    Receipt.HELD: "held already",
}
_NAMED = 5  # sources named in a notice; there may be a thousand
_DESCRIBING = {
    "--id": "Short name of the source, for links: serge-memoirs.",
    "--title": "Title of the work.",
    "--author": "Author; several with semicolons.",
    "--year": "Year or date of publication.",
    "--publisher": "Publisher.",
    "--kind": f"What sort of witness: {', '.join(SourceKind)}.",
    "--rights": f"What may be published of its words: {', '.join(Rights)}.",
    "--language": "Language of the text: en, ru ...",
    "--reliability": "How far it can be trusted, and why.",
    "--written": "When it was written down, as a date: 1937, 1937-03 ...",
}


def _described(function: Callable[..., Any]) -> Callable[..., Any]:
    for name, words in reversed(_DESCRIBING.items()):
        function = click.option(name, metavar="TEXT", help=words)(function)
    return function


@click.command()
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=Path)
@_described
@click.option(
    "--derives-from",
    multiple=True,
    metavar="ID",
    help="A source it copies or translates: together they are one witness.",
)
@click.option(
    "--field",
    "fields",
    multiple=True,
    metavar="KEY=TEXT",
    help="Any other bibliographic field: --field URL=https://...",
)
@click.option("--recipe", type=Path, metavar="FILE", help="How a list is to be read.")
@common
@deciding
@click.pass_obj
def add(  # each option says what it is
    desk: Desk,
    /,
    *,
    files: tuple[Path, ...],
    fields: tuple[str, ...],
    recipe: Path | None,
    **described: str | tuple[str, ...] | None,
) -> None:
    """Take files in: texts, web pages, PDF, books, tables, workbooks.

    They may be plain text, Markdown, HTML, PDF, DOCX, EPUB, TEI, CSV, XLSX, XLS, ODS
    or DBF, in any usual encoding.

    The bytes are kept as they are, under their sha256; the same bytes twice are kept
    once. What the options say about the source may also stand in a file beside it:
    letter.txt is described by letter.txt.toml, and such files are passed over when
    they are named. Either everything named is taken in or, if anything is wrong with
    one file, nothing is, and all that is wrong is told at once.

    \b
    Example:
      lives add letter.txt --title "To a friend" --author "A. Petrova" --year 1937
      lives add sources/*
      lives add arrests.csv --recipe arrests-recipe.toml --kind list
      lives add volume*.dbf --id book-of-memory --title "Book of memory" --recipe book
    """
    told = {name: value for name, value in described.items() if value}
    told |= dict(_pair(field) for field in fields)
    description = describe(told, where="the options")
    with desk.open() as archive, desk.progress() as progress:
        received = receive(
            archive,
            [Offer(path, description, recipe) for path in files],
            by=desk.decider,
            now=desk.now,
            progress=progress,
        )
    desk.answer(received, _lines(received))


def _pair(field: str) -> tuple[str, str]:
    key, equals, value = field.partition("=")
    if not equals:
        raise click.UsageError(f"--field {field!r} is not of the form KEY=TEXT.")
    return key.strip(), value.strip()


def _lines(received: Sequence[Received]) -> Iterator[str]:
    for one in received:
        capture = one.capture
        yield (
            f"{_WORDS[one.receipt]}: {capture.name} ({capture.media}, "
            f"{capture.size} bytes) as {one.source.id}"
        )
        yield f"  sha256 {capture.id}"
        for note in one.notes:
            yield from wrapped(note, first="  note: ")
    untitled = [one.source.id for one in received if not one.source.csl.get("title")]
    if untitled:
        more = " ..." if len(untitled) > _NAMED else ""
        yield from wrapped(
            "Without a title, and cited by a name made from the file's: "
            f"{', '.join(untitled[:_NAMED])}{more}. Add again "
            "with --title, --author, --year, or describe each in a file beside it: "
            "FILE.toml."
        )
    fresh = sum(one.receipt is Receipt.NEW for one in received)
    yield f"{fresh} of {counted(len(received), 'file')} new. Next: 'lives build'."
