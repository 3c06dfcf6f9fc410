"""Citations that repeat an earlier one: "ibid.", "op. cit.", "idem", short titles.

Each is resolved to the citation that names the work in full, by rules that scholars
keep: "ibid." repeats the citation before, "op. cit." the work of the author it names, a
short title the work whose title begins with it. Where a rule leaves two works, or none,
the citation stays unresolved and says why.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from lives import packaged
from lives.model.claim import Citation
from lives.reading.patterns import any_of

_AGAIN: Final = packaged.table("lives.extract.english", "data/citations.toml")[
    "repeats"
]
_SIGNS: Final = {
    sort: re.compile(rf"(?<!\w)(?:{any_of(words)})(?!\w)", re.IGNORECASE)
    for sort, words in _AGAIN.items()
}
_NOTE_NUMBER = re.compile(r"[ \t]*\[?\^?(?P<number>\d{1,3})\]?[.):]?[ \t]")
_TOGETHER = re.compile(r"\s*;\s*")
_WORD = re.compile(r"[^\W_]+")
_FULL: Final = frozenset({"issued", "publisher", "publisher-place", "container-title"})
_AND = re.compile(r"\s*(?:[,&]|\band\b|\bи\b)\s*")
_INITIALS = 2  # letters, at most, of an initial


@dataclass(frozen=True, slots=True)
class _Told:
    """Where a citation stands, and the one that names its work in full, once known."""

    root: Citation | None
    note: int | None  # the number of its note; None in the body
    joined: bool  # it stands in one breath with the one before


@dataclass(slots=True)
class _Met:
    """What is met before a citation, so that none has to look through all of it.

    Attributes:
        last: The citation before; None at the first.
        in_body: The citation before that stands in no note.
        works: Works by what their authors are called by, then by identifier.
    """

    last: _Told | None = None
    in_body: _Told | None = None
    works: dict[str, dict[str, Citation]] = field(default_factory=dict)

    def add(self, told: _Told) -> None:
        """Take in a citation."""
        self.last = told
        self.in_body = told if told.note is None else self.in_body
        if told.root is not None:
            for name in _surnames(told.root.csl.get("author", "")):
                self.works.setdefault(name, {}).setdefault(told.root.id, told.root)

    def works_of(self, author: str) -> tuple[Citation, ...]:
        """Return the works by somebody of this name, each once."""
        found: dict[str, Citation] = {}
        for name in sorted(_surnames(author)):
            found |= self.works.get(name, {})
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to tell the author of a short citation from its title.

    Attributes:
        author: As it may be; "" if none is named.
        title: As it may be; "" if none is named.
        works: The works before by somebody of this name.
    """

    author: str
    title: str
    works: tuple[Citation, ...]

    def begins(self, work: Citation) -> bool:
        """Tell whether the title is that of a work, or the beginning of it."""
        short, full = _title(self.title), _title(work.csl.get("title", ""))
        return bool(short) and full[: len(short)] == short

    def fields(self, one: Citation) -> dict[str, str]:
        """Return the fields of a citation read in this way."""
        told = {"author": self.author, "title": self.title}
        rest = {k: v for k, v in one.csl.items() if k not in told}
        return rest | {key: words for key, words in told.items() if words}


def resolve_again(text: str, citations: Sequence[Citation]) -> list[Citation]:
    """Say of the citations of a text which earlier ones they repeat.

    Args:
        text: The text as read.
        citations: Those in it, in order and not overlapping.

    Returns:
        The same, in the same order, with `refers` and `because` where they repeat one.
    """
    met = _Met()
    found: list[Citation] = []
    for one in citations:
        joined = _is_joined(text, found[-1] if found else None, one)
        here = _Told(None, _note_of(text, one.start), joined)
        resolved, root = _resolved(one, here, met)
        met.add(replace(here, root=root))
        found.append(resolved)
    return found


