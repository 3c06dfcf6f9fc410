"""Who is meant by a name within a document: short names after full ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from lives.extract.english.kin import names_kin
from lives.extract.english.mentions import Placed
from lives.extract.english.prose import Prose
from lives.model.ids import MentionId
from lives.model.mention import Gender
from lives.reading.names import (
    Grade,
    Name,
    compatible,
    is_given_name,
    parse_name,
    skeleton,
)

_NEARBY = 40  # sentences within which another bearer of a name makes it ambiguous
_CHOICES = 40  # the latest bearers of a word that are compared with a name
_PARAGRAPHS = 1  # over which a given name alone is carried from a name in full
_FAR = 400  # sentences beyond which a given name alone is not carried over


@dataclass(slots=True)
class Entity:
    """Someone the document names, as far as it has been read.

    Attributes:
        head: The first mention.
        names: Every name read for him or her, fullest first.
        gender: As names, titles and pronouns show it.
        last: Sentence of the latest mention.
        count: Mentions so far.
        called: What someone without a name is called: "wife of X".
        bare: The surname alone has stood for him or her.
        through: First named as someone's wife, father, son.
        first: Given names that have stood for him or her alone.
        paragraph: Where a name in full, or the only name, last stood.
        heads: The name is a heading, or stands alone.
        owner: Whose wife or son someone without a name is.
    """

    head: MentionId
    names: list[Name]
    gender: Gender
    last: int
    count: int = 1
    called: str = ""
    bare: bool = False
    through: bool = False
    first: set[str] = field(default_factory=set)
    paragraph: int = -_PARAGRAPHS - 1
    heads: bool = False
    owner: MentionId | None = None

    @property
    def fullest(self) -> Name:
        """Return the name that says most."""
        return self.names[0]

    @property
    def named(self) -> bool:
        """Tell whether any name is known."""
        return bool(self.fullest.text)

    @property
    def label(self) -> str:
        """Return the fullest name, or what someone unnamed is called."""
        return self.fullest.plain or self.called

    def through_other(self, name: Name) -> bool:
        """Tell whether only a second surname is shared: her brother, not herself."""
        mine = self.fullest
        same = not mine.surname or skeleton(mine.core) == skeleton(name.core)
        given = {skeleton(word) for word in (*mine.given, *mine.aliases, mine.core)}
        own = _given_words(name) & given
        return not same and bool(mine.given) and not own

    def take(self, name: Name, place: "Place", gender: Gender) -> None:
        """Add a mention."""
        self.last, self.count = place.sentence, self.count + 1
        self.gender = self.gender or gender
        self.note(name, place)
        self.bare = self.bare or _is_bare(name)
        if name not in self.names:
            self.names.append(name)
            self.names.sort(key=_fullness, reverse=True)

    def note(self, name: Name, place: "Place") -> None:
        """Keep where a name stood, and which given name stood alone."""
        if not name.surname:
            self.first |= _given_words(name)
        if not name.surname or name.given or name.initials:
            self.paragraph = place.block
        self.heads = self.heads or place.heads


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands.

    Attributes:
        sentence: Position of its sentence.
        block: Position of its paragraph.
        heads: It is a heading, or stands alone.
        kin: "His wife" stands before it.
    """

    sentence: int
    block: int
    heads: bool = False
    kin: bool = False


def _is_bare(name: Name) -> bool:
    return bool(name.surname) and not (name.given or name.initials)


def _fullness(name: Name) -> tuple[bool, bool, int]:
    plain_order = bool(name.given) and is_given_name(name.given[0])
    return bool(name.surname), plain_order, len(name.plain.split())


_Filed = dict[str, dict[MentionId, Entity]]


