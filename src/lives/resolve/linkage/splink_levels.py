"""The tests of levels in SQL, of the two dialects that Splink is asked to write.

They mean what those of `agree` mean: values of one script are compared as written,
others by their Latin spellings; of several dates the nearest two count.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

from lives.model.errors import BadSettings
from lives.resolve.linkage.settings import Test
from lives.resolve.linkage.splink_rows import MOST_DATES, MOST_SPELLINGS, key_column


@dataclass(frozen=True, slots=True)
class Dialect:
    """What the databases call differently; `{}` stands for what is given.

    Attributes:
        slips: The slips between two words.
        like: Their likeness by Jaro and Winkler.
        overlap: Whether two lists have something in common.
        shared: How much they have in common.
    """

    slips: str
    like: str
    overlap: str
    shared: str


DIALECTS: Mapping[str, Dialect] = {
    "duckdb": Dialect(
        slips="damerau_levenshtein({}, {})",
        like="jaro_winkler_similarity({}, {})",
        overlap="list_has_any({}, {})",
        shared="len(list_intersect({}, {}))",
    ),
    "spark": Dialect(
        slips="damerau_levenshtein({}, {})",
        like="jaro_winkler({}, {})",
        overlap="arrays_overlap({}, {})",
        shared="size(array_intersect({}, {}))",
    ),
}


def condition(column: str, test: Test, dialect: Dialect) -> str:
    """Return when a level holds.

    Args:
        column: The column of a comparison, "c0".
        test: What the level tests.
        dialect: Of which database.

    Raises:
        BadSettings: No database can tell that.
    """
    if test.word not in _CONDITIONS:
        raise BadSettings(
            f"the level {test.word!r} is not known to Splink",
            where="settings of a linkage",
            remedy="leave the level out, or link by --engine embedded",
        )
    return _CONDITIONS[test.word](column, test, dialect)


def untold(column: str) -> str:
    """Return when one of two rows tells nothing."""
    return f"{column}_l is null or {column}_r is null"


def _same(column: str, test: Test, dialect: Dialect) -> str:
    if not test.argument:
        return f"{column}_l = {column}_r"
    return dialect.overlap.format(*_two(f"{column}_{key_column(test.argument)}"))


def _two(column: str) -> tuple[str, str]:
    return f"{column}_l", f"{column}_r"


def _spelled(column: str, _: Test, __: Dialect) -> str:
    return f"{column}_head_l = {column}_head_r"


def _slips(column: str, test: Test, dialect: Dialect) -> str:
    def near(one: str, other: str) -> str:
        most = int(test.number)
        slips = dialect.slips.format(one, other)
        return f"{slips} <= {most}" if most else f"{one} = {other}"

    return _in_letters(column, near, MOST_SPELLINGS)


def _like(column: str, test: Test, dialect: Dialect) -> str:
    def near(one: str, other: str) -> str:
        return f"{dialect.like.format(one, other)} >= {test.number}"

    return _in_letters(column, near, 2)


def _in_letters(column: str, near: Callable[[str, str], str], most: int) -> str:
    """Compare values as written, or one by its first so many spellings."""
    ours, theirs = _two(f"{column}_own")
    same = f"{column}_foreign_l = {column}_foreign_r"
    spelled = [
        near(*pair)
        for n in range(1, most)
        for pair in (
            (f"{column}_latin{n}_l", theirs),
            (ours, f"{column}_latin{n}_r"),
        )
    ]
    return f"({same} and {near(ours, theirs)}) or (not ({same}) and ({_any(spelled)}))"


def _any(conditions: list[str]) -> str:
    return " or ".join(f"coalesce({one}, false)" for one in conditions)


def _initial(column: str, _: Test, dialect: Dialect) -> str:
    begins = dialect.overlap.format
    one = begins(f"{column}_forms_l", f"{column}_heads_r")
    other = begins(f"{column}_forms_r", f"{column}_heads_l")
    return f"({column}_lone_l and {one}) or ({column}_lone_r and {other})"


def _shares(column: str, test: Test, dialect: Dialect) -> str:
    return f"{dialect.shared.format(*_two(f'{column}_words'))} >= {int(test.number)}"


def _within(column: str, test: Test, _: Dialect) -> str:
    days = int(test.number)
    near = (
        f"({column}_begins{i}_l - {column}_ends{j}_r <= {days} "
        f"and {column}_begins{j}_r - {column}_ends{i}_l <= {days})"
        for i, j in product(range(MOST_DATES), repeat=2)
    )
    return _any(list(near))


def _day(column: str, _: Test, __: Dialect) -> str:
    return f"{column}_day_l = {column}_day_r"


_CONDITIONS: Mapping[str, Callable[[str, Test, Dialect], str]] = {
    "same": _same,
    "spelled": _spelled,
    "slips": _slips,
    "like": _like,
    "initial": _initial,
    "shares": _shares,
    "agrees": _within,
    "within": _within,
    "day": _day,
}
