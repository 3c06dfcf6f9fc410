"""A recipe in TOML, put together from what columns are taken for."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lives.extract.extractor import Document
from lives.extract.suggest.guess import ENTRY, FULL, NUMBER, Guess, guess
from lives.extract.suggest.profile import Profile, profiled
from lives.extract.suggest.register import drafted_register
from lives.model.kinds import kinds

_NAMING = (FULL, "name.surname")
_SPREAD = ("surname", "given", "patronymic")
_LOOKED_UP = ("sentence.what", "sentence.group", "nationality.what", "origin.what")
_MOST_VALUES = 40  # that somebody fills in
_NOBODY = "decide: nothing here looks like a name; "
_SHOWN = 50  # code points of an example
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Drafted:
    """A column with what it is taken for, and what to say of that."""

    column: Profile
    guess: Guess
    remark: str = ""

    @property
    def reads(self) -> str:
        """Say what the draft reads from it: "birth, when"; "" for nothing."""
        return "" if self.guess.why else self.guess.role.replace(".", ", ")


def drafted(document: Document) -> tuple[str, list[Drafted]]:
    """Draft a recipe.

    Returns:
        Its TOML, which reads the list without a fault, and its columns; none for a
        text.
    """
    if not document.read.is_table:
        return drafted_register(document), []
    columns = _with_name(
        list(_apart([Drafted(p, guess(p)) for p in profiled(document)]))
    )
    by_role = {d.guess.role: d for d in columns if d.guess.role and not d.guess.why}
    lines = [
        f"# Drafted from {_comment(document.name)}. Nothing of this is decided: look",
        "# at every line, and at what stands under 'decide'. 'lives recipe check'",
        "# tries the recipe; docs/how-to/recipes.md explains each key.",
        'about = ""',
        *_ignored(columns),
        "",
        *_name(by_role),
        *_lookups(by_role),
        *_entries(by_role),
        *_statements(by_role),
    ]
    return "\n".join(lines) + "\n", columns


def _apart(columns: Sequence[Drafted]) -> Iterator[Drafted]:
    """Settle which of several columns of one role is read, and who is named."""
    roles = {d.guess.role for d in columns if not d.guess.why}
    spread = "name.surname" in roles
    taken: set[str] = set()
    for one in columns:
        role, why = one.guess.role, one.guess.why
        if not why and role in taken:
            why = "another column tells the same"
        elif not why and role == NUMBER:
            why = "a number: of the row, the page, the file?"
        elif not why and role == FULL and spread:
            why = "names again whom other columns name"
        elif not why and role.startswith("name.") and not spread and role != FULL:
            alone = role.removeprefix("name.") in _SPREAD
            why = "part of a name, and no column has the surname" if alone else why
        if not why:
            taken.add(role)
        yield Drafted(one.column, replace(one.guess, role=role, why=why))


def _with_name(columns: list[Drafted]) -> list[Drafted]:
    """Let some column name people: a recipe has to say which, and the draft asks."""
    if any(not d.guess.why and d.guess.role in _NAMING for d in columns):
        return columns
    fullest = max(columns, key=lambda d: (not d.column.constant, d.column.filled))
    named = Drafted(fullest.column, Guess(FULL), _NOBODY)
    return [named if one is fullest else one for one in columns]


def _ignored(columns: Iterable[Drafted]) -> Iterator[str]:
    left = [d for d in columns if d.guess.why]
    if left:
        yield "ignored = ["
        for one in left:
            yield f"    # decide: {_comment(one.guess.why)}; {_told(one.column)}"
            yield f"    {_quoted(one.column.name)},"
        yield "]"


def _name(by_role: dict[str, Drafted]) -> Iterator[str]:
    full = by_role.get(FULL)
    keys = ("full",) if full else _SPREAD
    yield "[name]"
    for key in (*keys, "maiden", "gender"):
        one = by_role.get(f"name.{key}")
        if one is not None:
            yield f"# {one.remark}{_told(one.column)}"
            yield f"{key} = {_quoted(one.column.name)}"
    yield ""


def _lookups(by_role: dict[str, Drafted]) -> Iterator[str]:
    for role, one in by_role.items():
        if _has_lookup(role, one):
            yield "# decide: what each of these is to be read as"
            yield f"[lookups.{_lookup(role)}]"
            for value in one.column.values:
                yield f"{_quoted(value)} = {_quoted(value)}"
            yield ""


def _entries(by_role: dict[str, Drafted]) -> Iterator[str]:
    one = by_role.get(ENTRY)
    if one is not None:
        yield "[[entry]]"
        yield f"# {_told(one.column)}"
        yield f"column = {_quoted(one.column.name)}"
        yield f"language = {_quoted(one.guess.language)}"
        yield ""


def _statements(by_role: dict[str, Drafted]) -> Iterator[str]:
    for kind in kinds():
        fields = [role for role in by_role if role.startswith(f"{kind}.")]
        if not fields:
            continue
        yield "[[statements]]"
        yield f'kind = "{kind}"'
        for role in fields:
            one = by_role[role]
            yield f"# {_told(one.column)}"
            yield f"{role.partition('.')[2]} = {_source(role, one)}"
        yield ""


def _source(role: str, one: Drafted) -> str:
    name = _quoted(one.column.name)
    if one.guess.century:
        return f"{{ column = {name}, century = {one.guess.century} }}"
    if _has_lookup(role, one):
        return f'{{ column = {name}, lookup = "{_lookup(role)}" }}'
    return name


def _has_lookup(role: str, one: Drafted) -> bool:
    column = one.column
    few = len(column.values) <= _MOST_VALUES and not column.open
    return role in _LOOKED_UP and few and len(column.values) * 3 <= column.filled


def _lookup(role: str) -> str:
    return role.replace(".", "-")


def _told(column: Profile) -> str:
    shown = (
        _comment(v if len(v) <= _SHOWN else f"{v[:_SHOWN]}…") for v in column.examples
    )
    told = " | ".join(shown)
    return f"{column.filled:,} of {column.rows:,} filled: {told}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> str:
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)
