"""How well names are found, told apart and matched, beside peers in the same run.

    LIVES_DATA=DATA python -m lives.benches.names [--peers]

Three questions. (1) A name as books write it in seven Latin traditions
(`data/historical_names.csv`, written from what books and encyclopaedias print): is the
Russian name the first found among 100,000 others? The others are put together from the
lists of given names, patronymics and surnames under `DATA/names`, by a seed. (2) Are
different people of one surname told apart, and is one person, written by another
tradition or with initials, not? (3) The persons of `DATA/names/name_bench_cases.csv`.

The first question is asked twice: with given names, and of surnames alone, among as
many that are in the lists or put together from their stems and endings. The peers
(rapidfuzz over unidecode, nomenklatura) are measured where they are installed.
"""

import csv
import os
import random
import re
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from lives import packaged
from lives.benches import names_peers
from lives.reading.names_evidence import likeness, told_apart
from lives.reading.names_filed import slips
from lives.reading.names_traditions import consonant_readings, romanised, traditions
from lives.reading.names_written import Name, parse_name

OTHERS = 100_000
PAIRS = 5_000
SEED = 1936
FEW = 3  # found by the key itself; with fewer, keys with a slip are tried too
SMALL = 500  # others beside which a slow peer is measured
SAMPLE = 60  # names that it is asked for


class Lists(NamedTuple):
    """Given names, patronymics and surnames of one gender."""

    given: list[str]
    patronymics: list[str]
    surnames: list[str]


def lists(folder: Path, mark: str) -> Lists:
    """Read the lists of one gender: "мр" or "жр"."""

    def words(name: str) -> list[str]:
        with (folder / f"{name}.gender.tsv").open(encoding="utf-8-sig") as file:
            rows = csv.DictReader(file, delimiter="\t")
            return [r["lemma"].title() for r in rows if mark in r["gender"].split("-")]

    return Lists(words("firstnames"), words("midnames"), words("surnames"))


def historical() -> list[dict[str, str]]:
    """Return the table of historical names, a row a person."""
    lines = packaged.lines("lives.benches", "data/historical_names.csv")
    return list(csv.DictReader(lines))


def others(
    folder: Path, known: set[str], count: int, chance: random.Random
) -> list[str]:
    """Put together Russian names, none with a known given name and surname."""
    both = [lists(folder, "мр"), lists(folder, "жр")]
    found: dict[str, None] = {}
    while len(found) < count:
        one = both[len(found) % 2]
        given, surname = chance.choice(one.given), chance.choice(one.surnames)
        if f"{given} {surname}" not in known:
            found[f"{given} {chance.choice(one.patronymics)} {surname}"] = None
    return list(found)


_ENDING = re.compile(r"(?:[оеё]ва?|[иы]на?|[сц]к(?:ий|ая|ой)|енко|ук|юк|ич|ман|ко)$")
_ENDINGS = (
    *("ов", "ев", "ин", "ский", "енко", "ук", "ич", "ман", "ко", "ова", "ева", "ина"),
    *("овский", "евич", "чук", "цев", "ян", "ович", "инский", "ёнок", "аев", "унов"),
)


def surnames(
    folder: Path, known: set[str], count: int, chance: random.Random
) -> list[str]:
    """Return surnames of the lists, and others of their stems and endings."""
    listed = dict.fromkeys(
        name for mark in ("мр", "жр") for name in lists(folder, mark).surnames
    )
    stems = {_ENDING.sub("", name) for name in listed}
    ended = sorted(stem for stem in stems if re.search("[бвгдзклмнпрст]$", stem))
    while len(listed) < count + len(known):
        listed[chance.choice(ended) + chance.choice(_ENDINGS)] = None
    # ё is often printed as е: Ткачев is no other name than Ткачёв.
    plain = {name.replace("ё", "е") for name in known}
    return [name for name in listed if name.replace("ё", "е") not in plain][:count]


