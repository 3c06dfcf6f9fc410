"""Findings in words: one sober sentence each, from templates that are data.

A language is a file, `wording/LANGUAGE.toml`. In a template ``{slot}`` stands for what
is known, and a part in square brackets is left out when its slot is empty. Of several
templates the first whose slots outside brackets are all filled is taken. What is known
and has no slot in it is said behind it: a sentence leaves nothing out.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from lives.model.ids import MentionId, PersonId
from lives.model.kinds import kinds
from lives.model.life import Finding, Status
from lives.model.statement import Statement
from lives.model.when import When
from lives.reading import dates

_SLOT = re.compile(r"\{(\w+)\}")
_PART = re.compile(r"\[([^\]]*)\]|([^\[]+)")
_FRAMED = {
    Status.CHARGED: "charged",
    Status.UNVOUCHED: "unvouched",
    Status.DENIED: "denied",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in a sentence, and the person it names if it names one."""

    words: str
    person: PersonId | None = None


Roles = Mapping[str, Sequence[Piece]]


@cache
def phrases(language: str) -> dict[str, Any]:
    """Return the templates of a language.

    Raises:
        FileNotFoundError: Nobody has written them yet.
    """
    folder = files("lives.publish").joinpath("wording")
    text = folder.joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def roles(
    statements: Iterable[Statement], named: Callable[[MentionId], Piece]
) -> dict[str, list[Piece]]:
    """Gather who else is in some statements, each once, by role.

    Args:
        statements: Those that support one finding.
        named: How to name the person a mention stands for.
    """
    found: dict[str, list[Piece]] = {}
    for statement in statements:
        for role in statement.roles:
            piece = named(role.mention) if role.mention else Piece(role.words)
            told = found.setdefault(role.name, [])
            if piece.words and piece not in told:
                told.append(piece)
    return found


def sentence(finding: Finding, names: Roles, language: str = "en") -> str:
    """Say a finding in words, without a full stop.

    Args:
        finding: What is to be said.
        names: Who else is in it, by role, as `roles` gathers them.
        language: BCP 47 tag of a file in `wording/`.
    """
    return "".join(piece.words for piece in pieces(finding, names, language))


def pieces(finding: Finding, names: Roles, language: str = "en") -> list[Piece]:
    """Say a finding in words, as runs of which some name a person."""
    book = phrases(language)
    slots = _slots(finding, names, book, language)
    template = _with_rest(_template(finding.kind, slots, book, language), slots, book)
    said = list(_filled(template, slots))
    frame = _frame(finding, book)
    if frame:
        opening = said[0].words
        if template[:1] not in "{[":  # our own word, not the source's
            opening = opening[:1].lower() + opening[1:]
        said[0] = Piece(opening, said[0].person)
        said.insert(0, Piece(frame))
    first = said[0].words
    said[0] = Piece(first[:1].upper() + first[1:], said[0].person)
    return said


def date_phrase(when: When, language: str = "en") -> str:
    """Say a date with the preposition it takes: "on 12 March 1937", "in 1937"."""
    book = phrases(language)["date"]
    words = dates.words(when, language)
    if re.fullmatch(r"\d{4}-\d\d-\d\d", when.edtf):
        return str(book["day"].format(words))
    if words[:1].isdigit() or words.casefold().startswith(tuple(book["takes_in"])):
        return str(book["period"].format(words))
    return words


def day_words(day: date, language: str = "en") -> str:
    """Say a day: "2 January 2026"."""
    return dates.words(When(day.isoformat(), day, day), language)


def _frame(finding: Finding, book: dict[str, Any]) -> str:
    # A charge that is "only charged" already says so itself: "Accused of ...".
    if finding.status is Status.CHARGED and kinds()[finding.kind].content:
        return ""
    return str(book["frames"].get(_FRAMED.get(finding.status, ""), ""))


def _slots(
    finding: Finding, names: Roles, book: dict[str, Any], language: str
) -> dict[str, list[Piece]]:
    slots = {role: _joined(people, book) for role, people in names.items() if people}
    for slot in ("what", "group"):
        if words := getattr(finding, slot).strip():
            slots[slot] = [Piece(words)]
    if place := finding.where.strip():
        slots["where"] = _placed(place, book["place"])
        slots["place"] = [Piece(place)]
    if finding.when:
        slots["when"] = [Piece(date_phrase(finding.when, language))]
    return slots


def _placed(place: str, book: dict[str, Any]) -> list[Piece]:
    if place.split(" ", 1)[0].casefold() in book["bare"]:
        return [Piece(place)]
    # Apart from the place, which may be in another language.
    before, _, after = str(book["in"]).partition("{}")
    return [piece for piece in map(Piece, (before, place, after)) if piece.words]


def _joined(people: Sequence[Piece], book: dict[str, Any]) -> list[Piece]:
    told = [people[0]]
    for index, piece in enumerate(people[1:], start=2):
        told.append(Piece(book["list"]["last" if index == len(people) else "comma"]))
        told.append(piece)
    return told


def _template(
    kind: str, slots: Mapping[str, object], book: dict[str, Any], language: str
) -> str:
    found = book["kinds"].get(kind)
    for template in [found] if isinstance(found, str) else found or ():
        if all(slot in slots for slot in _SLOT.findall(_outside(template))):
            return str(template)
    labels = kinds()[kind].labels
    return labels.get(language, labels["en"])


def _with_rest(template: str, slots: Mapping[str, object], book: dict[str, Any]) -> str:
    told = {"where" if s == "place" else s for s in _SLOT.findall(template)}
    rest = (p for slot, p in book["rest"].items() if slot in slots and slot not in told)
    return template + "".join(rest)


def _outside(template: str) -> str:
    return re.sub(r"\[[^\]]*\]", "", template)


def _filled(template: str, slots: Mapping[str, Sequence[Piece]]) -> Iterator[Piece]:
    for optional, plain in _PART.findall(template):
        part = optional or plain
        if optional and not all(slot in slots for slot in _SLOT.findall(optional)):
            continue
        at = 0
        for slot in _SLOT.finditer(part):
            if slot.start() > at:
                yield Piece(part[at : slot.start()])
            yield from slots[slot[1]]
            at = slot.end()
        if at < len(part):
            yield Piece(part[at:])
