"""The vocabulary of register entries in one language: data in `data/LANGUAGE.toml`.

An entry is read by what it says itself: words that open a section ("Arrested:",
"Sentence:"), and pieces between commas that are what they are wherever they stand
("Russian", "no party", "education: primary"). A language is a file; nothing here
knows any.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from lives import packaged
from lives.extract.entries.dates import MARK, Dates, dates_of
from lives.model.mention import Gender
from lives.model.statement import Modality
from lives.reading.patterns import begins_with, tree

_WORD_BREAK = r"(?<![\w-])"
_GROUP = re.compile(r"\(\?P<(\w+)>")
_MACRO = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Section:
    """What a mark opens.

    Attributes:
        name: For reasons: "arrest".
        kind: Of the statement it makes; "" where it makes none.
        forms: Patterns of the whole of what follows, tried in turn.
        through: It goes on to the next mark, over the ends of sentences.
        inside: Its mark is one in the middle of a sentence too.
        place: Pieces after a date are its place, until one is something else.
        free: What nothing else explains after it tells the occupation.
        ignored: It is left aside on purpose.
        alone: Its mark says something with nothing after it.
        within: What it says can be what a sentence was: "Sentence: deported".
        dated: A date that stands before its mark is its own: "1937 - arrested".
        relation: What the person it tells of is to the person of the entry: "wife".
        several: It may tell of several such persons, one after another.
        gender: Of that person.
        modality: How far the register vouches for it.
        each: What parts several places, each of which is a statement.
    """

    name: str
    kind: str = ""
    forms: tuple[re.Pattern[str], ...] = ()
    through: bool = False
    inside: bool = False
    place: bool = False
    free: bool = False
    ignored: bool = False
    alone: bool = False
    within: bool = False
    dated: bool = True
    relation: str = ""
    several: bool = False
    gender: Gender = Gender.UNKNOWN
    modality: Modality = Modality.ASSERTED
    each: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """What a piece between commas is, wherever it stands.

    Attributes:
        name: For reasons: "party".
        kind: Of the statement it makes; "" where it is left aside on purpose.
        form: Pattern of the whole piece.
        modality: How far the register vouches for it.
        fixed: Parts of the statement that the form itself tells.
        head: It is so only where an entry begins.
        alias: It gives another name of the person: "surname", "given", "patronymic"
            or "full", in its group `name`; then it makes no statement.
        place: Pieces of its sort do not end the place before them.
    """

    name: str
    form: re.Pattern[str]
    kind: str = ""
    modality: Modality = Modality.ASSERTED
    fixed: tuple[tuple[str, str], ...] = ()
    head: bool = False
    alias: str = ""
    place: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How entries of one language are read.

    Attributes:
        language: BCP 47 tag.
        dates: Its dates.
        marks: Any mark; the name of the group that fits is ``s`` and the position of
            its section. Where stems are given, only words that begin with one are
            tried.
        sections: What marks open.
        held: For each section, the groups of its own mark and what each holds.
        items: What pieces are, the particular ones first.
        abbreviations: Words after which a full stop ends no sentence.
        voice: Words for who says so, where it is not the register.
        hedge: Words before a mark with which the register doubts what follows.
        doubt: A sign after words with which it doubts them.
        dissent: Brackets in which a register says that others say otherwise.
        preposition: What stands before places and dates and belongs to neither.
        place: How a piece begins that can be a place.
        sure_place: How a piece begins that is a place wherever it stands.
        work: What can be an occupation where one belongs, in its group `what`, and
            where somebody worked, in `group`.
        happened: Words that no occupation has in it: something happened there.
        given: A name by which a relative is told.
    """

    language: str
    dates: Dates
    marks: re.Pattern[str]
    sections: tuple[Section, ...]
    held: tuple[tuple[tuple[str, str], ...], ...]
    items: tuple[Item, ...]
    abbreviations: frozenset[str]
    voice: re.Pattern[str]
    hedge: re.Pattern[str]
    doubt: re.Pattern[str]
    dissent: re.Pattern[str]
    preposition: re.Pattern[str]
    place: re.Pattern[str]
    sure_place: re.Pattern[str]
    work: tuple[re.Pattern[str], ...]
    happened: re.Pattern[str]
    given: re.Pattern[str]


def languages() -> list[str]:
    """List the languages whose entries can be read.

    >>> "ru" in languages()
    True
    """
    folder = files("lives.extract.entries").joinpath("data")
    names = (path.name for path in folder.iterdir())
    return sorted(name[:-5] for name in names if name.endswith(".toml"))