@dataclass(slots=True)
class Cast:
    """Everyone named so far, found by any word of a name.

    Attributes:
        by_head: Entities by their first mention.
        by_surname: By the skeleton of any word of a surname; the latest named last.
        by_given: By the skeleton of a given name.
        without: The same, of those whose surname is not known.
    """

    by_head: dict[MentionId, Entity] = field(default_factory=dict)
    by_surname: _Filed = field(default_factory=dict)
    by_given: _Filed = field(default_factory=dict)
    without: _Filed = field(default_factory=dict)

    def add(self, entity: Entity, name: Name) -> None:
        """Enter someone, or a further name of someone, as the latest named."""
        self.by_head[entity.head] = entity
        for word in _surname_words(name):
            _file(self.by_surname, word, entity)
        for word in _given_words(name):
            _file(self.by_given, word, entity)
            if not entity.fullest.surname:
                _file(self.without, word, entity)

    def known(self, name: Name) -> list[Entity]:
        """Return those who may bear a name, the latest named first."""
        found: dict[MentionId, Entity] = {}
        for word in _surname_words(name):
            found.update(_latest(self.by_surname, word))
        for word in _given_words(name):
            if not name.surname:  # a given name alone may also be a surname
                found.update(_latest(self.by_given, word))
                found.update(_latest(self.by_surname, word))
            else:
                found.update(_latest(self.without, word))
        return sorted(found.values(), key=lambda entity: -entity.last)


def _file(filed: _Filed, word: str, entity: Entity) -> None:
    there = filed.setdefault(word, {})
    there.pop(entity.head, None)
    there[entity.head] = entity


def _latest(filed: _Filed, word: str) -> dict[MentionId, Entity]:
    latest = islice(reversed(filed.get(word, {}).items()), _CHOICES)
    return dict(latest)


def _surname_words(name: Name) -> set[str]:
    words = [name.core, *name.core.replace("-", " ").split(" "), *name.given[1:]]
    words += [word for word in name.given[:1] if not is_given_name(word)]
    for alias in name.aliases:
        words += alias.split(" ")
    return {skeleton(word) for word in words if word}


def _given_words(name: Name) -> set[str]:
    return {skeleton(word) for word in name.given[:1]}


def link(
    names: Sequence[Placed], also: Mapping[MentionId, MentionId], prose: Prose
) -> tuple[list[Placed], Cast]:
    """Point every later mention of a person at the first.

    Args:
        names: Mentions by name, in order.
        also: Names that the text gives as other names, to the name before them.
        prose: The text they stand in.

    Returns:
        The same mentions, later ones with antecedent and reason; and everyone named.
    """
    cast = Cast()
    meant: dict[MentionId, Entity] = {}
    linked: list[Placed] = []
    for placed in names:
        other = also.get(placed.mention.id)
        known = meant[other] if other is not None else None
        done, entity = _link_one(placed, cast, known, _place(placed, prose))
        meant[placed.mention.id] = entity
        linked.append(done)
    return linked, cast


def _place(placed: Placed, prose: Prose) -> Place:
    sentence = prose.sentences[placed.sentence]
    others = [token for token in sentence.tokens if token.word]
    alone = len(others) <= placed.last - placed.first + 1
    heads = alone or sentence.heading
    kin = names_kin(sentence.tokens, placed.first)
    return Place(placed.sentence, sentence.block, heads, kin)


def _link_one(
    placed: Placed, cast: Cast, known: Entity | None, place: Place
) -> tuple[Placed, Entity]:
    mention = placed.mention
    name = parse_name(mention.text)
    if mention.gender and mention.gender != name.gender:
        name = replace(name, gender=mention.gender)
    entity, reason = _whose(name, place, cast)
    if known is not None and entity is not known:
        entity, reason = known, f"given as another name of {known.label}"
    if entity is None:
        entity = Entity(
            mention.id, [name], mention.gender, placed.sentence, through=place.kin
        )
        entity.note(name, place)
        cast.add(entity, name)
        return placed, entity
    entity.take(name, place, mention.gender)
    cast.add(entity, name)
    linked = replace(mention, antecedent=entity.head, because=reason)
    return replace(placed, mention=linked), entity


