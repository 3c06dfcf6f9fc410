"""What the entry texts of a row tell, as mentions, statements and refusals."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lives.extract.columns.parts import Part, Row, cut
from lives.extract.columns.persons import Persons, mention_apart
from lives.extract.columns.recipe import EntryRule, Recipe
from lives.extract.columns.refusals import Refusals
from lives.extract.entries.entry import Entry, OtherName, Relative, Said
from lives.extract.entries.reader import read_entry
from lives.extract.entries.vocabulary import vocabulary
from lives.extract.extractor import Document
from lives.model.ids import MentionId
from lives.model.mention import Gender, Mention
from lives.model.statement import Role, Statement
from lives.reading.names_listed import in_plain_order

_LONGEST = 8_000  # code points; entries have some hundred, and seldom a thousand
_NAME_AT = {"given": 0, "patronymic": 1, "surname": -1}


@dataclass(frozen=True, slots=True)
class Told:
    """Reads the entry texts of one list.

    Attributes:
        document: The list.
        recipe: Which columns hold entry texts, and in what language.
        refusals: Takes what cannot be read.
        version: Name and version of the reader, for statements.
    """

    document: Document
    recipe: Recipe
    refusals: Refusals
    version: str

    def of(self, row: Row, persons: Persons) -> Iterator[Mention | Statement]:
        """Yield what the entry texts of a row tell; a mention before its statements."""
        for rule in self.recipe.entry_texts:
            part = row.parts.get(rule.column)
            if part is not None and not self._too_long(part, rule, row):
                entry = read_entry(self._text(part), vocabulary(rule.language))
                voice = row.parts.get(rule.voice)
                text = _Text(part, rule, row, voice.value if voice else "")
                yield from self._found(text, entry, persons)

    def _too_long(self, part: Part, rule: EntryRule, row: Row) -> bool:
        if part.end - part.start <= _LONGEST:
            return False
        remedy = "look whether it is several entries, or prose, and ignore the column"
        self.refusals.cell(row, rule.column, part, "is too long for an entry", remedy)
        return True

    def _text(self, part: Part) -> str:
        text = self.document.read.text[part.start : part.end]
        # In a printed register a line ends where the page does; in a cell, where
        # whoever typed it meant it to.
        wrapped = self.recipe.entries is not None and not self.recipe.entries.lines
        return text.replace("\n", " ") if wrapped else text

    def _found(
        self, text: "_Text", entry: Entry, persons: Persons
    ) -> Iterator[Mention | Statement]:
        used = {mention.id for mention in persons.all()}
        for other in entry.names:
            made = self._mention(text, other, _renamed(persons.main, other), used)
            because = f"another {other.part} name in column {text.rule.column!r}"
            yield replace(
                made,
                gender=persons.main.gender,
                antecedent=persons.main.id,
                because=because,
            )
        subjects = []
        for relative in entry.people:
            name = in_plain_order(relative.name, surname_first=True)
            made = self._mention(text, relative, name, used)
            made = replace(
                made,
                gender=relative.gender or made.gender,
                relation=relative.relation,
                of=persons.main.id,
            )
            subjects.append(made)
            yield made
            yield self._kinship(text, made, persons.main)
        for said in entry.said:
            about = persons.main if said.about is None else subjects[said.about]
            yield self._statement(text, said, about)
        for left in entry.unread:
            words = cut(self.document.read.text, text.at(left.start), text.at(left.end))
            self.refusals.cell(
                text.row,
                text.rule.column,
                words,
                "is nothing that the vocabulary of entries knows",
                "divide it off with [[split]], or read it in another column,",
            )

    def _mention(
        self,
        text: "_Text",
        where: OtherName | Relative,
        name: str,
        used: set[MentionId],
    ) -> Mention:
        start, end = text.at(where.start), text.at(where.end)
        place = (self.document.capture, start, end)
        words = self.document.read.text[start:end]
        return mention_apart(place, words, name, Gender.UNKNOWN, used)

    def _kinship(self, text: "_Text", relative: Mention, main: Mention) -> Statement:
        said = Said(
            "kinship",
            relative.start - text.part.start,
            relative.end - text.part.start,
            "relative",
            what=relative.relation,
        )
        made = self._statement(text, said, relative)
        return replace(made, roles=(Role("other", main.id),))

    def _statement(self, text: "_Text", said: Said, about: Mention) -> Statement:
        start, end = text.at(said.start), text.at(said.end)
        quote = self.document.read.text[start:end]
        return Statement(
            id=Statement.key(about.id, said.kind, start, end, quote, self.version),
            subject=about.id,
            kind=said.kind,
            capture=self.document.capture,
            start=start,
            end=end,
            quote=quote,
            reader=self.version,
            because=f"recipe {self.recipe.file}: entry in {text.rule.column!r}, "
            f"{text.rule.language}: {said.because}",
            when=said.when,
            where=said.where,
            what=said.what,
            group=said.group,
            roles=(Role("by", words=said.by),) if said.by else (),
            modality=said.modality,
            voice=said.voice or text.voice,
        )


@dataclass(frozen=True, slots=True)
class _Text:
    """An entry text where it stands."""

    part: Part
    rule: EntryRule
    row: Row
    voice: str

    def at(self, offset: int) -> int:
        """Return where in the text as read a code point of the entry stands."""
        return self.part.start + offset


def _renamed(main: Mention, other: OtherName) -> str:
    """Return the whole name that another part of a name makes.

    Where the name of the person has no such part, it stands by itself.
    """
    if other.part == "full":
        return in_plain_order(other.name, surname_first=True)
    words = main.name.split()
    at = _NAME_AT[other.part]
    if len(words) < 3 - (other.part != "patronymic"):  # three parts
        return other.name
    words[at] = other.name
    return " ".join(words)
