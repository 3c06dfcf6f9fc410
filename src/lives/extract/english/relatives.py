"""People known through others: "his wife", "X's brother Y", "she had two sons"."""

from collections.abc import Sequence
from dataclasses import dataclass

from lives.extract.english.entities import Entity
from lives.extract.english.kin import (
    Kin,
    coordinated_kin,
    gender_of_noun,
    kin_at,
    kin_before,
)
from lives.extract.english.mentions import Placed
from lives.extract.english.met import Met
from lives.extract.english.nearby import ARTICLES, owned
from lives.extract.english.plurals import Several
from lives.extract.english.wordlists import listed
from lives.model.ids import MentionId
from lives.model.mention import Gender, Mention, MentionKind
from lives.reading.names import Name

# Of whom X is it who is Y's: "her husband", where she is his wife.
_MIRRORED = {
    "wife": ("husband",),
    "husband": ("wife",),
    "sister": ("brother", "sister"),
    "brother": ("brother", "sister"),
}
_AGAIN = 30  # sentences within which "his brother" is the brother already met


@dataclass(frozen=True, slots=True)
class Owner:
    """Someone through whom another is known."""

    entity: Entity
    mention: MentionId


@dataclass(slots=True)
class Relatives(Met):
    """Reads who is whose kin."""

    def possessive(self, number: int, i: int) -> None:
        """Read what follows "X's"."""
        placed = self.near.ending_at(number, i - 1)
        if placed is not None:
            owner = Owner(self.entity(placed.mention), placed.mention.id)
            self.known_through(number, i, owner, start=placed.first)

    def known_through(
        self, number: int, i: int, owner: Owner, start: int | None = None
    ) -> None:
        """Read what follows "his" or "X's"."""
        tokens = self.prose.sentences[number].tokens
        kin = kin_at(tokens, i + 1)
        if kin is None:
            return
        all_kin = coordinated_kin(tokens, kin)
        begin = i if start is None else start
        if self._one_named(number, all_kin, owner):
            return
        for n, each in enumerate(all_kin):
            before = begin if n == 0 and len(all_kin) == 1 else None
            place = (begin if n == 0 else each.first, each.last)
            self._relative(number, each, owner, place, before)

    def _one_named(self, number: int, all_kin: Sequence[Kin], owner: Owner) -> bool:
        """Read "his friend and comrade, X": one person, named after."""
        named = self.near.after(number, all_kin[-1].last)
        if len(all_kin) == 1 or named is None or any(kin.gender for kin in all_kin):
            return False
        self._relate(named, all_kin[0], owner, number)
        return True

    def _relative(
        self,
        number: int,
        kin: Kin,
        owner: Owner,
        place: tuple[int, int],
        before: int | None,
    ) -> None:
        """Enter someone known through another: named beside, or unnamed."""
        named = self.near.after(number, kin.last)
        if kin.plural:
            for placed in self.near.series(number, named):
                self._relate(placed, kin, owner, number)
            return
        if named is None and before is not None:
            named = self.near.before(number, before, kin.last)
        if named is not None:
            self._relate(named, kin, owner, number)
        elif not self._predicate(number, place[0]):
            self._unnamed(number, kin, owner, place)

    def _predicate(self, number: int, begin: int) -> bool:
        """Tell whether the words say what someone is: "was a friend of X"."""
        tokens = self.prose.sentences[number].tokens
        return begin > 0 and tokens[begin - 1].lower in listed("copulas")

    def had(self, number: int, i: int, owner: Owner) -> None:
        """Read "X had a son, Lev" and "she had two sisters, Anna and Vera"."""
        tokens = self.prose.sentences[number].tokens
        article = i + 1 < len(tokens) and tokens[i + 1].lower in ARTICLES
        kin = kin_at(tokens, i + 1 + article)
        if kin is not None and _of_family(kin):
            self._relative(number, kin, owner, (i + 1, kin.last), None)

    def _relate(self, placed: Placed, kin: Kin, owner: Owner, number: int) -> None:
        """Note what someone named is to another."""
        entity = self.entity(placed.mention)
        if entity is owner.entity or _opposed(entity.gender, kin.gender):
            return
        self.relations.setdefault(placed.mention.id, (kin.relation, owner.mention))
        entity.gender = entity.gender or kin.gender
        key = (owner.entity.head, kin.key)
        earlier = self.kin.get(key)
        new = placed.mention.antecedent is None
        if earlier and kin.once and new and not earlier[0].named:
            reason = f"{kin.relation} of {owner.entity.label}, unnamed before"
            self.same[placed.mention.id] = (earlier[0].head, reason)
        if not kin.plural:
            self.kin[key] = (entity, number)
            self._mirror(kin, entity, owner, number)

    def _mirror(self, kin: Kin, entity: Entity, owner: Owner, number: int) -> None:
        """Note whom "her husband" means after "X's wife Y": X."""
        other = owner.entity
        if not other.named:
            return
        for relation in _MIRRORED.get(kin.key.rpartition(" ")[2], ()):
            if not _opposed(gender_of_noun(relation), other.gender):
                self.kin.setdefault((entity.head, relation), (other, number))

    def _unnamed(
        self, number: int, kin: Kin, owner: Owner, place: tuple[int, int]
    ) -> None:
        """Enter someone without a name, or the one such already met."""
        tokens = self.prose.sentences[number].tokens
        start, end = tokens[place[0]].start, tokens[place[1]].end
        key = (owner.entity.head, kin.key)
        known, at = self.kin.get(key, (None, 0))
        if known is not None and not kin.once and number - at > _AGAIN:
            known = None
        identity = Mention.key(self.capture, start, end)
        label = f"{kin.relation} of {owner.entity.label}"
        entity = known or Entity(identity, [Name("")], kin.gender, number, called=label)
        if known is None:
            entity.owner = owner.entity.head
        mention = Mention(
            identity,
            self.capture,
            start,
            end,
            self.prose.text[start:end],
            MentionKind.NOMINAL,
            gender=kin.gender,
            relation=kin.relation,
            of=owner.mention,
            antecedent=known.head if known else None,
            because=f"the {label} already met" if known else "",
        )
        self.cast.by_head.setdefault(entity.head, entity)
        self.kin[key] = (entity, number)
        self._mirror(kin, entity, owner, number)
        self.enter(mention, number, place[0], place[1], entity)
        self._with(number, entity, place)

    def _with(self, number: int, entity: Entity, place: tuple[int, int]) -> None:
        """Note who is named together with the unnamed: "X and his wife"."""
        tokens = self.prose.sentences[number].tokens
        joined = place[0] > 1 and tokens[place[0] - 1].lower == "and"
        beside = (t for t in self.traces[number] if t.last == place[0] - 2)
        other = next(beside, None) if joined else None
        if other is None or other.entity is entity:
            return
        leading = other.place.leads if other.place else other.subject
        both = (other.entity, entity)
        self.plurals.enter(number, Several(both, other.first, place[1], leading))

    def of(self, number: int, i: int) -> None:
        """Read "the wife of X"."""
        tokens = self.prose.sentences[number].tokens
        kin = kin_before(tokens, i)
        placed = self.near.at(number, i + 1) if kin else None
        if kin is None or placed is None or kin.plural or owned(tokens, placed.last):
            return
        owner = Owner(self.entity(placed.mention), placed.mention.id)
        named = self.near.before(number, kin.first, placed.last)
        named = named or self.near.apposed(number, placed.last)
        if named is not None and named is not placed:
            self._relate(named, kin, owner, number)
        elif tokens[kin.first].lower in ARTICLES and not self._predicate(
            number, kin.first
        ):
            self._unnamed(number, kin, owner, (kin.first, placed.last))


def _of_family(kin: Kin) -> bool:
    return bool(kin.gender) or kin.relation in ("child", "cousin", "grandchild")


def _opposed(one: Gender, two: Gender) -> bool:
    return Gender.UNKNOWN not in (one, two) and one is not two
