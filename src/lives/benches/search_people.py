"""Name search among a million people: how fast, how large the index, whom it finds.

`python -m lives.benches.search_people [ROWS]` writes made-up people into an empty
archive and looks for some of them: misspelt, in Latin letters by the traditions that
the index knows and in seven manners of the bench's own, with initials, in another
order, by patronymic and the beginning of the surname. Two peers look for them too:
SQLite's own full-text index of trigrams, and rapidfuzz, which compares with everybody.
Both are given the names in plain Latin letters, which makes them blind to no script.

The right person has to be among the first ten. Where more than ten people bear what a
query tells of the name, one of these has to be.
"""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import apsw

from lives.benches.command import measure
from lives.benches.search_folk import Query, Somebody, people, queries, told
from lives.cli.desk import Desk
from lives.model.ids import CaptureId, SourceId
from lives.model.mention import Mention
from lives.model.passage import Block, TextAsRead
from lives.model.person import Person
from lives.model.source import Capture, Source
from lives.reading.names_filed import name_words
from lives.reading.names_scripts import plain_latin
from lives.study.directory import look_up
from lives.study.filed import Directory

ROWS = 1_000_000
QUERIES = 500
_WARM = 200  # queries that a process has answered before it is measured
FIRST = 10
_PEER_QUERIES = {"trigrams": 100, "rapidfuzz": 24}
_INDEX = (
    *("word", "word_by_beginning", "word_by_end", "sqlite_autoindex_word_1"),
    *(
        "word_key",
        "named",
        "sqlite_autoindex_named_1",
        "named_by_capture",
        "names_filed",
        "label_word",
    ),
)
_MIB = 2**20

Finder = Callable[[str], list[int]]  # from a query to people by number, the best first


@dataclass(frozen=True, slots=True)
class Sought:
    """How one query went.

    Attributes:
        query: What was asked.
        seconds: How long it took.
        found: Whether the right person was among the first ten.
    """

    query: Query
    seconds: float
    found: bool


def hold(desk: Desk, folk: Sequence[Somebody]) -> list[str]:
    """Write a list of people into an empty archive as it is after resolving.

    Returns:
        Their identifiers, in order.
    """
    key = CaptureId(f"{1:064x}")
    text = "\n".join(one.name for one in folk)
    source = Source(SourceId("list"))
    capture = Capture(key, source.id, "list.txt", "text", len(text))
    read = TextAsRead(text, (Block(0, len(text)),), "text/1")
    mentions, start = list[Mention](), 0
    for one in folk:
        end = start + len(one.name)
        of = Mention.key(key, start, end)
        mentions.append(Mention(of, key, start, end, one.name, name=one.name))
        start = end + 1
    persons = [
        Person(Person.key(m.id), m.name, named=True, names=(m.name,), mentions=(m.id,))
        for m in mentions
    ]
    with desk.open() as archive:
        archive.tables.write_source(source)
        archive.tables.write_capture(capture, 2, read)
        archive.tables.replace_extraction(key, "bench/1", "", mentions)
        archive.tables.write_persons(persons)
    return [person.id for person in persons]


class Judge:
    """Tells whether the right person is among those found."""

    def __init__(self, folk: Sequence[Somebody], asked: Sequence[Query]) -> None:
        self._folk = folk
        wanted = {(q.parts, told(folk[q.wanted], q.parts)) for q in asked}
        kinds = {parts for parts, _ in wanted}
        self._bearers = Counter(
            key
            for one in folk
            for parts in kinds
            if (key := (parts, told(one, parts))) in wanted
        )

    def right(self, query: Query, found: Sequence[int]) -> bool:
        """Tell whether who is meant is among the first ten, or one like him or her."""
        of = told(self._folk[query.wanted], query.parts)
        if self._bearers[query.parts, of] <= FIRST:
            return query.wanted in found[:FIRST]
        return any(told(self._folk[n], query.parts) == of for n in found[:FIRST])


def run(find: Finder, asked: Sequence[Query], judge: Judge) -> list[Sought]:
    """Ask everything once, one after the other."""
    went = []
    for query in asked:
        began = time.perf_counter()
        found = find(query.text)
        seconds = time.perf_counter() - began
        went.append(Sought(query, seconds, judge.right(query, found)))
    return went


# --- who finds ----------------------------------------------------------------


def ours(names: Directory, identifiers: Sequence[str]) -> Finder:
    """Find as `lives people` does."""
    number = {key: at for at, key in enumerate(identifiers)}
    return lambda query: [number[hit.person.id] for hit in look_up(names, query)]


