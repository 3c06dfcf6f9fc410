"""Recipes: how the columns of one list, or the entries of one register, are read.

A recipe is a TOML file that a person can review without programming; its form is
told in `docs/how-to/recipes.md`. Here is what it means, once it has been checked.
"""

import re
from dataclasses import dataclass, field

from lives.model.mention import Gender
from lives.model.statement import Modality

Lookup = dict[str, str]  # value as written, folded by `folded` -> reading

ALIAS = "alias"  # the key of other names of the person of the row
EMPTY = frozenset({"", "-", "–", "—", "?", "н/д", "н.д.", "нет данных", "n/a"})


def plain(value: str) -> str:
    """Return a value in one line, without outer or doubled space.

    >>> plain(" Ivan\\n  Ivanovich ")
    'Ivan Ivanovich'
    """
    return " ".join(value.split())


def folded(value: str) -> str:
    """Return a value as lookups and conditions compare it: capitals do not matter."""
    return plain(value).casefold()


@dataclass(frozen=True, slots=True)
class Field:
    """Where one part of a statement comes from.

    Attributes:
        columns: Columns or named groups, joined with a comma where several are full.
        constant: The same for every row; then there are no columns.
        lookup: Name of the lookup that turns a value into its reading; "" for none.
        keep: A value that the lookup does not know is read as it stands.
        century: Its first year, 1900, for dates with years of two figures; None where
            years have four.
        form: Into what several columns are put: ``list {list}[, no. {number}]``, what
            stands in square brackets only where its columns are full; "" for a list
            with commas.
    """

    columns: tuple[str, ...] = ()
    constant: str = ""
    lookup: str = ""
    keep: bool = False
    century: int | None = None
    form: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """A column that is taken apart.

    Attributes:
        column: A column, or a group of an earlier split.
        patterns: Tried in turn on the whole value; named groups become columns.
        separator: What stands between pieces of the value, each of which has to
            follow one of the patterns; None where the value is one piece.
    """

    column: str
    patterns: tuple[re.Pattern[str], ...]
    separator: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    """How a terse register in plain text is taken apart.

    Attributes:
        patterns: Tried in turn on each whole entry; named groups become columns.
        skip: What else may stand in the text: headings, page numbers.
        lines: Every line is an entry, rather than every paragraph.
    """

    patterns: tuple[re.Pattern[str], ...]
    skip: tuple[re.Pattern[str], ...] = ()
    lines: bool = False


@dataclass(frozen=True, slots=True)
class EntryRule:
    """A column that holds an entry text, read by the vocabulary of its language.

    Attributes:
        column: Where it stands.
        language: Of the vocabulary.
        voice: Column that names whom the entry quotes; "" for none.
    """

    column: str
    language: str
    voice: str = ""


@dataclass(frozen=True, slots=True)
class Condition:
    """A column that must hold one of some values, folded by `folded`."""

    column: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class NameRule:
    """Which columns name the person of a row.

    Attributes:
        full: The whole name; "" where it is spread over several columns.
        surname: Its column, where it is spread.
        given: Likewise.
        patronymic: Likewise; "" where the list has none.
        maiden: Name at birth, another surname of the same person; "" for none.
        surname_first: In `full`, the surname comes first.
        gender: Column and lookup to ``f`` or ``m``; None where the list has none.
        description: Column that describes a person whom the row does not name.
        aliases_in_brackets: What stands in brackets are other names of the person.
    """

    full: str = ""
    surname: str = ""
    given: str = ""
    patronymic: str = ""
    maiden: str = ""
    surname_first: bool = True
    gender: Field | None = None
    description: str = ""
    aliases_in_brackets: bool = True


