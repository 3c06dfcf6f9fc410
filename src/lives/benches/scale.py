"""Lists and prose at two sizes each: time and memory must not grow faster than they do.

    python -m lives.benches.scale                    # 10,000 and 40,000 rows
    python -m lives.benches.scale --prose            # 350,000 and 1,400,000 words
    python -m lives.benches.scale --entries          # 70,000 and 700,000 terse entries
    python -m lives.benches.scale --entries --patterns      # by the list's own patterns

The rows are made up: surnames, given names and patronymics of no one, with the uneven
frequencies that real lists have. The prose is that of the example, or of files that are
named, repeated under changed names so that it has people to tell apart, in books of
50,000 words.
"""

import argparse
import csv
import random
import re
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path

from lives.benches.command import Measured, measure
from lives.benches.lists import lines, take

_STEMS = (
    *("лоб", "круг", "ветр", "сабл", "озер", "тих", "гор", "лес"),
    *("бел", "чёрн", "стар", "нов", "дол", "реч", "мор", "сух"),
)
_MIDDLES = ("", "ан", "ов", "ин", "ом", "ет", "ух", "ил", "ач", "ор")
_ENDINGS = ("ов", "ев", "ин", "ский")
_GIVEN = (
    *("Иван", "Пётр", "Николай", "Алексей", "Григорий"),
    *("Михаил", "Василий", "Степан", "Яков", "Лев"),
)
_PLACES = ("Тула", "Пермь", "Омск", "Барнаул", "Киев", "Минск", "Баку", "Рига")
_WORK = ("инженер", "рабочий", "крестьянин", "учитель", "бухгалтер", "врач")
_RECIPE = """\
[name]
full = "ФИО"

[[statements]]
kind = "birth"
when = "Год рождения"
where = "Место рождения"

[[statements]]
kind = "occupation"
what = "Профессия"

[[statements]]
kind = "arrest"
when = "Арест"

[[statements]]
kind = "charge"
what = "Обвинение"

[[statements]]
kind = "sentence"
when = "Дата приговора"
what = "Приговор"

[[statements]]
kind = "execution"
when = "Расстрел"
"""
_HEADER = (
    "ФИО",
    "Год рождения",
    "Место рождения",
    "Профессия",
    "Арест",
    "Обвинение",
    "Дата приговора",
    "Приговор",
    "Расстрел",
)
_EXAMPLE = Path(__file__).parents[3] / "examples" / "left-opposition" / "sources"
_BOOK = 50_000  # words
_WORD = re.compile(r"\b[A-Z][a-z]{3,}\b")


def rows(number: int, seed: int = 1) -> Iterator[tuple[str, ...]]:
    """Yield rows about people who never were."""
    chance = random.Random(seed)  # noqa: S311  # names, not secrets
    surnames = [
        (stem + middle + ending).capitalize()
        for stem in _STEMS
        for middle in _MIDDLES
        for ending in _ENDINGS
    ]
    chance.shuffle(surnames)
    # The most frequent Russian surname is borne by about one in a hundred.
    weights = [1 / (rank + 10) for rank in range(len(surnames))]
    for surname in chance.choices(surnames, weights, k=number):
        father = chance.choice(_GIVEN)
        name = f"{surname} {chance.choice(_GIVEN)} {father}ович"
        day, month = chance.randint(1, 28), chance.randint(1, 12)
        yield (
            name,
            str(chance.randint(1870, 1915)),
            chance.choice(_PLACES),
            chance.choice(_WORK),
            f"{day:02}.{month:02}.1937",
            chance.choice(("агитация", "вредительство", "")),
            f"{day:02}.{month:02}.1938",
            chance.choice(("расстрел", "10 лет лагерей")),
            chance.choice((f"{day:02}.{month:02}.1938", "")),
        )