class Gallery:
    """Names that can be found by a name in any script."""

    def __init__(self, names: Iterable[str]) -> None:
        """File names under the keys of their surnames."""
        self.names = [(text, parse_name(text)) for text in names]
        self.by_key: defaultdict[str, list[int]] = defaultdict(list)
        self.by_slip: defaultdict[str, list[int]] = defaultdict(list)
        for at, (_, name) in enumerate(self.names):
            for key in _keys(name):
                self.by_key[key].append(at)
                for slip in slips(key):
                    self.by_slip[slip].append(at)

    def found(self, name: Name) -> list[tuple[float, str]]:
        """Return what a name may mean, the likeliest first."""
        keys = _keys(name)
        at = {i for key in keys for i in self.by_key[key]}
        if len(at) < FEW:
            near = {slip for key in keys for slip in (key, *slips(key))}
            at |= {i for key in near for i in self.by_slip[key] + self.by_key[key]}
        ranked = [(likeness(name, self.names[i][1]), self.names[i][0]) for i in at]
        return sorted(ranked, reverse=True)


def _keys(name: Name) -> set[str]:
    words = name.core.replace("-", " ").split()
    words = words or [word for word in (*name.given[:1], name.patronymic) if word]
    return {key for word in words for key in consonant_readings(word)}


def credit(ranked: list[tuple[float, str]], wanted: str) -> float:
    """Return 1 where the wanted is first; among equals they share it."""
    if not ranked:
        return 0.0
    best = [text for score, text in ranked if score == ranked[0][0]]
    return 1 / len(best) if wanted in best else 0.0


def retrieval(rows: list[dict[str, str]], gallery: Gallery) -> None:
    """Print top-1 of every tradition."""
    seconds: list[float] = []
    for tradition in list(rows[0])[1:]:
        credits_ = []
        missed = []
        for row in rows:
            began = time.perf_counter()
            ranked = gallery.found(parse_name(row[tradition]))
            seconds.append(time.perf_counter() - began)
            credits_.append(credit(ranked, row["russian"]))
            if credits_[-1] < 1:
                missed.append(row[tradition])
        print(f"  {tradition:10} {statistics.mean(credits_):.4f}  not first: {missed}")
    print(f"  median of a query beside the whole: {statistics.median(seconds):.4f} s")


class Pair(NamedTuple):
    """Two names as written, whether of one person, and what was done."""

    one: str
    two: str
    same: bool
    sort: str


def pairs(folder: Path, count: int, chance: random.Random) -> list[Pair]:
    """Put together pairs: half of one person, half of two of one surname."""
    men, women = lists(folder, "мр"), lists(folder, "жр")
    found = []
    for number in range(count):
        one = (men, women)[number % 2]
        given, father = chance.choice(one.given), chance.choice(one.patronymics)
        surname = chance.choice(one.surnames)
        tradition = chance.choice(traditions())
        text = f"{given} {father} {surname}"
        short = f"{given[0]}. {father[0]}. {surname}"
        again = {
            "another tradition": romanised(text, tradition),
            "initials": short,
            "initials, another tradition": romanised(short, tradition),
            "without patronymic": romanised(f"{surname} {given}", tradition),
        }
        sort = chance.choice(list(again))
        found.append(Pair(text, again[sort], same=True, sort=sort))
        found.append(_strangers((given, father, surname), one, tradition, chance))
    return found


def _strangers(
    told: tuple[str, str, str], one: Lists, tradition: str, chance: random.Random
) -> Pair:
    given, father, surname = told
    text = f"{given} {father} {surname}"
    sort = chance.choice(("given name", "patronymic", "generation"))
    if sort == "generation":
        older = f"{text} ст."
        return Pair(f"{text} мл.", older, same=False, sort=sort)
    if sort == "given name":
        given = chance.choice([n for n in one.given if not _near(n, given)])
    else:
        father = chance.choice([n for n in one.patronymics if not _near(n, father)])
    two = f"{given} {father} {surname}"
    return Pair(text, romanised(two, tradition), same=False, sort=sort)


def _near(one: str, two: str) -> bool:
    """Tell whether two words could be one with a slip: such pairs are left out."""
    return one[:3] == two[:3] or one[1:] == two[1:]


