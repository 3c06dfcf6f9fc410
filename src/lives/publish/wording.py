"""Findings in words: one sober sentence each, from templates that are data.

A language is a file, `wording/LANGUAGE.toml`. In a template ``{slot}`` stands for what
is known, and a part in square brackets is left out when its slot is empty. Of several
templates the first whose slots outside brackets are all filled is taken. What is known
and has no slot in it is said behind it: a sentence leaves nothing out.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from lives import packaged
from lives.model.ids import MentionId, PersonId
from lives.model.kinds import kinds
from lives.model.life import Finding, Status
from lives.model.statement import Modality, Statement
from lives.model.when import When
from lives.publish.articles import articled, bare, link, placed
from lives.reading import dates
from lives.reading.places_names import then_and_now

_SLOT = re.compile(r"\{(\w+)\}")
_PART = re.compile(r"\[([^\]]*)\]|([^\[]+)")
_SAME = {"place": "where", "sort": "where", "from_sort": "where", "body": "group"}
_FRAMED = {
    Status.CHARGED: "charged",
    Status.UNVOUCHED: "unvouched",
    Status.DENIED: "denied",
}
AS_SAID = {  # how firmly a finding would stand that had one statement only
    Modality.ASSERTED: Status.SINGLE,
    Modality.CHARGED: Status.CHARGED,
    Modality.HEDGED: Status.UNVOUCHED,
    Modality.REPORTED: Status.UNVOUCHED,
    Modality.NEGATED: Status.DENIED,
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
    return packaged.table("lives.publish", f"wording/{language}.toml")


def accuses(finding: Finding) -> bool:
    """Tell whether a finding is an accusation rather than something that happened."""
    return finding.status is Status.CHARGED or kinds()[finding.kind].content


def doubted(modality: Modality, language: str) -> str:
    """Say that something is not told as a fact; "" where it is."""
    if modality is Modality.ASSERTED:
        return ""
    return str(phrases(language)["status"][AS_SAID[modality].value])


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


def sentence(
    finding: Finding, names: Roles, language: str = "en", quotes: Iterable[str] = ()
) -> str:
    """Say a finding in words, without a full stop.

    Args:
        finding: What is to be said.
        names: Who else is in it, by role, as `roles` gathers them.
        language: BCP 47 tag of a file in `wording/`.
        quotes: The words it rests on: they tell "a party" from "the party".
    """
    said = pieces(finding, names, language, quotes)
    return "".join(piece.words for piece in said)


def pieces(
    finding: Finding, names: Roles, language: str = "en", quotes: Iterable[str] = ()
) -> list[Piece]:
    """Say a finding in words, as runs of which some name a person."""
    book = phrases(language)
    slots = _slots(finding, names, book, tuple(quotes))
    if finding.when:
        phrase = date_phrase(
            finding.when, language, lasting=finding.kind in book["lasting"]
        )
        slots["when"] = [Piece(phrase)]
    none = tells_of_none(finding, language)
    template = _template(finding.kind, slots, book, language)
    if none:
        template = str(book["none"][finding.kind])
    said = list(_filled(_with_rest(template, slots, book), slots))
    frame = "" if none else _frame(finding, book)
    if frame:
        opening = said[0].words
        if template[:1] not in "{[":  # our own word, not the source's
            opening = opening[:1].lower() + opening[1:]
        said[0] = Piece(opening, said[0].person)
        said.insert(0, Piece(frame))
    first = said[0].words
    said[0] = Piece(first[:1].upper() + first[1:], said[0].person)
    return said


def tells_of_none(finding: Finding, language: str = "en") -> bool:
    """Tell whether it is denied only in form: "of no party" is how somebody was."""
    denied = finding.status is Status.DENIED and not finding.group
    return denied and finding.kind in phrases(language)["none"]


def date_phrase(when: When, language: str = "en", *, lasting: bool = False) -> str:
    """Say a date with the preposition it takes: "on 12 March 1937", "in 1937".

    Args:
        when: The date.
        language: BCP 47 tag of a file in `wording/`.
        lasting: Two dates are the two ends of what is told, and not a span of time
            within which it happened.
    """
    book = phrases(language)["date"]
    words = dates.words(when, language)
    first, to, last = words.partition(book["to"])
    if to and words[:1].isdigit() | (
        first.split(" ")[0].casefold() in book["takes_in"]
    ):
        return str(book["lasting" if lasting else "between"].format(first, last))
    for opening, told in book["openings"].items():
        if words.startswith(opening):
            return str(told.format(words))
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
    frame = _FRAMED.get(finding.status, "")
    if finding.kind in book["nouns"] and f"{frame}_noun" in book["frames"]:
        frame = f"{frame}_noun"
    return str(book["frames"].get(frame, ""))


def _slots(
    finding: Finding, names: Roles, book: dict[str, Any], quotes: tuple[str, ...]
) -> dict[str, list[Piece]]:
    article, echo = book["articles"], book["echo"].get(finding.kind, ())
    slots = {
        role: _joined([_bodied(p, article) for p in people], book)
        for role, people in names.items()
        if people
    }
    what = finding.what.strip()
    if what and what.casefold() not in echo:
        slots["what"] = [Piece(_what(what, finding.kind, book))]
    if group := finding.group.strip():
        slots["group"] = [Piece(articled(group, quotes, article))]
        put = link(group, quotes, book["body"]["links"]) or book["body"]["link"]
        foreign = not group[:1].isascii()
        slots["body"] = [
            Piece(f"{book['body']['foreign'] if foreign else f' {put} '}"),
            *slots["group"],
        ]
    place = finding.where.strip()
    if place and bare(place, article).casefold() not in echo:
        slots |= _place(place, quotes, book, _names(place, finding.when, book))
    return slots


def _bodied(piece: Piece, article: Mapping[str, Any]) -> Piece:
    if piece.person or piece.words[:1].islower():
        return piece
    return Piece(articled(piece.words, (), article))


def _what(words: str, kind: str, book: dict[str, Any]) -> str:
    first, _, rest = words.partition(" ")
    if first.istitle() and first.casefold() in book["articles"]["possessive"]:
        return f"{first.lower()} {rest}"
    return articled(words, (), book["articles"]) if kind in book["given"] else words


def _place(
    place: str, quotes: tuple[str, ...], book: dict[str, Any], names: list[Piece]
) -> dict[str, list[Piece]]:
    """Say a place with its preposition and without; a sort of place by itself too."""
    first, _, rest = place.partition(" ")
    if rest and first.casefold() in book["place"]["bare"]:
        inside = first.casefold() in book["place"]["inside"]
        named = rest if inside else place
        return {"where": [Piece(place), *names], "place": [Piece(named), *names]}
    named = placed(place, quotes, book["articles"])
    put = link(place, quotes, book["place"]["links"])
    before, _, after = str(book["place"]["in"] if not put else f"{put} {{}}").partition(
        "{}"
    )
    # Apart from the place, which may be in another language.
    where = [piece for piece in map(Piece, (before, named, after)) if piece.words]
    where += names
    slots = {"where": where, "place": [Piece(named), *names]}
    if place[:1].islower():
        slots |= {"sort": where, "from_sort": [Piece(named), *names]}
    return slots


def _names(place: str, when: When | None, book: dict[str, Any]) -> list[Piece]:
    """Say what a place was called then and is called now, where its words do not."""
    then, now = then_and_now(place, when)
    told = (
        "same" if then == now else "both" if then and now else "was" if then else "is"
    )
    words = book["place"][told].format(then=then, now=now)
    return [Piece(words)] if then or now else []


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
    told = {_SAME.get(slot, slot) for slot in _SLOT.findall(template)}
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
