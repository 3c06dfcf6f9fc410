"""Learn what each level of each part of two names is worth, from made-up names.

    python training/likeness.py > src/lives/reading/data/name_weights.toml

Names are put together from the given names that come with Lives, surnames made of them,
and patronymics; each is written again as the same person's might be (another tradition,
an initial, another language's form of the given name, a slip, a woman's form), and set
beside other people: of other surnames with the same key of consonants, of the same
surname with another given name, patronymic or generation. The bits of a level are the
logarithm of how much oftener it is seen of one person than of two (I. P. Fellegi and
A. B. Sunter 1969).
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple

from lives.reading.names_evidence import PARTS, compare
from lives.reading.names_given import groups_of_names
from lives.reading.names_scripts import cyrillic
from lives.reading.names_traditions import consonants, romanised, traditions
from lives.reading.names_written import parse_name

PAIRS = 40_000
SUFFIXES = (
    *("ов", "ев", "ин", "ов", "ов", "ев", "ин", "ский", "ский", "енко", "ук", "ко"),
    *("ян", "швили", "дзе", "ман", "берг", "сон", "ович", "цев", "ьев", "ников"),
)
ONSETS = ("б", "в", "г", "гр", "д", "ж", "з", "к", "кр", "л", "м", "н", "п", "р")
ONSETS += ("с", "ст", "т", "тр", "ф", "х", "ц", "ч", "ш", "щ")
VOWELS = "аоуиеяыю"
SLIP, INITIAL, NO_SECOND, OTHER_FORM, FRIENDS = 0.15, 0.25, 0.45, 0.2, 0.04
WOMAN, DOUBLE, HALF = 0.02, 0.08, 0.2
LETTERS = "abdeiklmnoprstuvz"
SMOOTH = 0.5
chance = random.Random(1917)
Worth = Callable[[float, float], float]


class Person(NamedTuple):
    """Somebody made up: given name, father's, surname, and "мл." or "ст."."""

    given: str
    father: str
    surname: str
    generation: str


def groups(sex: str) -> list[tuple[str, list[str], list[str]]]:
    """Return the groups of given names, "m" or "f": Russian, others, of friends."""
    found = []
    for mark, full, friendly in groups_of_names():
        russian = [name for name in full if cyrillic(name)]
        if mark == sex and russian:
            found.append((russian[0], list(full), list(friendly)))
    return found


WOMEN = {russian for russian, *_ in groups("f")} - {n for n, *_ in groups("m")}


def surname() -> str:
    """Return a surname that is made up."""
    syllables = chance.choice((1, 1, 2))
    stem = "".join(
        chance.choice(ONSETS) + chance.choice(VOWELS) for _ in range(syllables)
    )
    made = stem + chance.choice("бвгдклмнпрст") + chance.choice(SUFFIXES)
    return made.capitalize()


def family() -> str:
    """Return a surname, now and then a double one."""
    return f"{surname()}-{surname()}" if chance.random() < DOUBLE else surname()


def patronymic(father: str) -> str:
    """Return the patronymic that a father's name gives, as a rule."""
    if father.endswith("ий"):
        return father[:-2] + "ьевич"
    if father.endswith(("й", "ь")):
        return father[:-1] + "евич"
    if father.endswith(("а", "я")):
        return father[:-1] + "ич"
    return father + "ович"


def feminine(word: str) -> str:
    """Return a man's surname or patronymic as a woman bears it."""
    if word.endswith("ич"):
        return word[:-2] + "на"
    if word.endswith("ский"):
        return word[:-2] + "ая"
    return word + "а" if word.endswith(("ов", "ев", "ин")) else word


def slipped(word: str) -> str:
    """Return a word with one slip."""
    at = chance.randrange(1, max(len(word), 2))
    letter = chance.choice("абвгдеиклмнопрсту" if cyrillic(word) else LETTERS)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + letter + word[at + 1 :],
            word[: at - 1] + word[at : at + 1] + word[at - 1 : at] + word[at + 1 :],
        )
    )


def blurred(given: str, family: str) -> tuple[str, str]:
    """Return a given name and a surname, now and then with a slip in one."""
    if chance.random() < SLIP:
        return given, slipped(family)
    return (slipped(given) if chance.random() < SLIP / 2 else given), family


