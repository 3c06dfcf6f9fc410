"""The human beings of a row: whose row it is, other names, relatives named or not."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from lives.extract.columns.naming import gender_of, gender_read
from lives.extract.columns.parts import Line, Part, Row, cut
from lives.extract.columns.recipe import ALIAS, PersonRule
from lives.extract.columns.values import Values
from lives.model.ids import CaptureId, MentionId
from lives.model.mention import Gender, Mention, MentionKind
from lives.reading.names_listed import Listed, listed_name, lowered

_LONGEST = 400  # code points of a name


@dataclass(slots=True)
class Persons:
    """The mentions of one row.

    Attributes:
        main: The person whose row it is.
        others: Relatives and further people by the key of their rule.
        aliases: Other names of the main person, and of those others.
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
class _Source:
    """Where a name is written: its words, their column, and the row."""

    line: Line
    column: str
    row: Row


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
        found = self._main(row, used)
        if found is None:
            return None
        maiden = row.parts.get(self.values.recipe.name.maiden)
        if maiden is not None:
            found.aliases.append(self._maiden(maiden, found.main, used))
        for alias in self.values.recipe.aliases:
            self._add(alias, row, found, used)
        for other in self.values.recipe.people:
            self._add(other, row, found, used)
        return found

    # --- whose row it is --------------------------------------------------------

    def _main(self, row: Row, used: set[MentionId]) -> Persons | None:
        rule = self.values.recipe.name
        gender = self._gender(row)
        # Over columns it is put together as it is spoken.
        spread = (rule.given, rule.patronymic, rule.surname)
        columns = (rule.full,) if rule.full else spread
        first = bool(rule.full) and rule.surname_first
        parts = [row.parts[c] for c in columns if c in row.parts]
        if any(self._too_long(row, c, row.parts[c]) for c in columns if c in row.parts):
            return None
        if parts:
            line = Line.joined(self.text, parts)
            listed = listed_name(line.words, surname_first=first)
            found = Persons(
                self._mention(*self._span(parts), listed.name, gender, used)
            )
            if rule.aliases_in_brackets:
                source = _Source(line, rule.full or rule.surname, row)
                found.aliases += self._in_brackets(listed, source, found.main, used)
            return found
        described = row.parts.get(rule.description)
        if described is not None:
            place = (described.start, described.end)
            return Persons(self._mention(*place, "", gender, used))
        remedy = "if another column describes the person, name it as 'description'"
        column = rule.full or rule.surname
        self.values.refusals.row(row, column, "nobody is named", remedy)
        return None

    def _too_long(self, row: Row, column: str, part: Part) -> bool:
        if len(part.value) <= _LONGEST:
            return False
        remedy = f"look whether {column!r} holds names, and correct the columns"
        self.values.refusals.cell(row, column, part, "is too long for a name", remedy)
        return True

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

    def _span(self, parts: list[Part]) -> tuple[int, int]:
        """Return the span of a name over columns: all of them if they are adjacent."""
        ordered = sorted(parts, key=lambda part: part.start)
        start, end = ordered[0].start, max(part.end for part in ordered)
        for one, other in pairwise(ordered):
            if any(c.isalnum() for c in self.text[one.end : other.start]):
                return parts[-1].start, parts[-1].end  # the surname, if there is one
        return start, end

    # --- others -----------------------------------------------------------------

    def _maiden(self, part: Part, main: Mention, used: set[MentionId]) -> Mention:
        rule = self.values.recipe.name
        name = " ".join((*main.name.split()[:-1], lowered(part.value)))
        because = f"name at birth in column {rule.maiden!r}"
        return self._further(part, name, main, because, used)

    def _add(
        self, rule: PersonRule, row: Row, found: Persons, used: set[MentionId]
    ) -> None:
        """Add the persons or further names that one rule tells of."""
        group = found.others.setdefault(rule.key, [])
        part = row.parts.get(rule.column)
        if part is None or not self.values.holds(rule.only, row):
            return
        for piece in self._pieces(part, rule.separator):
            name = self._name(piece, rule, row) if rule.named else Listed("")
            if name is None:
                row.parts.pop(rule.column, None)  # nothing else is read from it
                continue
            if rule.key == ALIAS:
                because = f"another name in column {rule.column!r}"
                made = [self._further(piece, name.name, found.main, because, used)]
                found.aliases += made
            else:
                made = [
                    self._relative(piece, name.name, rule, found.main, used)
                    for _ in range(rule.times)
                ]
                group += made
            line = Line.of(self.text, piece.start, piece.end)
            source = _Source(line, rule.column, row)
            found.aliases += self._in_brackets(name, source, made[0], used)

    def _name(self, piece: Part, rule: PersonRule, row: Row) -> Listed | None:
        read = self.values.looked_up(rule.column, piece, row, rule.lookup)
        if read is None or self._too_long(row, rule.column, piece):
            return None
        first = rule.surname_first and " " in read
        listed = listed_name(read, surname_first=first)
        # What a lookup gives has no places of its own in the text.
        return listed if read == piece.value else Listed(listed.name)

    def _in_brackets(
        self, listed: Listed, source: "_Source", whose: Mention, used: set[MentionId]
    ) -> Iterator[Mention]:
        """Yield the names in brackets; brackets that hold none are refused."""
        because = f"another name in brackets, in column {source.column!r}"
        for other in listed.others:
            part = cut(self.text, *source.line.span(other.start, other.end))
            yield self._further(part, other.name, whose, because, used)
        for start, end in listed.unread:
            part = cut(self.text, *source.line.span(start, end))
            remedy = 'if no names stand in brackets, write brackets = "ignored" there'
            self.values.refusals.cell(
                source.row, source.column, part, "is no name", remedy
            )

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
        words, gender = self.text[start:end], gender or gender_of(name)
        place = (self.capture, start, end)
        return mention_apart(place, words, name, gender, used)


def mention_apart(
    place: tuple[CaptureId, int, int],
    words: str,
    name: str,
    gender: Gender,
    used: set[MentionId],
) -> Mention:
    """Make a mention whose identifier no other of its row has.

    Args:
        place: Capture, first code point, and one past the last.
        words: What stands there.
        name: The name as listed; empty for somebody who is only described.
        gender: As far as it is known.
        used: Identifiers of the row's mentions so far; the new one is added.
    """
    ordinal = 0
    while (key := Mention.key(*place, ordinal)) in used:
        ordinal += 1
    used.add(key)
    kind = MentionKind.NAME if name else MentionKind.NOMINAL
    return Mention(key, *place, words, kind, ordinal, gender, name)