@dataclass(frozen=True, slots=True)
class PersonRule:
    """Another human being whom a row tells of.

    Attributes:
        key: What statements call him or her: "wife". It is `ALIAS` for
            other names of the person of the row.
        column: Where he or she stands.
        relation: What he or she is to the person of the row; "" for neither kin nor
            acquaintance.
        named: The column holds a name, rather than words such as "wife arrested".
        surname_first: In that name, the surname comes first.
        lookup: Lookup of names to how they are read: "А. А. Иоффе" for the genitive.
        separator: What stands between several; "" where there is only one.
        times: How many persons the same words mean: 2 for "two daughters".
        gender: Where the relation tells it.
        only: When the rule applies.
    """

    key: str
    column: str
    relation: str = ""
    named: bool = False
    surname_first: bool = True
    lookup: str = ""
    separator: str = ""
    times: int = 1
    gender: Gender = Gender.UNKNOWN
    only: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class RoleRule:
    """Who takes a role in a statement: a person of the row, or words of a column."""

    name: str
    person: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class StatementRule:
    """What is stated of somebody in every row that says it.

    Attributes:
        kind: Key in `kinds.toml`.
        about: Key of a person of the row; "" for the person whose row it is.
        words: Columns whose words are the evidence; empty for all that are read.
        when: The date.
        where: The place.
        what: Office, charge, sentence ...
        group: Organisation or body.
        voice: Who says it, where that is not the list itself.
        modality: How far the list vouches for it.
        modality_by: The same from a column, through a lookup; None for `modality`.
        roles: Other human beings.
        only: When the rule applies.
    """

    kind: str
    about: str = ""
    words: tuple[str, ...] = ()
    when: Field | None = None
    where: Field | None = None
    what: Field | None = None
    group: Field | None = None
    voice: Field | None = None
    modality: Modality = Modality.ASSERTED
    modality_by: Field | None = None
    roles: tuple[RoleRule, ...] = ()
    only: tuple[Condition, ...] = ()

    def fields(self) -> tuple[Field, ...]:
        """Return the fields it reads."""
        found = (self.when, self.where, self.what, self.group, self.voice)
        return tuple(f for f in (*found, self.modality_by) if f is not None)


@dataclass(frozen=True, slots=True)
class Totals:
    """What whoever wrote the recipe has counted: an assertion about each file.

    Attributes:
        rows: Rows or entries that say something; None where nobody counted.
        refused: Refused cells at most; None likewise.
        statements: Sure statements by their kind.
    """

    rows: int | None = None
    refused: int | None = None
    statements: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recipe:
    """A checked recipe.

    Attributes:
        file: Its file name, for messages and reasons.
        name: Which columns name the person.
        aliases: Columns with other names of the same person.
        people: Other human beings in a row.
        statements: What is stated.
        lookups: Readings of values, by the lookup's name.
        splits: Columns taken apart, in order.
        entry_texts: Columns with the telegraphic text of a register.
        entries: For registers in plain text; None for tables.
        header: Row that holds the headings; None for the first of each sheet.
        empty: Values that say nothing, folded by `folded`.
        ignored: Columns that are left aside on purpose.
        optional: Columns that some files of this list lack.
        repeats: A person may have several rows, each a record of its own.
        totals: What there should be.
    """

    file: str
    name: NameRule
    aliases: tuple[PersonRule, ...] = ()
    people: tuple[PersonRule, ...] = ()
    statements: tuple[StatementRule, ...] = ()
    lookups: dict[str, Lookup] = field(default_factory=dict)
    splits: tuple[Split, ...] = ()
    entry_texts: tuple[EntryRule, ...] = ()
    entries: Entries | None = None
    header: int | None = None
    empty: frozenset[str] = EMPTY
    ignored: frozenset[str] = frozenset()
    optional: frozenset[str] = frozenset()
    repeats: bool = False
    totals: Totals = Totals()

    def says_nothing(self, words: str) -> bool:
        """Tell whether a cell is empty, or holds a value that says nothing."""
        return folded(words) in self.empty

    def read_columns(self) -> set[str]:
        """Return every column or group that something is read from."""
        rule = self.name
        named = {rule.full, rule.surname, rule.given, rule.patronymic, rule.maiden}
        found = named | {rule.description} | {s.column for s in self.splits}
        found |= {c for e in self.entry_texts for c in (e.column, e.voice)}
        fields = [f for s in self.statements for f in s.fields()]
        fields += [rule.gender] if rule.gender else []
        found |= {column for f in fields for column in f.columns}
        found |= {person.column for person in (*self.aliases, *self.people)}
        found |= {c for s in self.statements for c in s.words}
        found |= {role.column for s in self.statements for role in s.roles}
        return found - {""}

    def conditions(self) -> dict[str, frozenset[str]]:
        """Return, for each column that conditions ask about, the values they know."""
        known: dict[str, frozenset[str]] = {}
        asked = [c for rule in self.statements for c in rule.only]
        asked += [c for rule in (*self.people, *self.aliases) for c in rule.only]
        for condition in asked:
            held = known.get(condition.column, frozenset())
            known[condition.column] = held | condition.values
        return known

    def groups(self) -> set[str]:
        """Return the names that patterns give to parts."""
        patterns = [p for split in self.splits for p in split.patterns]
        patterns += self.entries.patterns if self.entries else ()
        return {name for pattern in patterns for name in pattern.groupindex}