def written(one: Person, names: dict[str, tuple[list[str], list[str]]]) -> str:
    """Write a person as some list or book may."""
    given, second, family = one.given, patronymic(one.father), one.surname
    if given in WOMEN:
        second, family = feminine(second), feminine(family)
    latin = chance.random() < 0.7
    tradition = chance.choice(traditions())

    def spelt(word: str) -> str:
        return romanised(word, tradition) if latin and cyrillic(word) else word

    forms, friends = names[given]
    roll = chance.random()
    if roll < FRIENDS and friends:
        given = chance.choice(friends)
    elif roll < FRIENDS + OTHER_FORM and latin:
        given = chance.choice(forms)
    if one.given not in WOMEN and chance.random() < WOMAN:
        family = feminine(family)  # as an index may have it
    given, second, family = spelt(given), spelt(second), spelt(family)
    if "-" in family and chance.random() < HALF:
        family = chance.choice(family.split("-"))
    given, family = blurred(given, family)
    if chance.random() < INITIAL:
        given, second = f"{given[0]}.", f"{second[0]}."
    if chance.random() < NO_SECOND:
        second = ""
    return " ".join(part for part in (given, second, family, one.generation) if part)


def chain(part: str, keys: Iterable[str]) -> list[str]:
    """Return the keys of a part that must fall in worth, from the best."""
    order = [f"{part}: letters"]
    for level in ("romanisation", "slip", "differs"):
        order += [f"{part}: {level} {step}" for step in range(5, -1, -1)]
    return [key for key in order if key in set(keys)]


def falling(
    keys: list[str], same: Counter[str], apart: Counter[str], worth: Worth
) -> dict[str, float]:
    """Return bits that never rise along the keys: neighbours that do are pooled.

    The method is that of pool adjacent violators (M. Ayer and others 1955).
    """
    pools: list[tuple[list[str], float, float]] = []
    for key in keys:
        pools.append(([key], same[key], apart[key]))
        while len(pools) > 1 and worth(*pools[-1][1:]) > worth(*pools[-2][1:]):
            (a, m, u), (b, n, v) = pools.pop(), pools.pop()
            pools.append((b + a, m + n, u + v))
    return {key: worth(m, u) for names, m, u in pools for key in names}


def main() -> None:
    """Print the table of bits."""
    every = [*groups("m"), *groups("f")]
    names = {russian: (forms, friends) for russian, forms, friends in every}
    firsts = [russian for russian, *_ in groups("m")]
    sisters = sorted(WOMEN)
    # A few names are everybody's: the rank decides, after G. K. Zipf.
    weights = [1 / (rank + 1) for rank in range(len(firsts))]
    chance.shuffle(firsts)

    def name() -> str:
        return chance.choices(firsts, weights)[0]

    def generation() -> str:
        return chance.choices(("", "мл.", "ст."), (20, 1, 1))[0]

    people = [
        Person(
            chance.choice(sisters) if number % 3 == 0 else name(),
            name(),
            family(),
            generation(),
        )
        for number in range(PAIRS)
    ]
    by_key: defaultdict[str, list[Person]] = defaultdict(list)
    for person in people:
        by_key[consonants(person.surname)].append(person)
        if "-" in person.surname:  # whoever bears one half is found with the other
            half = chance.choice(person.surname.split("-"))
            by_key[consonants(person.surname)] += [person._replace(surname=half)] * 3
    other: tuple[Callable[[Person], Person], ...] = (
        lambda p: chance.choice(by_key[consonants(p.surname)]),
        lambda p: chance.choice(by_key[consonants(p.surname)]),
        lambda _: chance.choice(people),
        lambda p: p._replace(given=name(), father=name()),
        lambda p: p._replace(
            given=name(), father=name(), surname=chance.choice(p.surname.split("-"))
        ),
        lambda p: p._replace(father=name()),
        lambda p: p._replace(given=chance.choice(sisters)),
    )
    same, apart = Counter[str](), Counter[str]()
    for person in people:
        one = parse_name(written(person, names))
        same.update(e.key for e in compare(one, parse_name(written(person, names))))
        stranger = chance.choice(other)(person)
        if stranger != person:
            two = parse_name(written(stranger, names))
            apart.update(e.key for e in compare(one, two))
    print("# What each level of each part is worth, in bits: training/likeness.py.")
    print("\n[bits]")
    strangers = sum(count for key, count in apart.items() if key.startswith("gender"))

    def worth(one: float, two: float) -> float:
        return math.log2((one + SMOOTH) / (PAIRS + 1) / ((two + SMOOTH) / strangers))

    keys = same.keys() | apart.keys()
    bits = {key: worth(same[key], apart[key]) for key in keys}
    for part in PARTS:
        order = chain(part, keys)
        bits |= falling(order, same, apart, worth)
        best = max(bits[key] for key in order)
        own = {key for key in keys if key.startswith(f"{part}: ")} - {*order}
        bits |= {key: min(bits[key], best) for key in own}
    for key in sorted(keys):
        print(f'"{key}" = {bits[key]:.2f}')


if __name__ == "__main__":
    main()
