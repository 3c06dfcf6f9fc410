"""The human beings of a row: whose row it is, other names, relatives named or not."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lives.extract.columns.naming import (
    gender_of,
    gender_read,
    in_plain_order,
    lowered,
)
from lives.extract.columns.parts import Part, Row, cut
from lives.extract.columns.recipe import ALIAS, PersonRule
from lives.extract.columns.values import Values
from lives.model.ids import CaptureId, MentionId
from lives.model.mention import Gender, Mention, MentionKind


@dataclass(slots=True)
class Persons:
    """The mentions of one row.

    Attributes:
        main: The person whose row it is.
        others: Relatives and further people by the key of their rule.
        aliases: Other names of the main person.
    """

    main: Mention
    others: dict[str, list[Mention]] = field(default_factory=dict)
    aliases: list[Mention] = field(default_factory=list)

    def all(self) -> Iterator[Mention]:
        """Yield the mentions, the main person first."""
        yield self.main
        yield from self.aliases
        for group in self.others.values():
            yield from group


@dataclass(frozen=True, slots=True)
class Names:
    """How the persons of one list are found.

    Attributes:
        values: The list's values and the recipe.
        capture: The list's bytes.
        text: Its text as read.
    """

    values: Values
    capture: CaptureId
    text: str

    def persons(self, row: Row) -> Persons | None:
        """Return the persons of a row; None, and a refusal, where nobody is named."""
        used: set[MentionId] = set()
        main = self._main(row, used)
        if main is None:
            rule = self.values.recipe.name
            remedy = "if another column describes the person, name it as 'description'"
            column = rule.full or rule.surname
            self.values.refusals.row(row, column, "nobody is named", remedy)
            return None
        found = Persons(main)
        maiden = row.parts.get(self.values.recipe.name.maiden)
        if maiden is not None:
            found.aliases.append(self._maiden(maiden, row, main, used))
        for alias in self.values.recipe.aliases:
            found.aliases.extend(self._others(alias, row, main, used))
        for other in self.values.recipe.people:
            group = list(self._others(other, row, main, used))
            found.others.setdefault(other.key, []).extend(group)
        return found

    # --- whose row it is --------------------------------------------------------

    def _main(self, row: Row, used: set[MentionId]) -> Mention | None:
        rule = self.values.recipe.name
        gender = self._gender(row)
        full = row.parts.get(rule.full)
        if full is not None:
            name = in_plain_order(full.value, surname_first=rule.surname_first)
            return self._mention(full.start, full.end, name, gender, used)
        surname = row.parts.get(rule.surname)
        if surname is not None:
            columns = (rule.surname, rule.given, rule.patronymic)
            parts = [row.parts[c] for c in columns if c in row.parts]
            start, end = self._span(parts)
            return self._mention(start, end, self._joined(row, surname), gender, used)
        described = row.parts.get(rule.description)
        if described is not None:
            return self._mention(described.start, described.end, "", gender, used)
        return None

    def _gender(self, row: Row) -> Gender:
        rule = self.values.recipe.name.gender
        value = self.values.text(rule, row)
        if rule is None or value is None or not value.text:
            return Gender.UNKNOWN
        read = gender_read(value.text)
        if read is None and value.parts:
            remedy = (
                'look it up, gender = { column = "…", lookup = "gender" }, as f or m,'
            )
            column = rule.columns[0]
            self.values.refusals.cell(
                row, column, value.parts[0], "is no gender", remedy
            )
        return read or Gender.UNKNOWN

    def _joined(self, row: Row, surname: Part) -> str:
        rule = self.values.recipe.name
        before = [row.parts[c] for c in (rule.given, rule.patronymic) if c in row.parts]
        words = [w for part in (*before, surname) for w in part.value.split()]
        return " ".join(map(lowered, words))

    def _span(self, parts: list[Part]) -> tuple[int, int]:
        """Return the span of a name over columns: all of them if they are adjacent."""
        ordered = sorted(parts, key=lambda part: part.start)
        start, end = ordered[0].start, max(part.end for part in ordered)
        for one, other in pairwise(ordered):
            if any(c.isalnum() for c in self.text[one.end : other.start]):
                return parts[0].start, parts[0].end
        return start, end

    # --- others -----------------------------------------------------------------

    def _maiden(
        self, part: Part, row: Row, main: Mention, used: set[MentionId]
    ) -> Mention:
        rule = self.values.recipe.name
        full = row.parts.get(rule.full)
        if full is not None:
            given = in_plain_order(full.value, surname_first=rule.surname_first)
            name = " ".join((*given.split()[:-1], lowered(part.value)))
        else:
            name = self._joined(row, part)
        because = f"name at birth in column {rule.maiden!r}"
        return self._further(part, name, main, because, used)

    def _others(
        self, rule: PersonRule, row: Row, main: Mention, used: set[MentionId]
    ) -> Iterator[Mention]:
        part = row.parts.get(rule.column)
        if part is None or not self.values.holds(rule.only, row):
            return
        for piece in self._pieces(part, rule.separator):
            name = self._name(piece, rule, row) if rule.named else ""
            if name is None:
                row.parts.pop(rule.column, None)  # nothing else is read from it
            elif rule.key == ALIAS:
                because = f"another name in column {rule.column!r}"
                yield self._further(piece, name, main, because, used)
            else:
                for _ in range(rule.times):
                    yield self._relative(piece, name, rule, main, used)

    def _name(self, piece: Part, rule: PersonRule, row: Row) -> str | None:
        read = self.values.looked_up(rule.column, piece, row, rule.lookup)
        if read is None:
            return None
        one_word = " " not in read
        return in_plain_order(read, surname_first=rule.surname_first and not one_word)

    def _pieces(self, part: Part, separator: str) -> Iterator[Part]:
        if not separator:
            yield part
            return
        start = part.start
        for piece in self.text[part.start : part.end].split(separator):
            found = cut(self.text, start, start + len(piece))
            start += len(piece) + len(separator)
            if found.value:
                yield found

    def _further(
        self, part: Part, name: str, main: Mention, because: str, used: set[MentionId]
    ) -> Mention:
        made = self._mention(part.start, part.end, name, main.gender, used)
        return replace(made, antecedent=main.id, because=because)

    def _relative(
        self,
        part: Part,
        name: str,
        rule: PersonRule,
        main: Mention,
        used: set[MentionId],
    ) -> Mention:
        made = self._mention(part.start, part.end, name, rule.gender, used)
        if not rule.relation:
            return made
        return replace(made, relation=rule.relation, of=main.id)

    def _mention(
        self, start: int, end: int, name: str, gender: Gender, used: set[MentionId]
    ) -> Mention:
        """Make a mention whose identifier no other of this row has."""
        ordinal = 0
        while (key := Mention.key(self.capture, start, end, ordinal)) in used:
            ordinal += 1
        used.add(key)
        kind = MentionKind.NAME if name else MentionKind.NOMINAL
        words, gender = self.text[start:end], gender or gender_of(name)
        return Mention(
            key, self.capture, start, end, words, kind, ordinal, gender, name
        )