def _note_of(text: str, start: int) -> int | None:
    """Return the number of the note that a citation stands in; None in the body."""
    match = _NOTE_NUMBER.match(text, text.rfind("\n", 0, start) + 1)
    return int(match["number"]) if match and match.end() <= start else None


def _is_joined(text: str, before: Citation | None, one: Citation) -> bool:
    between = text[before.end : one.start] if before else ""
    return _TOGETHER.fullmatch(between) is not None


def _resolved(
    one: Citation, here: _Told, met: _Met
) -> tuple[Citation, Citation | None]:
    """Return a citation with what it repeats, and the citation that names its work."""
    sort = next((s for s, sign in _SIGNS.items() if sign.search(one.quote)), "")
    if sort == "idem" and {"author", "title"} & one.csl.keys():
        return replace(one, because="idem: the author of the citation before"), one
    if sort in {"ibid", "idem"}:
        root, because = _before(here, met)
        return _with(one, root, f"{sort}: {because}")
    readings = _readings(one, met)
    if sort:
        named = readings[0].author or any(r.works for r in readings)
        root, because = _of_author(readings) if named else _before(here, met)
        return _with(one, root, f"{sort}.: {because}")
    for reading in readings:
        root, because = _short(one, reading)
        if root is not None:
            return _with(replace(one, csl=reading.fields(one)), root, because)
    return one, one


def _with(
    one: Citation, root: Citation | None, because: str
) -> tuple[Citation, Citation | None]:
    return replace(one, refers=root.id if root else "", because=because), root


def _before(here: _Told, met: _Met) -> tuple[Citation | None, str]:
    """Return the work of the citation before: in the note before, or in the body."""
    note = here.note
    before = met.in_body if note is None else met.last
    if before is None or (note is not None and before.note not in {note, note - 1}):
        return None, "no work is read where the citation before should stand"
    same_breath = here.joined or (note is not None and before.note == note)
    if before.joined and not same_breath:
        return None, "the citation before is of more than one work"
    if before.root is None:
        return None, "the citation before is not resolved either"
    return before.root, "the citation before"


def _readings(one: Citation, met: _Met) -> list[_Reading]:
    """Return who may be the author and what the title, the likelier reading first.

    Of "Hill, Long Road" alone nobody can say which is the author; that a work of Hill
    is cited before shows it.
    """
    author, title = one.csl.get("author", ""), one.csl.get("title", "")
    ways = [(author, title), (title, author)] if title else [(author, title)]
    return [_Reading(a, t, met.works_of(a)) for a, t in ways]


def _of_author(readings: Sequence[_Reading]) -> tuple[Citation | None, str]:
    reading = next((r for r in readings if r.works), None)
    if reading is None:
        return None, "no work of this author is cited before"
    works = [w for w in reading.works if not reading.title or reading.begins(w)]
    if len(works) == 1:
        return works[0], "the work of this author cited before"
    return None, "more than one work of this author is cited before"


def _short(one: Citation, reading: _Reading) -> tuple[Citation | None, str]:
    """Resolve author with short title, author with year, or author with page."""
    year = one.csl.get("issued", "")
    if year and not reading.title:
        same = [w for w in reading.works if w.csl.get("issued") == year]
        because = "same author and year"
    elif _FULL & one.csl.keys():
        same, because = [], ""
    elif reading.title:
        same = [w for w in reading.works if reading.begins(w)]
        because = "author and short title"
    else:
        same = list(reading.works) if "page" in one.csl else []
        because = "the one work of this author cited before"
    return (same[0], because) if len(same) == 1 else (None, "")


def _surnames(author: str) -> frozenset[str]:
    """Return what authors are called by: of each the last word that is no initial."""
    names = (_WORD.findall(name) for name in _AND.split(author))
    told = ([w for w in words if len(w) > _INITIALS] for words in names)
    return frozenset(words[-1].casefold() for words in told if words)


def _title(title: str) -> list[str]:
    words = [word.casefold() for word in _WORD.findall(title)]
    return words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words
