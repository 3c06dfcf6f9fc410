"""A long list of terse entries: taken in, read, stored, and searched by name.

Who is who is not asked here, so that what a long list costs by itself is seen.
"""

import csv
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

from lives.benches.command import measure
from lives.benches.entries import HEADER, entries
from lives.benches.search_people import filed_anew
from lives.benches.watch import watched
from lives.cli.desk import Desk
from lives.cli.main import patient
from lives.extract.run import run
from lives.reading.names_scripts import romanise
from lives.study.directory import look_up

_NAMES = """\
ignored = ["street"]

[name]
full = "name"
"""
_ENTRY = """
[[entry]]
column = "bio"
language = "ru"
"""
_PATTERNS = r"""
[[split]]
column = "bio"
separator = '\s+(?=Адрес:|Арест|Пригов|Рас+трел|Реаб|Место )'
patterns = [
  'род\. (?P<born>(?:около )?\d{4})(?: \(.*?\))?(?:, (?P<place>[^,]+ губ\., [^,]+ у\., с\. [^,]+|г\. [^,]+))?, (?P<nation>русск\w+|евре\w+|пол\w+|латыш\w*|нем\w+|украин\w+)(?:, (?P<party>б/п|член [^,]+))?(?:, обр\. (?P<school>[^,]+))?, (?P<work>[^:]+): (?P<post>.+)\.',
  'Адрес: (?P<home>.+)\.',
  'Арестована? (?P<arrested>[\d.]+)\.',
  'Приговорена? (?P<tried>\d[\d.]+) (?P<court>.+): (?P<sentence>.+)\.',
  'Рас+треляна? (?P<shot>[\d.]+)\.',
  'Реабилитирована? (?P<cleared>[\d.]+)\.',
  'Место захоронения: (?P<grave>.+)\.',
]
"""  # noqa: E501  # one pattern, one line
_STATEMENTS = (  # kind, field, column and so on
    ("birth", "when", "born", "where", "place"),
    ("nationality", "what", "nation"),
    ("membership", "group", "party"),
    ("education", "what", "school"),
    ("occupation", "what", "post", "group", "work"),
    ("residence", "where", "home"),
    ("arrest", "when", "arrested"),
    ("sentence", "when", "tried", "what", "sentence", "group", "court"),
    ("execution", "when", "shot"),
    ("rehabilitation", "when", "cleared"),
    ("burial", "where", "grave"),
)
_LIVES = (sys.executable, "-c", "from lives.cli.main import main; main()")
_READ = (
    *(sys.executable, "-c"),
    "import sys; from lives.benches.lists import read; read(sys.argv[1])",
)
_QUERIES = 200
_MIB = 2**20


@dataclass(frozen=True, slots=True)
class Took:
    """What a list took.

    Attributes:
        rows: How many it has.
        add: Seconds until it was taken in.
        extract: Seconds until it was read and stored.
        names: Seconds of it to file the names for the search, measured by itself.
        cpu: Of the processor, for both, all processes together.
        mib: Most memory that all processes together held at once, in MiB; what they
            share counts once.
        listed: Bytes of the list.
        stored: Bytes of the archive, the list's own among them.
        statements: How many were read.
        searches: Seconds of every search, in order.
    """

    rows: int
    add: float
    extract: float
    names: float
    cpu: float
    mib: int
    listed: int
    stored: int
    statements: int
    searches: tuple[float, ...]


def recipe(*, patterns: bool = False) -> str:
    """Return the recipe by which the entries are read.

    Args:
        patterns: Not by what register entries say in general, but by the patterns of
            this very list, each clause as a column.
    """
    if not patterns:
        return _NAMES + _ENTRY
    rules = [
        "\n".join(
            ["\n[[statements]]", f'kind = "{kind}"']
            + [f'{told[i]} = "{told[i + 1]}"' for i in range(0, len(told), 2)]
        )
        for kind, *told in _STATEMENTS
    ]
    return "\n".join([_NAMES, _PATTERNS, *rules, ""])


def queries(number: int, among: int, seed: int = 2) -> Iterator[str]:
    """Yield what people may type who look for somebody among so many entries.

    A name as written, in Latin letters, with a letter left out, or the surname and an
    initial.

    >>> list(queries(4, 100))[1].isascii()
    True
    """
    chance = random.Random(seed)  # noqa: S311  # names, not secrets
    wanted = sorted(chance.sample(range(among), number))
    rows = entries(wanted[-1] + 1)
    at = 0
    for turn, row in enumerate(wanted):
        name = next(islice(rows, row - at, None))[0].split("(")[0]
        at = row + 1
        surname, *given = name.split()
        if turn % 4 == 0:
            yield name
        elif turn % 4 == 1:
            yield romanise(name)
        elif turn % 4 == 2:  # noqa: PLR2004  # the third of four manners
            cut = chance.randrange(1, len(surname))
            yield " ".join((surname[:cut] + surname[cut + 1 :], *given[:1]))
        else:
            yield f"{surname} {given[0][0]}."


def take(rows: int, folder: Path, *, patterns: bool = False) -> Took:
    """Take in, read, store and search a list of so many rows in an empty folder."""
    path, archive = folder / "list.csv", folder / "archive"
    (folder / "entries.toml").write_text(recipe(patterns=patterns), encoding="utf-8")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(entries(rows))
    measure("new", str(archive))
    told = ["--recipe", str(folder / "entries.toml"), "--rights", "own"]
    add = watched([*_LIVES, "--archive", str(archive), "add", str(path), *told])
    extract = watched([*_READ, str(archive)])
    with Desk(archive).open() as opened:
        names, found = opened.tables.names, list[float]()
        for query in queries(_QUERIES, rows):
            began = time.perf_counter()
            look_up(names, query)
            found.append(time.perf_counter() - began)
        statements = opened.tables.counts().statements
    names_alone = filed_anew(Desk(archive), archive / "archive.db")
    return Took(
        rows,
        add.seconds,
        extract.seconds,
        names_alone,
        add.cpu_seconds + extract.cpu_seconds,
        max(add.mib, extract.mib),
        path.stat().st_size,
        sum(one.stat().st_size for one in archive.rglob("*") if one.is_file()),
        statements,
        tuple(found),
    )


def lines(took: Took) -> Iterator[str]:
    """Tell what a list took, line by line."""
    seconds = took.add + took.extract
    slow = quantiles(took.searches, n=20)[-1]
    yield f"{took.rows:,} rows, {took.statements:,} statements"
    yield f"  add        {took.add:8.1f} s"
    yield f"  extract    {took.extract:8.1f} s"
    yield f"  names      {took.names:8.1f} s of it, filing them for the search"
    yield f"  together   {seconds:8.1f} s   {took.rows / seconds:,.0f} rows a second"
    yield f"  processor  {took.cpu:8.1f} s"
    yield f"  memory     {took.mib:8,} MiB, all processes together"
    yield f"  on disk    {took.stored / _MIB:8,.0f} MiB"
    yield f"  the list   {took.listed / _MIB:8,.0f} MiB of it"
    yield f"  search     {1000 * median(took.searches):8.1f} ms, the median"
    yield f"             {1000 * slow:8.1f} ms, the 95th of 100"


def read(archive: str) -> None:
    """Read and store what was added, and nothing after that."""
    patient()
    with Desk(Path(archive)).open() as opened:
        run(opened, by="bench", now=datetime.now(UTC))
