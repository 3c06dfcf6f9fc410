"""The extractor of lists and registers: rows in, mentions and statements out.

Rows are read one at a time, so that memory does not grow with the list. What cannot
be read of a row is refused, and handed over with the rest of it. Only faults of the
recipe itself are gathered to the end of the file and then raised together; the caller
writes nothing of a list that has any.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lives.extract.columns.checked import checked
from lives.extract.columns.divide import divided
from lives.extract.columns.faults import Faults
from lives.extract.columns.parts import Part, Row, cut
from lives.extract.columns.persons import Names, Persons
from lives.extract.columns.recipe import Recipe, StatementRule
from lives.extract.columns.refusals import Refusals
from lives.extract.columns.rows import read_rows
from lives.extract.columns.sight import because, cells, rule_of
from lives.extract.columns.told import Told
from lives.extract.columns.totals import differing
from lives.extract.columns.values import NOTHING, Values
from lives.extract.extractor import Document, Extractor, extractors
from lives.extract.sight import Sight
from lives.model.extracted import Extracted
from lives.model.mention import Mention
from lives.model.statement import Role, Statement

VERSION = "columns/2"


def read_columns(document: Document) -> Iterator[Extracted]:
    """Yield what a list says, row by row, and what of it cannot be read.

    Raises:
        BadRecipe: The recipe has a fault, or does not fit the file.
        UnknownColumn: A column is neither read nor ignored.
        Several: More than one of these.
    """
    recipe = checked(document.recipe, document.recipe_name)
    faults = Faults()
    reading = _Reading(document, recipe)
    for row in read_rows(document, recipe, faults, reading.refusals):
        found = reading.row(row)
        if not faults:
            yield from found
    faults.raise_all()


def see_columns(document: Document, said: Statement) -> Sight | None:
    """Look again at the row that a statement stands in; None where none is there."""
    faults = Faults()
    recipe = checked(document.recipe, document.recipe_name)
    reading = _Reading(document, recipe)
    for row in read_rows(document, recipe, faults, reading.refusals):
        if row.start <= said.start < row.end:
            now = reading.row(row)
            return Sight(
                row.start,
                row.end,
                again=any(isinstance(x, Statement) and x.id == said.id for x in now),
                parts=cells(row),
                mentions=tuple(one for one in now if isinstance(one, Mention)),
                rule=rule_of(recipe, document.recipe, said),
            )
    return None


extractors.add("columns")(
    Extractor(VERSION, read_columns, divide=divided, see=see_columns, assess=differing)
)


@dataclass(slots=True)
class _Reading:
    """One list being read by one recipe."""

    document: Document
    recipe: Recipe
    refusals: Refusals = field(init=False)
    values: Values = field(init=False)
    names: Names = field(init=False)
    told: Told = field(init=False)
    only_asked: dict[str, frozenset[str]] = field(init=False)
    rules: list[tuple[StatementRule, frozenset[str], str]] = field(init=False)

    def __post_init__(self) -> None:
        document = self.document
        self.refusals = Refusals(document.capture, self.recipe)
        self.values = Values(self.recipe, self.refusals)
        self.names = Names(self.values, document.capture, document.read.text)
        self.told = Told(document, self.recipe, self.refusals, VERSION)
        read = self.recipe.read_columns()
        self.only_asked = {
            column: known
            for column, known in self.recipe.conditions().items()
            if column not in read
        }

        self.rules = [
            (rule, _asked(rule), because(self.recipe, rule))
            for rule in self.recipe.statements
        ]

    def row(self, row: Row) -> list[Extracted]:
        """Return the mentions and statements of a row, and what of it is refused."""
        self.values.check_conditions(row, self.only_asked)
        persons = None if row.refused else self.names.persons(row)
        if persons is None:
            return [*self.refusals.taken()]
        found: dict[str, Statement] = {}
        for statement in self._statements(row, persons):
            if statement.id in found:
                self._refuse_twice(statement, row)
            found.setdefault(statement.id, statement)
        told: list[Extracted] = []
        for one in self.told.of(row, persons):
            if isinstance(one, Statement):
                found.setdefault(one.id, one)
            else:
                told.append(one)
        return [*persons.all(), *told, *found.values(), *self.refusals.taken()]

    def _statements(self, row: Row, persons: Persons) -> Iterator[Statement]:
        for rule in self.recipe.people:
            for relative in persons.others[rule.key] if rule.relation else ():
                if relative.relation == rule.relation:
                    yield self._kinship(relative, persons.main)
        for statement, asked, why in self.rules:
            if asked and asked.isdisjoint(row.parts):
                continue  # most rows are silent on most rules
            if self.values.holds(statement.only, row):
                about = statement.about
                for subject in persons.others[about] if about else (persons.main,):
                    made = self._statement(statement, why, subject, row, persons)
                    if made is not None:
                        yield made

    def _kinship(self, relative: Mention, main: Mention) -> Statement:
        whose = main.name or main.text
        start, end = relative.start, relative.end
        return Statement(
            id=Statement.key(
                relative.id, "kinship", start, end, relative.text, VERSION
            ),
            subject=relative.id,
            kind="kinship",
            capture=relative.capture,
            start=start,
            end=end,
            quote=relative.text,
            reader=VERSION,
            because=f"recipe {self.recipe.file}: {relative.relation} of {whose}",
            what=relative.relation,
            roles=(Role("other", main.id),),
        )

    def _statement(
        self,
        rule: StatementRule,
        why: str,
        subject: Mention,
        row: Row,
        persons: Persons,
    ) -> Statement | None:
        """Read a statement; None where the row is silent on it, or it is refused.

        Without a date or a place that is refused, the rest of a statement still is as
        true as the list has it; without what was done or how firmly, it is not.
        """
        when, dated = self.values.when(rule.when, row)
        text = self.values.text
        where = text(rule.where, row) if rule.where else NOTHING
        what = text(rule.what, row) if rule.what else NOTHING
        group = text(rule.group, row) if rule.group else NOTHING
        voice = text(rule.voice, row) if rule.voice else NOTHING
        modality = self.values.modality(rule.modality_by, rule.modality, row)
        if what is None or group is None or voice is None or modality is None:
            return None
        dated, where = dated or NOTHING, where or NOTHING
        parts = [part for v in (dated, where, what, group) for part in v.parts]
        if rule.words:
            parts = [row.parts[c] for c in rule.words if c in row.parts]
        if not parts and _asks(rule):
            return None
        start, end = _hull(parts, subject)
        quote = self.document.read.text[start:end]
        return Statement(
            id=Statement.key(subject.id, rule.kind, start, end, quote, VERSION),
            subject=subject.id,
            kind=rule.kind,
            capture=self.document.capture,
            start=start,
            end=end,
            quote=quote,
            reader=VERSION,
            because=why,
            when=when,
            where=where.text,
            what=what.text,
            written=what.written if what.written != what.text else "",
            group=group.text,
            roles=tuple(self._roles(rule, row, persons)),
            modality=modality,
            voice=voice.text,
        )

    def _roles(self, rule: StatementRule, row: Row, persons: Persons) -> Iterator[Role]:
        for role in rule.roles:
            for mention in persons.others.get(role.person, ()):
                yield Role(role.name, mention.id)
            if role.column in row.parts:
                yield Role(role.name, words=row.parts[role.column].value)

    def _refuse_twice(self, statement: Statement, row: Row) -> None:
        words = cut(self.document.read.text, statement.start, statement.end)
        self.refusals.cell(
            row,
            "",
            words,
            f"would be two statements of the kind {statement.kind!r}",
            "tell them apart with 'only', or give each its own 'words',",
        )


def _asked(rule: StatementRule) -> frozenset[str]:
    """Return the columns without which a rule says nothing; none if it always does."""
    if not _asks(rule):
        return frozenset()
    return frozenset((*rule.words, *(c for f in rule.fields() for c in f.columns)))


def _asks(rule: StatementRule) -> bool:
    """Tell whether a rule needs words of the row, or only the row itself."""
    fields = (rule.when, rule.where, rule.what, rule.group)
    return bool(rule.words) or any(f.columns for f in fields if f)


def _hull(parts: list[Part], subject: Mention) -> tuple[int, int]:
    """Return from the first to the last word that was read.

    Every value of a statement must be among the words it opens, so cells that lie
    between are opened with them. A statement that rests on nothing but being listed
    opens the name.
    """
    if not parts:
        return subject.start, subject.end
    spans = [part.opens for part in parts]
    return min(start for start, _ in spans), max(end for _, end in spans)