def chapters(text: str, words: int, seed: int = 1) -> Iterator[str]:
    """Yield a text again and again, under other names, until there are enough words."""
    chance = random.Random(seed)  # noqa: S311  # names, not secrets
    names = {w for w in _WORD.findall(text) if f" {w.lower()} " not in text}
    size = len(text.split())
    for number in count(1):
        if (number - 1) * size >= words:
            return
        other = {name: _other(name, chance) for name in names}
        yield _WORD.sub(lambda m: other.get(m[0], m[0]), text)  # noqa: B023  # used at once


def _other(name: str, chance: random.Random) -> str:
    # Months, places and offices stay what they are in about half of all chapters.
    return name if chance.random() < 1 / 2 else chance.choice("BDKLMNPRST") + name[1:]


def list_files(number: int, folder: Path) -> list[str]:
    """Write a list of so many rows, and return what `lives add` is to be told."""
    path, recipe = folder / "list.csv", folder / "list-recipe.toml"
    recipe.write_text(_RECIPE, encoding="utf-8")
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        writer.writerows(rows(number))
    return [str(path), "--recipe", str(recipe), "--title", "A list", "--rights", "own"]


def prose_files(text: str, words: int, folder: Path) -> list[str]:
    """Write so many words, a file a book, and return what `lives add` is told."""
    paths: list[str] = []
    book: list[str] = []
    for chapter in chapters(text, words):
        book.append(chapter)
        if sum(len(part.split()) for part in book) >= _BOOK:
            paths.append(_written(folder / f"book-{len(paths) + 1:03}.txt", book))
            book = []
    if book:
        paths.append(_written(folder / f"book-{len(paths) + 1:03}.txt", book))
    return [*paths, "--rights", "own"]


def _written(path: Path, book: list[str]) -> str:
    path.write_text("\n\n".join(book), encoding="utf-8")
    return str(path)


def steps(
    folder: Path, files: Callable[[Path], list[str]]
) -> Iterator[tuple[str, Measured]]:
    """Run all stages on what is written into a folder, and yield what each took."""
    archive = ["--archive", str(folder / "archive")]
    yield "new", measure("new", archive[1])
    yield "add", measure(*archive, "add", *files(folder))
    yield "build", measure(*archive, "build")
    yield "publish", measure(*archive, "publish", str(folder / "memorial"))
    yield "export", measure(*archive, "export", str(folder / "export"))
    yield "verify", measure(*archive, "verify")


def _table(title: str, files: Callable[[Path], list[str]]) -> None:
    print(f"\n{title}\n{'':10}{'seconds':>9}{'cpu s':>9}{'MiB':>7}")
    with tempfile.TemporaryDirectory() as folder:
        total, counts = 0.0, dict[str, int]()
        for step, took in steps(Path(folder), files):
            total += took.seconds
            figures = f"{took.seconds:>9.1f}{took.cpu_seconds:>9.1f}{took.mib:>7}"
            print(f"{step:10}{figures}", flush=True)
            if step == "build":
                counts = took.answer["counts"]
    told = ", ".join(f"{n} {name}" for name, n in counts.items() if n)
    print(f"{'together':10}{total:>9.1f}   ({told})")


def _main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*")
    parser.add_argument("--prose", type=Path, metavar="FILE", nargs="*")
    parser.add_argument("--entries", action="store_true")
    parser.add_argument("--patterns", action="store_true")
    told = parser.parse_args()
    if told.entries:
        for number in told.sizes or (70_000, 700_000):
            with tempfile.TemporaryDirectory() as folder:
                took = take(number, Path(folder), patterns=told.patterns)
            print(*lines(took), sep="\n", flush=True)
        return
    if told.prose is not None:
        paths = told.prose or sorted(_EXAMPLE.glob("*.md"))
        text = "\n\n".join(path.read_text(encoding="utf-8") for path in paths)
        for words in told.sizes or (350_000, 1_400_000):
            _table(f"{words:,} words", partial(prose_files, text, words))
        return
    for number in told.sizes or (10_000, 40_000):
        _table(f"{number:,} rows", partial(list_files, number))


if __name__ == "__main__":
    _main()