def trigrams(folk: Sequence[Somebody], path: Path) -> Finder:
    """Find by SQLite's index of trigrams: any of the query's, ranked by BM25."""
    held = apsw.Connection(str(path))
    held.execute("create virtual table t using fts5(name, tokenize = 'trigram')")
    with held:
        held.executemany("insert into t values (?)", ((_plain(o.name),) for o in folk))

    def find(query: str) -> list[int]:
        plain = _plain(query)
        threes = {plain[i : i + 3] for i in range(len(plain) - 2)}
        match = " OR ".join(f'"{three}"' for three in sorted(threes))
        question = "select rowid from t where t match ? order by rank limit ?"
        return [int(n) - 1 for (n,) in held.execute(question, (match, FIRST))]

    return find


def rapidfuzz(folk: Sequence[Somebody]) -> Finder:
    """Find by comparing with everybody, whatever the order of the words."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # a peer, not needed otherwise

    names = [_plain(one.name) for one in folk]

    def find(query: str) -> list[int]:
        best = process.extract(
            _plain(query), names, scorer=fuzz.token_sort_ratio, limit=FIRST
        )
        return [int(at) for _, _, at in best]

    return find


def _plain(name: str) -> str:
    return " ".join(map(plain_latin, name_words(name)))


# --- what is told -------------------------------------------------------------


def figures(name: str, went: Sequence[Sought]) -> Iterator[str]:
    """Tell how it went in one line."""
    took = sorted(1000 * one.seconds for one in went)
    slow = quantiles(took, n=20)[-1] if len(took) > 1 else took[0]
    found = sum(one.found for one in went) / len(went)
    yield (
        f"  {name:<58}{len(went):4}  {median(took):8.1f} {slow:8.1f} {took[-1]:8.1f}"
        f"  {found:.3f}"
    )


def by_manner(went: Sequence[Sought]) -> Iterator[str]:
    """Tell how it went, manner by manner, and altogether."""
    yield f"  {'':<58}   n    median     95th    worst  first ten"
    for manner in dict.fromkeys(one.query.manner for one in went):
        yield from figures(manner, [o for o in went if o.query.manner == manner])
    yield from figures(
        "all misspelt or transliterated", [o for o in went if o.query.far]
    )
    yield from figures("all", went)


def index_bytes(path: Path) -> tuple[int, int]:
    """Return the bytes of the index of names, and of the whole archive."""
    held = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    sizes = held.execute("select name, sum(pgsize) from dbstat group by name")
    by_name = {name: size for name, size in sizes}  # noqa: C416  # rows, not pairs
    held.close()
    return sum(by_name.get(name, 0) for name in _INDEX), sum(by_name.values())


def filed_anew(desk: Desk, held: Path) -> float:
    """Return how many seconds it takes to file all names, and nothing else."""
    database = apsw.Connection(str(held))
    database.execute("update names_filed set rules = rules - 1")
    database.close()
    with desk.open() as archive:
        began = time.perf_counter()
        archive.tables.names.extent()
        return time.perf_counter() - began


def report(rows: int, folder: Path) -> Iterator[str]:
    """Build, ask, and tell, line by line."""
    folk = list(people(rows))
    asked = list(queries(folk, QUERIES))
    judge = Judge(folk, asked)
    measure("new", str(folder / "archive"))
    desk = Desk(folder / "archive")
    began = time.perf_counter()
    identifiers = hold(desk, folk)
    yield f"{rows:,} people, written and filed in {time.perf_counter() - began:.0f} s"
    held = folder / "archive" / "archive.db"
    index, whole = index_bytes(held)
    yield f"  index {index / _MIB:,.1f} MiB, {index / whole:.1%} of the archive"
    yield f"  filed anew in {filed_anew(desk, held):.0f} s"
    with desk.open() as archive:
        find = ours(archive.tables.names, identifiers)
        before = list(queries(folk, _WARM, seed=5))
        cold = run(find, before[:1], Judge(folk, before))[0].seconds
        yield f"  first query of a process {1000 * cold:.1f} ms"
        run(find, before, Judge(folk, before))
        yield from by_manner(run(find, asked, judge))
    peers: dict[str, Finder] = {
        "trigrams": trigrams(folk, folder / "trigrams.db"),
        "rapidfuzz": rapidfuzz(folk),
    }
    with desk.open() as archive:
        find = ours(archive.tables.names, identifiers)
        run(find, asked[:20], judge)
        for name, peer in peers.items():
            far = [query for query in asked if query.far][: _PEER_QUERIES[name]]
            yield f"  the same {len(far)} misspelt or transliterated"
            yield from figures(name, run(peer, far, judge))
            yield from figures("ours", run(find, far, judge))


def main() -> None:
    """Run it."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with TemporaryDirectory() as folder:
        for line in report(rows, Path(folder)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