def _whose(name: Name, place: Place, cast: Cast) -> tuple[Entity | None, str]:
    """Find the one person already named who may bear a name."""
    fits: list[tuple[Entity, Grade, str]] = []
    for entity in cast.known(name):
        grade, reason = _fit(name, entity)
        if grade is not None and not _too_far(grade, name, place, entity):
            fits.append((entity, grade, reason))
    if not fits:
        return None, ""
    best = _best(fits, name, place.sentence)
    if (
        len(best) > 1
        and place.sentence - best[1][0].last < _NEARBY
        and _apart(best, name)
    ):
        return None, ""
    entity, _, reason = best[0]
    return entity, reason


def _too_far(grade: Grade, name: Name, place: Place, entity: Entity) -> bool:
    """Tell whether a given name is carried over from too far to be the same.

    A given name alone means whom it has meant before, who heads the text, or whose
    name in full stands in this paragraph or the one before. The like holds of a name
    in full after a given name alone.
    """
    if grade is not Grade.GIVEN:
        return False
    if place.sentence - entity.last > _FAR:
        return True
    near = place.block - entity.paragraph <= _PARAGRAPHS
    if name.surname:
        return not near
    if place.kin:  # "her son Pavel" is not the Pavel just spoken of, unless a son
        return not (near and (entity.through or _called(name, entity)))
    return not (near or entity.heads or _called(name, entity))


def _called(name: Name, entity: Entity) -> bool:
    return bool(entity.first & _given_words(name))


def _best(
    fits: list[tuple[Entity, Grade, str]], name: Name, sentence: int
) -> list[tuple[Entity, Grade, str]]:
    """Keep the strongest grade; whole names outweigh surnames alone."""
    order = (Grade.FULL, Grade.INITIALS, Grade.SURNAME, Grade.GIVEN)
    strongest = min(fits, key=lambda fit: order.index(fit[1]))[1]
    best = [fit for fit in fits if fit[1] is strongest]
    if strongest is Grade.SURNAME and not name.given:
        # Who was named first for himself, not as another's father or wife; then
        # whom the surname alone has meant before.
        own = [
            fit
            for fit in best
            if not fit[0].through and sentence - fit[0].last < _NEARBY
        ]
        best = own or best
        best.sort(key=lambda fit: not fit[0].bare)
    elif strongest is Grade.GIVEN:
        best.sort(key=lambda fit: not _called(name, fit[0]))
    return best


def _apart(best: Sequence[tuple[Entity, Grade, str]], name: Name) -> bool:
    """Tell whether two bearers are too alike for the latest to be taken."""
    (first, grade, _), (second, _, _) = best[0], best[1]
    if grade is Grade.GIVEN:
        return _called(name, first) == _called(name, second)
    return grade is Grade.SURNAME and first.last == second.last


def _fit(name: Name, entity: Entity) -> tuple[Grade | None, str]:
    found = compatible(name, entity.fullest)
    if name.surname and name.given and entity.through_other(name):
        return None, ""
    for other in entity.names[1:]:
        if found.verdict in (Grade.SURNAME_DIFFERS, Grade.NOTHING):
            found = compatible(name, other)
    if not found.agrees:
        return None, ""
    if entity.gender and name.gender and entity.gender is not name.gender:
        return None, ""
    if found.verdict is Grade.GIVEN and not _given_carries(name, entity):
        return None, ""
    return found.verdict, _reason(name, entity, found.verdict, found.because)


def _given_carries(name: Name, entity: Entity) -> bool:
    """A given name alone is carried over from someone known by it."""
    return not name.surname or not entity.fullest.surname


def _reason(name: Name, entity: Entity, grade: Grade, because: Iterable[str]) -> str:
    full = entity.fullest.plain
    if grade is Grade.SURNAME and not name.given:
        return f"surname of {full}" if full != name.plain else "same surname"
    if grade is Grade.GIVEN:
        return f"given name of {full}"
    return "; ".join(because)