def apart(found: list[Pair]) -> None:
    """Print how many pairs are told apart, by what was done."""
    counts: Counter[tuple[bool, str, bool]] = Counter()
    for pair in found:
        told = told_apart(parse_name(pair.one), parse_name(pair.two))
        counts[pair.same, pair.sort, told] += 1
    for same in (False, True):
        sorts = sorted({sort for which, sort, _ in counts if which == same})
        right = sum(counts[same, sort, not same] for sort in sorts)
        total = right + sum(counts[same, sort, same] for sort in sorts)
        what = "one person, not told apart" if same else "two people, told apart"
        print(f"  {what}: {right / total:.4f} of {total}")
        for sort in sorts:
            good, bad = counts[same, sort, not same], counts[same, sort, same]
            print(f"    {sort}: {good / (good + bad):.4f} of {good + bad}")


Case = tuple[str, str, bool]
Score = Callable[[str, str], float]


def cases(path: Path) -> list[Case]:
    """Return the persons of the third party's cases."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["schema"] == "Person"]
    return [(row["name1"], row["name2"], row["is_match"] == "true") for row in rows]


def matched(score: Score, found: list[Case], cut: float) -> tuple[float, float]:
    """Return accuracy and F1 of calling one person what scores at least so much."""
    told = [(score(one, two) >= cut, same) for one, two, same in found]
    right = sum(said == same for said, same in told)
    both = sum(said and same for said, same in told)
    f1 = 2 * both / max(sum(said for said, _ in told) + sum(s for _, s in told), 1)
    return right / len(told), f1


def best_cut(score: Score, found: list[Case]) -> float:
    """Return the cut at which most cases are right: a favour to who has none."""
    scores = [(score(one, two), same) for one, two, same in found]
    cuts = sorted({value for value, _ in scores})
    return max(cuts, key=lambda cut: sum((v >= cut) == same for v, same in scores))


def ours(one: str, two: str) -> float:
    """Score two names as written."""
    return likeness(parse_name(one), parse_name(two))


def not_apart(one: str, two: str) -> float:
    """Score 1 what is not told apart."""
    return float(not told_apart(parse_name(one), parse_name(two)))


def of_cases(found: list[Case]) -> None:
    """Print accuracy and F1 of the third party's cases, ours and the peers'."""
    print(f"  {len(found)} pairs, {sum(same for *_, same in found)} of one person")
    measured: list[tuple[str, Score, float]] = [
        ("ours, told apart or not", not_apart, 0.5)
    ]
    measured += [("ours, likeness, best cut", ours, best_cut(ours, found))]
    for name, score, cut in names_peers.scores():
        measured.append((name, score, cut or best_cut(score, found)))
    for name, score, cut in measured:
        accuracy, f1 = matched(score, found, cut)
        print(f"  {name}: accuracy {accuracy:.4f}, F1 {f1:.4f} (cut {cut:.3f})")


def main(data: Path, *, peers: bool) -> None:
    """Print all figures."""
    rows, chance = historical(), random.Random(SEED)  # noqa: S311  # no secret
    words = (row["russian"].split() for row in rows)
    known = {f"{name[0]} {name[-1]}" for name in words}
    strangers = others(data / "names", known, OTHERS, chance)
    everybody = [*(row["russian"] for row in rows), *strangers]
    print(f"{len(rows)} names among {OTHERS} others, first found:")
    retrieval(rows, Gallery(everybody))
    alone = [
        {tradition: name.rpartition(" ")[2] for tradition, name in row.items()}
        for row in rows
    ]
    alone = list({row["russian"]: row for row in alone}.values())
    named = [row["russian"] for row in alone]
    every = [*named, *surnames(data / "names", set(named), OTHERS, chance)]
    print(f"{len(alone)} surnames alone among {OTHERS} others, first found:")
    retrieval(alone, Gallery(every))
    print("Told apart:")
    apart(pairs(data / "names", PAIRS, chance))
    print("Cases of a third party:")
    of_cases(cases(data / "names" / "name_bench_cases.csv"))
    if peers:
        print("Peers, first found:")
        names_peers.over_all(rows, everybody)
        print("Peers, surnames alone, first found:")
        names_peers.over_all(alone, every)
        names_peers.one_by_one(
            chance.sample(rows, SAMPLE), everybody[: len(rows) + SMALL]
        )
        print("Peers, surnames alone, first found:")
        names_peers.one_by_one(
            chance.sample(alone, SAMPLE), every[: len(alone) + SMALL]
        )


if __name__ == "__main__":
    main(Path(os.environ["LIVES_DATA"]), peers="--peers" in sys.argv)
