"""Settings of a linkage: what is compared and how, which rows are brought together.

A file of settings is data; its parts are told in docs/how-to/linking.md. Levels and
keys are words with an argument ("slips 2", "begins 3"), so that they read as what they
mean.
"""

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lives.model.errors import BadSettings
from lives.resolve.linkage.keys import KEYS

# How columns are read, and what levels test.
SORTS = frozenset(("name", "text", "date", "words", "sounds", "key"))
LEVELS = frozenset(
    ("same", "spelled", "slips", "like", "initial", "shares", "alike", "agrees",
     "within", "day", "otherwise")
)  # fmt: skip
_OF_LETTERS = frozenset(("spelled", "slips", "like", "initial"))


# Levels and keys that need a number.
_NUMBERED = frozenset(("slips", "like", "shares", "alike", "within"))
_COUNTED = frozenset(("begins", "ends"))


@dataclass(frozen=True, slots=True)
class Test:
    """A word with what it is told: "slips 2", "same consonants".

    Attributes:
        word: What is tested, or which key is made.
        argument: The rest; "" if there is none.
    """

    word: str
    argument: str = ""

    @staticmethod
    def of(told: str) -> "Test":
        """Read the words of a settings file."""
        word, _, argument = told.strip().partition(" ")
        return Test(word, argument.strip())

    @property
    def number(self) -> float:
        """Return the argument as a number; 0 if it is none."""
        try:
            return float(self.argument)
        except ValueError:
            return 0.0


@dataclass(frozen=True, slots=True)
class Level:
    """One degree of agreement; the first that holds is the degree of a pair.

    Attributes:
        test: When it holds.
        because: In words, for people.
        m: Share of this level among pairs of one person: where there is nothing to
            learn from, and as much as `Settings.trust` pairs where there is.
        u: The same among pairs of two people; 0 for: counted.
        bits: What it is worth where that is not to be learned.
    """

    test: Test
    because: str
    m: float = 0.0
    u: float = 0.0
    bits: float | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """How one column is compared.

    Attributes:
        about: What it is about: "surname"; unique.
        column: The column.
        levels: In order; the last is what remains, "differs".
        rarity: Whether what agrees counts the more the rarer it is.
    """

    about: str
    column: str
    levels: tuple[Level, ...]
    rarity: bool = False

    @property
    def levels_m(self) -> tuple[float, ...]:
        """Return the given shares among pairs of one person."""
        return tuple(level.m for level in self.levels)

    @property
    def levels_u(self) -> tuple[float, ...]:
        """Return the given shares among pairs of two people."""
        return tuple(level.u for level in self.levels)

    @property
    def spells(self) -> bool:
        """Tell whether any level looks at letters."""
        return any(level.test.word in _OF_LETTERS for level in self.levels)

    def counts(self, level: Level) -> bool:
        """Tell whether a level counts the more the rarer what agrees is."""
        return self.rarity and level.test.word in {"same", "spelled", "shares", "day"}


@dataclass(frozen=True, slots=True)
class Rule:
    """Which rows are brought together: those that share all keys.

    Attributes:
        keys: Each a column and the key made of its value.
        most: Rows one set of keys may bring together; more are too common to tell.
        learn: The comparisons that can be learned from its pairs; none if empty.
    """

    keys: tuple[tuple[str, Test], ...]
    most: int
    learn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """What a life allows: rows whose dates lie too far apart are never one person.

    Attributes:
        column: A column of dates.
        days: How far sources may differ.
        after: Another column of dates that must not be passed by more than that.
        once: Whether a life has it once.
    """

    column: str
    days: int
    after: str = ""
    once: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """All of one linkage.

    Attributes:
        title: What it is for.
        columns: How the values of each column are read: one of `SORTS`.
        comparisons: In the order in which they are weighed.
        rules: In order.
        between: A column; rows that share its value are never compared. "" for none.
        spans: What a life allows.
        join: Average probability from which two groups of rows are one person.
        trust: Pairs that the given shares `m` are worth.
        others: For a column, how many rows of other values are thought beside those
            of the table: in a list of five people no surname is common.
    """

    title: str
    columns: Mapping[str, str]
    comparisons: tuple[Comparison, ...]
    rules: tuple[Rule, ...]
    between: str = ""
    spans: tuple[Span, ...] = field(default=())
    join: float = 0.35
    trust: float = 10.0
    others: Mapping[str, float] = field(default_factory=dict)


