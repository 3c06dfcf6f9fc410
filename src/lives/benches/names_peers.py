"""Peers that compare names, each measured if it is installed: see `benches.names`."""

import statistics
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

Score = Callable[[str, str], float]
_USUAL_CUT = 0.7  # nomenklatura's own


def _module(name: str) -> Any:  # noqa: ANN401  # an optional peer has no types here
    try:
        return import_module(name)
    except ImportError:
        return None


def scores() -> Iterator[tuple[str, Score, float]]:
    """Yield each peer's name, how it scores two names, and its cut or 0."""
    fuzz, plain = _module("rapidfuzz.fuzz"), _module("unidecode")
    if fuzz and plain:
        for name in ("ratio", "token_sort_ratio", "WRatio"):
            yield (
                f"rapidfuzz {name} over unidecode, best cut",
                _fuzzy(fuzz, plain, name),
                0,
            )
    for algorithm in ("logic-v2", "name-based"):
        if score := _matcher(algorithm):
            yield f"nomenklatura {algorithm}", score, _USUAL_CUT


def _fuzzy(fuzz: Any, plain: Any, name: str) -> Score:  # noqa: ANN401
    compare = getattr(fuzz, name)

    def score(one: str, two: str) -> float:
        ours, theirs = plain.unidecode(one).lower(), plain.unidecode(two).lower()
        return float(compare(ours, theirs)) / 100

    return score


def _matcher(algorithm: str) -> Score | None:
    matching, entities = _module("nomenklatura.matching"), _module("followthemoney")
    if not (matching and entities):
        return None
    chosen = matching.get_algorithm(algorithm)
    config = chosen.default_config()

    def entity(name: str) -> Any:  # noqa: ANN401
        made = entities.EntityProxy(entities.model.get("Person"), {"id": name})
        made.add("name", name)
        return made

    kept: dict[str, Any] = {}

    def score(one: str, two: str) -> float:
        for name in (one, two):
            if name not in kept:
                kept[name] = entity(name)
        return float(chosen.compare(kept[one], kept[two], config).score)

    return score


def _shortened(names: list[str]) -> list[str]:
    """Return names without patronymics, as most books in Latin letters give them."""
    return [f"{n.split()[0]} {n.split()[-1]}" for n in names]


def over_all(rows: list[dict[str, str]], everybody: list[str]) -> None:
    """Print top-1 of rapidfuzz over unidecode among everybody, by tradition.

    Each name is offered with its patronymic and without, and the better counts.
    """
    process, plain = _module("rapidfuzz.process"), _module("unidecode")
    fuzz, numpy = _module("rapidfuzz.fuzz"), _module("numpy")
    if not (process and plain and fuzz and numpy):
        print("  rapidfuzz or unidecode is not installed")
        return
    galleries = [
        [plain.unidecode(n).lower() for n in names]
        for names in (everybody, _shortened(everybody))
    ]
    for name in ("ratio", "token_sort_ratio"):
        for tradition in list(rows[0])[1:]:
            asked = [plain.unidecode(row[tradition]).lower() for row in rows]
            right = 0.0
            for start in range(0, len(asked), 20):
                found = [
                    process.cdist(
                        asked[start : start + 20], g, scorer=getattr(fuzz, name)
                    )
                    for g in galleries
                ]
                for at, line in enumerate(numpy.maximum(*found)):
                    best = line == line.max()
                    right += bool(best[start + at]) / best.sum()
            print(f"  rapidfuzz {name} {tradition}: {right / len(rows):.4f}")


def one_by_one(rows: list[dict[str, str]], gallery: list[str]) -> None:
    """Print top-1 of nomenklatura among a few names: it is too slow for all."""
    for algorithm in ("logic-v2", "name-based"):
        score = _matcher(algorithm)
        if score is None:
            print("  nomenklatura is not installed")
            return
        for tradition in list(rows[0])[1:]:
            credits_ = []
            for row in rows:
                values = [score(row[tradition], name) for name in gallery]
                best = [
                    n for n, v in zip(gallery, values, strict=True) if v == max(values)
                ]
                credits_.append((row["russian"] in best) / len(best))
            mean = statistics.mean(credits_)
            what = f"nomenklatura {algorithm} {tradition}, {len(gallery)} names"
            print(f"  {what}: {mean:.4f}")
