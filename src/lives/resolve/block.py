"""Blocking: which profiles are worth comparing at all.

A key only brings two together; it never decides. Surnames are filed by skeleton, so
that spellings and scripts meet, given names by the line of forms they belong to, so
that Vanya meets Ivan. A key too many costs a comparison, a key too few loses a person
for good.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from lives.reading.names import Name, romanise, skeleton, skeletons
from lives.reading.names_given import lines_of
from lives.resolve.known import parsed, patronymic_stem
from lives.resolve.profile import Profile

Key = tuple[str, ...]

# Comparisons one key may cost. Beyond, only profiles that share a patronymic are
# compared, and beyond that only those that share a year of birth as well.
_MOST_PAIRS = 20_000

# Letters of a father's name by which first names are filed.
_STEM = 3

_ONE_LETTER = {"Y": "I", "E": "I", "J": "I", "H": "G"}


@dataclass(slots=True)
class Block:
    """Profiles that share a key.

    Attributes:
        left: Compared with one another and with the right.
        right: Compared with the left only: what an initial may stand for.
    """

    left: list[int] = field(default_factory=list)
    right: list[int] = field(default_factory=list)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs to compare."""
        for i, one in enumerate(self.left):
            for two in self.left[i + 1 :]:
                yield one, two
            for two in self.right:
                yield one, two

    @property
    def cost(self) -> int:
        """Count the pairs."""
        return len(self.left) * (len(self.left) - 1) // 2 + len(self.left) * len(
            self.right
        )


@cache
def _given_lines() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for number, (_, *names) in enumerate(lines_of("given_name_groups.txt")):
        for name in names:
            for form in {name.lower(), romanise(name).lower()}:
                found.setdefault(form, []).append(str(number))
    return found


@cache
def given_keys(given: str) -> tuple[str, ...]:
    """Return the keys of a given name: the lines of forms it stands in.

    >>> set(given_keys("Vanya")) & set(given_keys("Иван")) != set()
    True
    """
    lines = _given_lines().get(given.lower()) or _given_lines().get(
        romanise(given).lower()
    )
    return tuple(lines or [skeleton(given)])


@cache
def surname_keys(surname: str) -> tuple[str, ...]:
    """Return the keys of a surname, whole and in parts.

    >>> set(surname_keys("Lvova-Zarubina")) >= set(surname_keys("Зарубина"))
    True
    """
    words = {surname, *surname.replace("-", " ").split(" ")}
    return tuple(sorted({key for word in words if word for key in skeletons(word)}))


def letter(word: str) -> str:
    """Return the initial of a name as all alphabets would have it."""
    first = romanise(word)[:1].upper()
    return _ONE_LETTER.get(first, first)


def blocks(profiles: Sequence[Profile]) -> dict[Key, Block]:
    """File profiles by position under every key they have."""
    found: dict[Key, Block] = {}
    for position, profile in enumerate(profiles):
        for name in profile.names:
            for key, leads in _keys(parsed(name)):
                block = found.setdefault(key, Block())
                side = block.left if leads else block.right
                if not side or side[-1] != position:
                    side.append(position)
    return found


def _keys(name: Name) -> Iterator[tuple[Key, bool]]:
    """Yield keys, each with whether the profile stands on the left."""
    first = given_keys(name.given[0]) if name.given else ()
    for surname in surname_keys(name.core) if name.core else ():
        if name.given:
            yield from ((("full", surname, given), True) for given in first)
            yield ("initial", surname, letter(name.given[0])), False
        elif name.initials:
            yield ("initial", surname, letter(name.initials[0])), True
    if name.given and name.patronymic:
        stem = patronymic_stem(name.text)[:_STEM]
        yield from ((("first", given, stem), not name.surname) for given in first)


def affordable(block: Block, profiles: Sequence[Profile]) -> tuple[list[Block], str]:
    """Split a block that would cost too much.

    Returns:
        The block, or the parts that can be compared; and a notice of what is left
        out, "" if nothing is.
    """
    if block.cost <= _MOST_PAIRS:
        return [block], ""
    shared = "patronymic"
    parts = _split([block], lambda p: patronymic_stem(p.names[0]), profiles)
    if any(part.cost > _MOST_PAIRS for part in parts):
        shared = "patronymic and year of birth"
        parts = _split(parts, _birth_year, profiles)
    kept = [part for part in parts if part.cost <= _MOST_PAIRS]
    count, example = len(block.left) + len(block.right), profiles[block.left[0]]
    dropped = sum(len(part.left) for part in parts) - sum(len(p.left) for p in kept)
    notice = (
        f"{count} people are called like {example.names[0]}: only those who share a "
        f"{shared} were compared"
    )
    if dropped:
        notice += f", and {dropped} who share even these were not"
    return kept, notice


def _split(
    parts: Iterable[Block],
    feature: Callable[[Profile], str],
    profiles: Sequence[Profile],
) -> list[Block]:
    found: list[Block] = []
    for block in parts:
        split: dict[str, Block] = {}
        for position in block.left:
            key = feature(profiles[position])
            split.setdefault(key, Block()).left.append(position)
        for position in block.right:
            key = feature(profiles[position])
            split.setdefault(key, Block()).right.append(position)
        found.extend(split.values())
    return found


def _birth_year(profile: Profile) -> str:
    births = (when.edtf[:4] for kind, when in profile.dates if kind == "birth")
    return next(births, "")