def read_settings(text: str, where: str) -> Settings:
    """Read a file of settings.

    Args:
        text: TOML.
        where: Its name, for errors.

    Raises:
        BadSettings: It is no TOML, or names what is not there.
    """
    try:
        told = tomllib.loads(text)
        return _settings(told)
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        missing = f"{fault} is missing" if isinstance(fault, KeyError) else fault
        raise BadSettings(
            f"these settings of a linkage cannot be read ({missing})",
            where=where,
            remedy="mend what is named; docs/how-to/linking.md tells what may be there",
        ) from fault


def _settings(told: Mapping[str, Any]) -> Settings:
    settings = Settings(
        title=told.get("title", ""),
        columns=dict(told["columns"]),
        comparisons=tuple(_comparison(entry) for entry in told["compare"]),
        rules=tuple(_rule(entry) for entry in told["together"]),
        between=told.get("between", ""),
        spans=tuple(Span(**entry) for entry in told.get("life", ())),
        others={k: float(v) for k, v in told.get("others", {}).items()},
        **{k: float(told[k]) for k in ("join", "trust") if k in told},
    )
    _refuse_unknown(settings)
    return settings


def _refuse_unknown(settings: Settings) -> None:
    """Refuse whatever names a thing that is not there."""
    tests = [level.test for c in settings.comparisons for level in c.levels]
    keys = [key for rule in settings.rules for _, key in rule.keys]
    keys += [Test.of(t.argument) for t in tests if t.word == "same" and t.argument]
    columns = [c.column for c in settings.comparisons]
    columns += [column for rule in settings.rules for column, _ in rule.keys]
    columns += [span.column for span in settings.spans]
    columns += [*settings.others, *([settings.between] if settings.between else [])]
    named: tuple[tuple[str, Iterable[str], Collection[str]], ...] = (
        ("column", columns, settings.columns),
        ("way to read a column", settings.columns.values(), SORTS),
        ("level", (test.word for test in tests), LEVELS),
        ("key", (key.word for key in keys), KEYS),
        (
            "comparison",
            (about for rule in settings.rules for about in rule.learn),
            {c.about for c in settings.comparisons},
        ),
        (
            "column of a life",
            (span.after for span in settings.spans if span.after),
            {span.column for span in settings.spans},
        ),
    )
    _refuse_unnumbered([t for t in tests if t.word in _NUMBERED])
    _refuse_unnumbered([k for k in keys if k.word in _COUNTED])
    _refuse_unnumbered([k for k in keys if k.word == "consonants" and k.argument])
    for what, asked, known in named:
        for name in asked:
            if name not in known:
                told = ", ".join(sorted(known))
                raise ValueError(f"there is no {what} {name!r}; there are {told}")


def _refuse_unnumbered(tests: Iterable[Test]) -> None:
    """Refuse tests and keys that need a number and have none."""
    for test in tests:
        try:
            float(test.argument)
        except ValueError as fault:
            told = f"{test.word} {test.argument}".strip()
            raise ValueError(f"{told!r} needs a number, as {test.word} 2") from fault


def _comparison(told: Mapping[str, Any]) -> Comparison:
    levels = tuple(
        Level(
            Test.of(level["is"]),
            level.get("because", ""),
            level.get("m", 0.0),
            level.get("u", 0.0),
            float(level["bits"]) if "bits" in level else None,
        )
        for level in told["level"]
    )
    if levels[-1].test.word != "otherwise":
        raise ValueError(f"the last level of {told['about']!r} must be 'otherwise'")
    column = told.get("column", told["about"])
    return Comparison(told["about"], column, levels, told.get("rarity", False))


def _rule(told: Mapping[str, Any]) -> Rule:
    keys = []
    for words in told["share"]:
        column, _, key = words.partition(" ")
        keys.append((column, Test.of(key or "same")))
    return Rule(tuple(keys), told.get("most", 1000), tuple(told.get("learn", ())))