@cache
def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language, one of `languages`."""
    table = packaged.table("lives.extract.entries", f"data/{language}.toml")
    dates = dates_of(table["dates"])
    # Possessive: a date is never divided between two parts of a form.
    macros = {"date": f"(?<!{MARK}){MARK}++", "open": f"[^{MARK}]"}
    for name, words in table["words"].items():
        macros[name] = f"(?:{'|'.join(_filled(word, macros) for word in words)})"
    sections = tuple(_section(n, s, macros) for n, s in table["sections"].items())
    marks = "|".join(
        f"(?P<s{number}>{_own_groups(_filled(opened['open'], macros), number)})"
        for number, opened in enumerate(table["sections"].values())
    )
    begin = begins_with(table.get("stems", [""]))
    dated = f"(?<!{MARK})(?={MARK})"  # a mark may begin with a date
    pattern = re.compile(f"{_WORD_BREAK}(?:{begin}|{dated})(?:{marks})")
    return Vocabulary(
        language=language,
        dates=dates,
        marks=pattern,
        sections=sections,
        held=tuple(_held(pattern, number) for number in range(len(sections))),
        items=tuple(_item(i, macros) for i in table["items"]),
        abbreviations=frozenset(table["abbreviations"]),
        voice=_compiled(table["voice"], macros),
        hedge=_compiled(table["hedge"], macros),
        doubt=_compiled(table["doubt"], macros),
        dissent=_compiled(table["dissent"], macros),
        preposition=_compiled(table["preposition"], macros),
        place=_compiled(table["place"], macros),
        sure_place=_compiled(table.get("sure_place", "(?!)"), macros),
        work=_forms(table["work"], macros),
        happened=_happened(table, macros),
        given=_compiled(table["given"], macros),
    )


def _section(name: str, table: Mapping[str, Any], macros: Mapping[str, str]) -> Section:
    return Section(
        name=name,
        kind=table.get("kind", ""),
        forms=_forms(table.get("forms", ()), macros),
        through=table.get("through", False),
        inside=table.get("inside", False),
        place=table.get("place", False),
        free=table.get("free", False),
        ignored=table.get("ignored", False),
        alone=table.get("alone", False),
        within=table.get("within", False),
        dated=table.get("dated", True),
        relation=table.get("relation", ""),
        several=table.get("several", False),
        gender=Gender(table.get("gender", "")),
        modality=Modality(table.get("modality", "asserted")),
        each=_compiled(table["each"], macros) if "each" in table else None,
    )


def _item(table: Mapping[str, Any], macros: Mapping[str, str]) -> Item:
    fixed = {k: v for k, v in table.items() if k in {"what", "group", "where"}}
    return Item(
        name=table["name"],
        kind=table.get("kind", ""),
        form=_compiled(table["form"], macros),
        modality=Modality(table.get("modality", "asserted")),
        fixed=tuple(fixed.items()),
        head=table.get("head", False),
        alias=table.get("alias", ""),
        place=table.get("place", False),
    )


def _forms(
    patterns: Sequence[str], macros: Mapping[str, str]
) -> tuple[re.Pattern[str], ...]:
    return tuple(_compiled(pattern, macros) for pattern in patterns)


def _compiled(pattern: str, macros: Mapping[str, str]) -> re.Pattern[str]:
    return re.compile(_filled(pattern, macros), re.DOTALL)


def _happened(table: Mapping[str, Any], macros: Mapping[str, str]) -> re.Pattern[str]:
    forms = [_filled(form, macros) for form in table["happened_forms"]]
    stems = rf"\b(?i:{tree(sorted(set(table['happened'])))})"
    return re.compile("|".join((stems, *forms)))


def part_of(group: str) -> str:
    """Return what a named group of a pattern holds: "group2" is one more "group"."""
    return group.rstrip("0123456789")


def _held(marks: re.Pattern[str], number: int) -> tuple[tuple[str, str], ...]:
    own = f"_{number}"
    names = (name for name in marks.groupindex if name.endswith(own))
    return tuple((name, part_of(name.removesuffix(own))) for name in names)


def _own_groups(pattern: str, number: int) -> str:
    """Number the groups of a mark, so that all marks can stand in one pattern.

    >>> _own_groups("(?P<when>x)", 3)
    '(?P<when_3>x)'
    """
    return _GROUP.sub(rf"(?P<\1_{number}>", pattern)


def _filled(pattern: str, macros: Mapping[str, str]) -> str:
    """Put the words of a language where a pattern names them in braces.

    >>> _filled("{day} [0-9]{4}", {"day": "Mon|Tue"})
    'Mon|Tue [0-9]{4}'
    """
    return _MACRO.sub(lambda m: macros[m[1]], pattern)
